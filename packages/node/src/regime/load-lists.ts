import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { codeKey, type ListInfo, type ListRow } from "@truce/engine/goods";
import { listFile } from "@truce/engine/law/schema";
import { records } from "./csv.js";
import { type Problem, problem } from "./problem.js";
import { readYaml } from "./read-yaml.js";
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

function readRows(text: string, file: string, problems: Problem[]): RawList["rows"] {
  let last = -1;
  const seen = new Set<string>();
  return records(text).map((r, i) => {
    const code = r["code"] ?? "";
    const line = i + 2;
    if (!/^\d{2,10}$/.test(code)) problems.push(problem("R21", file, line, 1, `"${code}" is not a code of 2 to 10 digits`));
    const key = codeKey(code);
    if (key < last) problems.push(problem("R20", file, line, 1, `${code} is out of order: sort the rows by code`));
    const whole = JSON.stringify(r);
    if (seen.has(whole)) problems.push(problem("R20", file, line, 1, `${code} stands twice with the same values`));
    seen.add(whole);
    last = key;
    return { code, row: toRow(r) };
  });
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
