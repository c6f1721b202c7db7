import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { SalesWeek, WeeklySales } from "@truce/engine/goods";
import { parseDay } from "@truce/engine/time";
import { records } from "./csv.js";
import { type Problem, problem } from "./problem.js";
import { readYaml } from "./read-yaml.js";
import { checkShape, type Shape } from "./shape.js";

const SHAPE: Shape = {
  title: { need: true, is: "text" },
  about: { need: true, is: "text" },
  unit: { need: true, is: "text" },
  confidence: { need: true, is: ["confirmed", "partial", "unconfirmed"] },
  "marketing-year": { need: true, is: "day" },
  "late-until": { is: "day" },
  "late-known": { is: "day" },
  note: { need: true, is: "text" },
  rows: { need: true, is: "whole" },
};
const WEEK = 7 * 86_400_000;
const NUMBERS = ["net_sales", "exports", "accumulated", "outstanding"] as const;

/** Reads the weekly export sales of regime/weekly; undefined where the folder has none. */
export function loadWeekly(dir: string, problems: Problem[]): WeeklySales | undefined {
  const path = join(dir, "usda-export-sales.csv");
  const side = path.replace(/csv$/, "yaml");
  if (!existsSync(path)) return undefined;
  const [file, sideFile] = [relative(process.cwd(), path), relative(process.cwd(), side)];
  if (!existsSync(side)) {
    problems.push(problem("R23", sideFile, 1, 1, "a table needs a sidecar of this name with its title, source and confidence"));
    return undefined;
  }
  const read = readYaml(readFileSync(side, "utf8"), sideFile, problems);
  const { sources, ...rest } = (read?.value ?? {}) as Record<string, unknown>;
  if (read === undefined || !checkShape(rest, SHAPE, [], read, sideFile, problems)) return undefined;
  if (!Array.isArray(sources) || sources.length === 0) problems.push(problem("R04", sideFile, 1, 1, '"sources" is missing: a number without a source is hearsay'));
  const info = rest as Record<string, string>;
  const rows = records(readFileSync(path, "utf8"));
  if (rows.length !== Number(info["rows"])) problems.push(problem("R20", file, 1, 1, `${rows.length} rows, but the sidecar says ${info["rows"]}`));
  const weeks = rows.flatMap((r, i) => week(r, i + 2, rows[i - 1], info, file, problems));
  return {
    title: info["title"] as string,
    about: info["about"] as string,
    unit: info["unit"] as string,
    marketingYear: info["marketing-year"] as string,
    sources: (sources as { publisher?: string; title?: string }[]).map((s) => `${s.publisher}: ${s.title}`),
    note: info["note"] as string,
    weeks,
  };
}

function week(r: Record<string, string>, line: number, before: Record<string, string> | undefined, info: Record<string, string>, file: string, problems: Problem[]): SalesWeek[] {
  const bad = problems.length;
  const day = r["week"] ?? "";
  try {
    parseDay(day);
  } catch (e) {
    problems.push(problem("R06", file, line, 1, (e as Error).message));
  }
  for (const n of NUMBERS) if (!/^-?\d{1,9}$/.test(r[n] ?? "")) problems.push(problem("R05", file, line, 1, `${n}: "${r[n]?.slice(0, 20)}" is not a whole number of tonnes`));
  if (before !== undefined && before["commodity"] === r["commodity"] && (before["week"] ?? "") >= day) problems.push(problem("R20", file, line, 1, `the week ${day} is out of order or stands twice`));
  if (problems.length > bad) return [];
  // A report comes out on the Thursday after the week; those that came late count from the day by which they had come.
  const regular = new Date(Date.parse(day) + WEEK).toISOString().slice(0, 10);
  const known = info["late-until"] !== undefined && day <= info["late-until"] ? (info["late-known"] ?? regular) : regular;
  return [
    {
      commodity: r["commodity"] ?? "",
      week: day,
      netSales: Number(r["net_sales"]),
      exports: Number(r["exports"]),
      accumulated: Number(r["accumulated"]),
      outstanding: Number(r["outstanding"]),
      known: known > regular ? known : regular,
    },
  ];
}
