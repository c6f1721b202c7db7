import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { InterestRules, Phase, Quarter, RefundRules } from "@truce/engine/entry";
import { endOfDayUtc, utcDay } from "@truce/engine/time";
import { type Problem, problem } from "./problem.js";
import { type Read, readYaml } from "./read-yaml.js";
import { checkShape, type Form, type Shape } from "./shape.js";

const text: Form = { need: true, is: "text" };
const texts: Form = { need: true, is: "texts" };
const whole: Form = { need: true, is: "whole" };
const grounds: Shape = { source: text, confidence: { need: true, is: ["confirmed", "partial", "unconfirmed"] } };
const SECTIONS: Readonly<Record<string, Shape>> = {
  headings: { families: texts, source: text },
  correction: { bucket: { need: true, is: ["psc"] }, "days-from-entry": whole, "days-before-liquidation": whole, "not-types": texts, cites: texts, ...grounds },
  protest: { bucket: { need: true, is: ["protest"] }, "days-from-liquidation": whole, cites: texts, ...grounds },
  court: { bucket: { need: true, is: ["court"] }, years: whole, cites: texts, ...grounds },
  liquidation: { "informal-types": texts, "deemed-years": whole, cites: texts, ...grounds },
  antidumping: { types: texts, "never-types": texts, cites: texts, ...grounds },
  file: { "most-entries": whole, column: text, cites: texts, ...grounds },
};
const PHASE: Shape = {
  bucket: { need: true, is: ["cape-1", "cape-2", "cape-3"] },
  announced: { need: true, is: "day" },
  from: { need: true, is: "day" },
  "liquidated-within": { is: "whole" },
  types: { is: "texts" },
  "not-types": { is: "texts" },
  reconciliation: { is: ["out", "flagged"] },
  final: { is: "flag" },
  contested: { is: "flag" },
  cites: texts,
  ...grounds,
};
const QUARTER: Shape = { from: { need: true, is: "day" }, until: { need: true, is: "day" }, corporation: whole, other: whole, ...grounds };

type Held = Record<string, never>;

/** The ways back of regime/refunds.yaml; undefined where the folder has no such file or it is broken. */
export function loadRefunds(dir: string, problems: Problem[]): RefundRules | undefined {
  const opened = open(dir, "refunds.yaml", problems);
  if (opened === undefined) return undefined;
  const { read, file, root } = opened;
  const before = problems.length;
  for (const key of Object.keys(root))
    if (key !== "phases" && SECTIONS[key] === undefined) said(problems, file, read.key([key]), "R03", `there is no section "${key}": phases, ${Object.keys(SECTIONS).join(", ")}`);
  for (const [name, shape] of Object.entries(SECTIONS)) {
    if (root[name] === undefined) said(problems, file, read.place([]), "R04", `"${name}" is missing`);
    else checkShape(root[name], shape, [name], read, file, problems);
  }
  const phases = list(root["phases"], "phases", PHASE, opened, problems);
  const seen = new Set<string>();
  phases.forEach((p, i) => {
    if (seen.has(String(p["bucket"]))) said(problems, file, read.place(["phases", i, "bucket"]), "R02", `${String(p["bucket"])} stands twice`);
    seen.add(String(p["bucket"]));
  });
  if (problems.length > before) return undefined;
  const of = (section: string): Held => root[section] as Held;
  const cites = (section: string): string[] => of(section)["cites"] ?? [];
  return {
    families: (of("headings")["families"] as unknown as string[]).map((f) => f.replaceAll(".", "")),
    phases: phases.map(phase),
    correction: {
      fromEntry: Number(of("correction")["days-from-entry"]),
      beforeLiquidation: Number(of("correction")["days-before-liquidation"]),
      notTypes: of("correction")["not-types"] ?? [],
      cites: cites("correction"),
    },
    protest: { days: Number(of("protest")["days-from-liquidation"]), cites: cites("protest") },
    court: { years: Number(of("court")["years"]), cites: cites("court") },
    liquidation: { informal: of("liquidation")["informal-types"] ?? [], deemedYears: Number(of("liquidation")["deemed-years"]), cites: cites("liquidation") },
    antidumping: { types: of("antidumping")["types"] ?? [], never: of("antidumping")["never-types"] ?? [], cites: cites("antidumping") },
    file: { most: Number(of("file")["most-entries"]), column: String(of("file")["column"]) },
  };
}

