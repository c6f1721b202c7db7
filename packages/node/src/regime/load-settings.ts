import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Fact } from "@truce/engine/goods";
import { parseDay } from "@truce/engine/time";
import { type Problem, problem } from "./problem.js";
import { type Read, readYaml } from "./read-yaml.js";

const KINDS: readonly string[] = ["choice", "percent", "points", "when", "country", "heading", "provision", "word"];

/** How far a regime reaches, from horizon.yaml: the last day to which it was checked, and the first to which it goes back. Empty where they cannot be read. */
export function loadHorizon(dir: string, problems: Problem[]): { horizon: string; first: string } {
  const { read, file } = one(dir, "horizon.yaml", problems);
  if (read === undefined) return { horizon: "", first: "" };
  const day = (key: string, what: string): string => {
    const text = (read.value as Record<string, unknown> | null)?.[key];
    const at = read.place([key]);
    if (typeof text !== "string") {
      problems.push(problem("R04", file, at.line, at.column, `"${key}" is missing: ${what}`));
      return "";
    }
    try {
      return parseDay(text);
    } catch (e) {
      problems.push(problem("R06", file, at.line, at.column, (e as Error).message));
      return "";
    }
  };
  return { horizon: day("checked", "the last day to which the regime was checked"), first: day("first", "the first day to which the regime reaches back") };
}

/** The facts that a question can give, from facts.yaml. */
export function loadFacts(dir: string, problems: Problem[]): Fact[] {
  const { read, file } = one(dir, "facts.yaml", problems);
  if (read === undefined) return [];
  if (!Array.isArray(read.value)) {
    problems.push(problem("R05", file, 1, 1, "the file is a list of facts, each with name, kind and asks"));
    return [];
  }
  return (read.value as Partial<Fact>[]).flatMap((f, i) => {
    const at = read.place([i]);
    const whole =
      typeof f?.name === "string" &&
      typeof f.asks === "string" &&
      KINDS.includes(f.kind ?? "") &&
      (f.choices === undefined || Array.isArray(f.choices)) &&
      (f.kind !== "choice" || f.choices !== undefined);
    if (!whole) problems.push(problem("R05", file, at.line, at.column, `a fact has a name, asks, and a kind out of ${KINDS.join(", ")}; a choice has its choices`));
    return whole ? [f as Fact] : [];
  });
}

function one(dir: string, name: string, problems: Problem[]): { read: Read | undefined; file: string } {
  const path = join(dir, name);
  const file = relative(process.cwd(), path);
  if (existsSync(path)) return { read: readYaml(readFileSync(path, "utf8"), file, problems), file };
  problems.push(problem("R04", file, 1, 1, "this file is missing"));
  return { read: undefined, file };
}
