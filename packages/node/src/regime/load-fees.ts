import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { FeeRow, FeeTable, InformalRow } from "@truce/engine/goods";
import { feesFile } from "@truce/engine/law/schema";
import { parseDay } from "@truce/engine/time";
import { type Problem, problem } from "./problem.js";
import { readYaml } from "./read-yaml.js";
import { ppm } from "./to-act.js";

const NONE: FeeTable = { informal: [], rows: [] };
const cents = (text: unknown): number => Number(String(text).replace(".", ""));

/** The fees of a US entry and the limits of informal ones, from fees.yaml: each row from a day on, in the order of their days. */
export function loadFees(dir: string, problems: Problem[]): FeeTable {
  const path = join(dir, "fees.yaml");
  const file = relative(process.cwd(), path);
  if (!existsSync(path)) {
    problems.push(problem("R04", file, 1, 1, "this file is missing"));
    return NONE;
  }
  const read = readYaml(readFileSync(path, "utf8"), file, problems);
  if (read === undefined) return NONE;
  const say = (rule: string, where: readonly PropertyKey[], message: string): void => {
    const at = read.place(where);
    problems.push(problem(rule, file, at.line, at.column, message));
  };
  const parsed = feesFile.safeParse(read.value);
  if (!parsed.success) {
    for (const i of parsed.error.issues) say(i.code === "unrecognized_keys" ? "R03" : "R05", i.path, `${i.path.join(".")}: ${i.message}`);
    return NONE;
  }
  const last = new Map<string, string>();
  const dated = (list: "rows" | "informal", n: number, name: string, r: { readonly from: string; readonly announced: string }): void => {
    for (const key of ["from", "announced"] as const) {
      const why = noDay(r[key]);
      if (why !== undefined) say("R06", [list, n, key], why);
    }
    if (r.from <= (last.get(name) ?? "")) say("R20", [list, n, "from"], `a row of ${name} begins after the row before it: the rows stand in the order of their days`);
    last.set(name, r.from);
  };
  const informal = parsed.data.informal.map(({ above, "above-with-chapter-99": lower, ...rest }, n): InformalRow => {
    dated("informal", n, "informal", rest);
    if (lower !== undefined && cents(lower) > cents(above)) say("R05", ["informal", n, "above-with-chapter-99"], `the lower limit, ${lower}, is above the other, ${above}`);
    return { ...rest, above: cents(above), ...(lower === undefined ? {} : { aboveWithChapter99: cents(lower) }) };
  });
  const rows = parsed.data.rows.map((r, n): FeeRow => {
    dated("rows", n, r.fee, r);
    if (r.min !== undefined && r.max !== undefined && cents(r.max) < cents(r.min)) say("R05", ["rows", n, "max"], `the most that an entry pays, ${r.max}, is below the least, ${r.min}`);
    const { percent, min, max, informal: flat, inferred, ...rest } = r;
    return {
      ...rest,
      percent: ppm(percent),
      ...(min === undefined ? {} : { min: cents(min) }),
      ...(max === undefined ? {} : { max: cents(max) }),
      ...(flat === undefined ? {} : { informal: cents(flat) }),
      ...(inferred === undefined ? {} : { inferred: true as const }),
    } as FeeRow;
  });
  return { informal, rows };
}

function noDay(text: string): string | undefined {
  try {
    parseDay(text);
    return undefined;
  } catch (e) {
    return (e as Error).message;
  }
}