function phase(p: Held): Phase {
  const within = p["liquidated-within"] as string | undefined;
  const types = p["types"] as string[] | undefined;
  const reconciliation = p["reconciliation"] as Phase["reconciliation"];
  return {
    bucket: p["bucket"] as unknown as Phase["bucket"],
    announced: endOfDayUtc(String(p["announced"])),
    from: String(p["from"]),
    ...(within === undefined ? {} : { within: Number(within) }),
    ...(types === undefined ? {} : { types }),
    notTypes: p["not-types"] ?? [],
    ...(reconciliation === undefined ? {} : { reconciliation }),
    final: String(p["final"]) === "true",
    contested: String(p["contested"]) === "true",
    cites: p["cites"] ?? [],
  };
}

/** The rates of regime/interest.yaml: quarters without gap or overlap, each known from its first day. */
export function loadInterest(dir: string, problems: Problem[]): InterestRules | undefined {
  const opened = open(dir, "interest.yaml", problems);
  if (opened === undefined) return undefined;
  const { read, file, root } = opened;
  const before = problems.length;
  const { quarters: _, ...rest } = root;
  checkShape({ ...rest, deposit: "" }, { cites: texts, deposit: { is: [""] } }, [], read, file, problems);
  checkShape(root["deposit"], { earliest: text, latest: text, source: text }, ["deposit"], read, file, problems);
  const quarters = list(root["quarters"], "quarters", QUARTER, opened, problems);
  if (problems.length > before) return undefined;
  quarters.forEach((q, i) => {
    const last = quarters[i - 1]?.["until"];
    if (String(q["until"]) <= String(q["from"])) said(problems, file, read.place(["quarters", i, "until"]), "R08", `${String(q["until"])} is not after ${String(q["from"])}`);
    if (last !== undefined && String(last) !== String(q["from"]))
      said(problems, file, read.place(["quarters", i, "from"]), "R08", `it begins on ${String(q["from"])}, the quarter before ends on ${String(last)}`);
  });
  if (problems.length > before) return undefined;
  return {
    cites: root["cites"] as unknown as string[],
    quarters: quarters.map(
      (q): Quarter => ({
        from: String(q["from"]),
        until: String(q["until"]),
        corporation: Number(q["corporation"]),
        other: Number(q["other"]),
        announced: utcDay(String(q["from"])),
        confidence: String(q["confidence"]),
      }),
    ),
  };
}

function list(value: unknown, name: string, shape: Shape, opened: Opened, problems: Problem[]): Held[] {
  if (!Array.isArray(value) || value.length === 0) {
    said(problems, opened.file, opened.read.place([name]), value === undefined ? "R04" : "R05", `"${name}" is a list`);
    return [];
  }
  value.forEach((v, i) => void checkShape(v, shape, [name, i], opened.read, opened.file, problems));
  return value as Held[];
}

interface Opened {
  readonly read: Read;
  readonly file: string;
  readonly root: Record<string, unknown>;
}
function open(dir: string, name: string, problems: Problem[]): Opened | undefined {
  const path = join(dir, name);
  if (!existsSync(path)) return undefined;
  const file = relative(process.cwd(), path);
  const read = readYaml(readFileSync(path, "utf8"), file, problems);
  if (read === undefined) return undefined;
  if (typeof read.value !== "object" || read.value === null || Array.isArray(read.value)) {
    said(problems, file, { line: 1, column: 1 }, "R05", "the file is a map");
    return undefined;
  }
  return { read, file, root: read.value as Record<string, unknown> };
}
const said = (problems: Problem[], file: string, at: { readonly line: number; readonly column: number }, rule: string, message: string): void =>
  void problems.push(problem(rule, file, at.line, at.column, message));
