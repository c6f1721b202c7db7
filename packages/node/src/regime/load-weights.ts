import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { codeKey, type PublishedAverage, type WeightsInfo } from "@truce/engine/goods";
import { parseDay } from "@truce/engine/time";
import { records } from "./csv.js";
import { type Problem, problem } from "./problem.js";
import { readYaml } from "./read-yaml.js";
import { checkShape, type Shape } from "./shape.js";

/** Trade by line of a tariff, by which averages are weighed. */
export interface RawWeights {
  readonly info: WeightsInfo;
  readonly codes: readonly string[];
  readonly values: readonly number[];
}
const WEIGHTS: Shape = {
  title: { need: true, is: "text" },
  side: { need: true, is: ["us", "cn"] },
  unit: { need: true, is: "text" },
  year: { need: true, is: "whole" },
  confidence: { need: true, is: ["confirmed", "partial", "unconfirmed"] },
  note: { is: "text" },
  rows: { need: true, is: "whole" },
};

/** Reads every table of weights in regime/weights with its sidecar. */
export function loadWeights(dir: string, problems: Problem[]): RawWeights[] {
  return tables(dir, problems).flatMap(({ name, path, file }): RawWeights[] => {
    const side = sidecar(path, WEIGHTS, problems);
    const rows = records(readFileSync(path, "utf8"));
    let last = -1;
    rows.forEach((r, i) => {
      const [code, value] = [r["code"] ?? "", r["value"] ?? ""];
      if (!/^\d{6,10}$/.test(code)) problems.push(problem("R21", file, i + 2, 1, `"${code.slice(0, 20)}" is not a code of 6 to 10 digits`));
      else if (codeKey(code) <= last) problems.push(problem("R20", file, i + 2, 1, `${code} is out of order or stands twice: sort the rows by code`));
      if (!/^[1-9]\d{0,14}$/.test(value)) problems.push(problem("R05", file, i + 2, code.length + 2, `value: "${value.slice(0, 20)}" is not a whole number above zero; leave lines without trade out`));
      last = codeKey(code);
    });
    counted(rows.length, side, file, problems);
    if (side === undefined) return [];
    const { title, unit, year, confidence } = side as Record<string, string>;
    const info = {
      id: name,
      title,
      side: side["side"],
      unit,
      year: Number(year),
      confidence,
      sources: sourcesOf(side),
      ...(side["note"] === undefined ? {} : { note: side["note"] }),
    } as unknown as WeightsInfo;
    return [{ info, codes: rows.map((r) => r["code"] ?? ""), values: rows.map((r) => Number(r["value"])) }];
  });
}

const STANDINGS = ["confirmed", "derived", "revised", "forecast", "planned", "other", "second-hand"];

/** Reads the averages that others published, in regime/averages. */
export function loadAverages(dir: string, problems: Problem[]): PublishedAverage[] {
  return tables(dir, problems).flatMap(({ path, file }) => {
    const side = sidecar(path, { title: { need: true, is: "text" }, about: { is: "text" }, confidence: { need: true, is: "text" }, note: { is: "text" }, rows: { need: true, is: "whole" } }, problems);
    const rows = records(readFileSync(path, "utf8"));
    counted(rows.length, side, file, problems);
    return rows.flatMap((r, i): PublishedAverage[] => {
      const line = i + 2;
      for (const key of ["date", "known"])
        try {
          parseDay(r[key] ?? "");
        } catch (e) {
          problems.push(problem("R06", file, line, 1, (e as Error).message));
        }
      if (!["us", "cn"].includes(r["side"] ?? "")) problems.push(problem("R05", file, line, 1, 'side: "us" or "cn"'));
      if (!/^\d+(\.\d+)?$/.test(r["percent"] ?? "")) problems.push(problem("R05", file, line, 1, `percent: "${r["percent"]?.slice(0, 20)}" is not a percentage`));
      if (!STANDINGS.includes(r["standing"] ?? "")) problems.push(problem("R05", file, line, 1, `standing: one of ${STANDINGS.join(", ")}`));
      if ((r["source"] ?? "") === "") problems.push(problem("R04", file, line, 1, '"source" is missing'));
      return [r as unknown as PublishedAverage];
    });
  });
}

function tables(dir: string, problems: Problem[]): { name: string; path: string; file: string }[] {
  if (!existsSync(dir)) return [];
  const names = readdirSync(dir).sort();
  for (const n of names)
    if (n.endsWith(".yaml") && !names.includes(n.replace(/yaml$/, "csv")))
      problems.push(problem("R23", relative(process.cwd(), join(dir, n)), 1, 1, "this sidecar has no table: add the .csv beside it"));
  return names.filter((n) => n.endsWith(".csv")).map((n) => ({ name: n.slice(0, -4), path: join(dir, n), file: relative(process.cwd(), join(dir, n)) }));
}

function sidecar(table: string, shape: Shape, problems: Problem[]): Record<string, unknown> | undefined {
  const path = table.replace(/csv$/, "yaml");
  const file = relative(process.cwd(), path);
  if (!existsSync(path)) {
    problems.push(problem("R23", file, 1, 1, "a table needs a sidecar of this name with its title, source and confidence"));
    return undefined;
  }
  const read = readYaml(readFileSync(path, "utf8"), file, problems);
  if (read === undefined) return undefined;
  const { sources, ...rest } = (read.value ?? {}) as Record<string, unknown>;
  if (!Array.isArray(sources) || sources.length === 0) problems.push(problem("R04", file, 1, 1, '"sources" is missing: a number without a source is hearsay'));
  return checkShape(rest, shape, [], read, file, problems) ? { ...rest, sources } : undefined;
}

const counted = (rows: number, side: Record<string, unknown> | undefined, file: string, problems: Problem[]): void => {
  if (side !== undefined && Number(side["rows"]) !== rows) problems.push(problem("R20", file, 1, 1, `${rows} rows, but the sidecar says ${side["rows"]}`));
};
const sourcesOf = (side: Record<string, unknown>): string[] => (side["sources"] as { publisher?: string; title?: string }[]).map((s) => `${s.publisher}: ${s.title}`);
