import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { codeKey, type ListInfo, type ListRow } from "@truce/engine/goods";
import { listFile } from "@truce/engine/law/schema";
import { parseDay } from "@truce/engine/time";
import { records } from "./csv.js";
import { type Problem, problem } from "./problem.js";
import { isBinary, readYaml } from "./read-yaml.js";
import { ppm } from "./to-act.js";

export interface RawList {
  readonly id: string;
  readonly file: string;
  readonly info: ListInfo;
  readonly rows: readonly { readonly code: string; readonly row: ListRow }[];
}

/** Reads every list of goods with its sidecar. */
export function loadLists(dir: string, problems: Problem[]): RawList[] {
  const out: RawList[] = [];
  for (const side of ["us", "cn"]) {
    const folder = join(dir, side);
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder).sort()) {
      const path = join(folder, name);
      const file = relative(process.cwd(), path);
      if (name.endsWith(".yaml") && !existsSync(path.replace(/yaml$/, "csv"))) problems.push(problem("R23", file, 1, 1, "this sidecar has no list: add the .csv beside it"));
      if (!name.endsWith(".csv")) continue;
      const info = sidecar(path.replace(/csv$/, "yaml"), problems);
      if (info === undefined) continue;
      const rows = readRows(readFileSync(path, "utf8"), file, problems);
      if (rows.length !== info.rows) problems.push(problem("R20", file, 1, 1, `${rows.length} rows, but the sidecar says ${info.rows}`));
      out.push({ id: `${side}/${name.slice(0, -4)}`, file, info, rows });
    }
  }
  return out;
}

function sidecar(path: string, problems: Problem[]): ListInfo | undefined {
  const file = relative(process.cwd(), path);
  if (!existsSync(path)) {
    problems.push(problem("R23", file, 1, 1, "a list needs a sidecar of this name with its title, source, completeness and confidence"));
    return undefined;
  }
  const read = readYaml(readFileSync(path, "utf8"), file, problems);
  const parsed = listFile.safeParse(read?.value);
  if (!parsed.success || read === undefined) {
    for (const i of parsed.error?.issues ?? []) {
      const at = read?.place(i.path) ?? { line: 1, column: 1 };
      problems.push(problem("R05", file, at.line, at.column, `${i.path.join(".")}: ${i.message}`));
    }
    return undefined;
  }
  return { ...parsed.data, rows: Number(parsed.data.rows) } as unknown as ListInfo;
}

const COLUMNS = new Set(["code", "in", "heading", "percent", "from", "until", "fact", "is", "inferred", "trust", "text", "id", "relieves", "whole", "metal", "sublist"]);

/** The header of a list: a column that nothing reads would be a rule that nobody keeps. */
function readHeader(text: string, file: string, problems: Problem[]): void {
  let column = 1;
  for (const name of (text.split(/\r?\n/, 1)[0] ?? "").split(",")) {
    if (!COLUMNS.has(name)) problems.push(problem("R03", file, 1, column, `there is no column "${name.slice(0, 40)}" in a list`));
    column += name.length + 1;
  }
}

function readRows(text: string, file: string, problems: Problem[]): RawList["rows"] {
  if (isBinary(text)) {
    problems.push(problem("R01", file, 1, 1, "the file holds binary data, not CSV"));
    return [];
  }
  readHeader(text, file, problems);
  let last = -1;
  const seen = new Set<string>();
  return records(text).map((r, i) => {
    const code = r["code"] ?? "";
    const line = i + 2;
    if (!/^\d{2,10}$/.test(code)) problems.push(problem("R21", file, line, 1, `"${code}" is not a code of 2 to 10 digits`));
    const key = codeKey(code);
    if (key < last) problems.push(problem("R20", file, line, 1, `${code} is out of order: sort the rows by code`));
    checkRow(r, file, line, problems);
    const whole = JSON.stringify(r);
    if (seen.has(whole)) problems.push(problem("R20", file, line, 1, `${code} stands twice with the same values`));
    seen.add(whole);
    last = key;
    return { code, row: toRow(r) };
  });
}

/** The values of a row whose form decides a duty. */
function checkRow(r: Record<string, string>, file: string, line: number, problems: Problem[]): void {
  const say = (rule: string, message: string) => problems.push(problem(rule, file, line, 1, message));
  if (r["percent"] && !/^\d+(\.\d{1,4})?$/.test(r["percent"])) say("R05", `percent: "${r["percent"].slice(0, 40)}" is not a percentage in points, such as 25 or 7.5`);
  if (r["heading"] && !/^99\d{2}\.\d{2}\.\d{2}$/.test(r["heading"])) say("R05", `heading: "${r["heading"].slice(0, 40)}" is not a chapter 99 heading such as 9903.88.03`);
  for (const key of ["from", "until"])
    try {
      if (r[key]) parseDay(r[key]);
    } catch (e) {
      say("R06", (e as Error).message);
    }
  if (r["from"] && r["until"] && r["until"] <= r["from"]) say("R08", "until is the first day without it and lies after from");
}

function toRow(r: Record<string, string>): ListRow {
  const text = (key: string, as = key) => (r[key] ? { [as]: r[key] } : {});
  return {
    ...(r["in"] === "0" ? { out: true } : {}),
    ...text("heading"),
    ...(r["percent"] ? { percent: ppm(r["percent"]) } : {}),
    ...text("from"),
    ...text("until"),
    ...text("fact"),
    ...(r["is"] ? { is: r["is"].split("|") } : {}),
    ...(r["inferred"] === "1" ? { inferred: true } : {}),
    ...text("trust"),
    ...text("text"),
    ...text("id"),
    ...(r["relieves"] ? { relieves: r["relieves"].split("|") } : {}),
    ...(r["whole"] ? { whole: r["whole"] === "1" } : {}),
    ...text("metal"),
    ...text("sublist"),
  } as ListRow;
}
