import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { codeKey } from "@truce/engine/goods";
import { parseDay } from "@truce/engine/time";
import { records } from "./csv.js";
import { type Problem, problem } from "./problem.js";
import { readYaml } from "./read-yaml.js";

export interface RawSchedule {
  readonly name: "us.hts" | "cn.mfn";
  readonly columns: readonly string[];
  readonly info: Record<string, unknown>;
  readonly rows: readonly { readonly code: string; readonly from: string; readonly until: string; readonly rates: readonly string[]; readonly units: string; readonly text: string }[];
}

/** Reads the ordinary tariffs of both sides, the headings of chapter 99, and the concordance of Chinese codes. */
export function loadSchedules(dir: string, problems: Problem[]): { schedules: RawSchedule[]; concordance: Record<string, string>[]; headings: Record<string, string>[] } {
  const us = join(dir, "us", "hts");
  const files = existsSync(us)
    ? readdirSync(us)
        .filter((f) => f.endsWith(".csv"))
        .sort()
        .map((f) => join(us, f))
    : [];
  const schedules = [
    schedule("us.hts", ["general", "special", "other"], join(dir, "us", "hts.yaml"), files, problems),
    schedule("cn.mfn", ["percent"], join(dir, "cn", "mfn.yaml"), [join(dir, "cn", "mfn.csv")].filter(existsSync), problems),
  ];
  const concordance = join(dir, "cn", "concordance.csv");
  return { schedules, concordance: existsSync(concordance) ? records(readFileSync(concordance, "utf8")) : [], headings: headings(join(dir, "us", "chapter-99.csv"), problems) };
}

function headings(path: string, problems: Problem[]): Record<string, string>[] {
  if (!existsSync(path)) return [];
  const file = relative(process.cwd(), path);
  return records(readFileSync(path, "utf8")).map((r, i) => {
    if (!/^99\d{2}\.\d{2}\.\d{2}$/.test(r["heading"] ?? "")) problems.push(problem("R05", file, i + 2, 1, `"${(r["heading"] ?? "").slice(0, 40)}" is not a chapter 99 heading such as 9903.88.03`));
    if (r["is"] !== "relief" && r["is"] !== "duty") problems.push(problem("R05", file, i + 2, 1, `is: "${(r["is"] ?? "").slice(0, 40)}" is neither relief nor duty`));
    for (const key of ["from", "until", "begins", "ends"]) {
      const why = r[key] ? noDay(r[key]) : undefined;
      if (why !== undefined) problems.push(problem("R06", file, i + 2, 1, why));
    }
    return r;
  });
}

function schedule(name: RawSchedule["name"], columns: string[], meta: string, files: string[], problems: Problem[]): RawSchedule {
  if (!existsSync(meta)) problems.push(problem("R23", relative(process.cwd(), meta), 1, 1, "a schedule needs a sidecar of this name with its first and last day and its source"));
  const info = existsSync(meta) ? ((readYaml(readFileSync(meta, "utf8"), relative(process.cwd(), meta), problems)?.value as Record<string, unknown>) ?? {}) : {};
  for (const key of existsSync(meta) ? ["first", "last", "source"] : []) if (typeof info[key] !== "string") problems.push(problem("R04", relative(process.cwd(), meta), 1, 1, `"${key}" is missing`));
  const days = new Set<string>();
  const rows = files.flatMap((path) =>
    records(readFileSync(path, "utf8")).map((r, i) => {
      const code = r["code"] ?? "";
      if (!/^\d{4,10}$/.test(code)) problems.push(problem("R21", relative(process.cwd(), path), i + 2, 1, `"${code}" is not a code of 4 to 10 digits`));
      for (const key of ["from", "until"])
        if (r[key] && !days.has(r[key])) {
          days.add(r[key]);
          const why = noDay(r[key]);
          if (why !== undefined) problems.push(problem("R06", relative(process.cwd(), path), i + 2, 1, why));
        }
      if (name === "cn.mfn" && r["percent"] && !/^\d+(\.\d{1,4})?$/.test(r["percent"]))
        problems.push(problem("R05", relative(process.cwd(), path), i + 2, 1, `percent: "${r["percent"].slice(0, 40)}" is not a percentage in points, such as 25 or 7.5`));
      return { code, from: r["from"] ?? "", until: r["until"] ?? "", rates: columns.map((c) => r[c] ?? ""), units: r["units"] ?? "", text: (r["text"] ?? "").replace(/\s+/g, " ") };
    }),
  );
  rows.sort((a, b) => codeKey(a.code) - codeKey(b.code) || (a.from < b.from ? -1 : 1));
  return { name, columns, info, rows };
}

function noDay(text: string): string | undefined {
  try {
    parseDay(text);
    return undefined;
  } catch (e) {
    return (e as Error).message;
  }
}
