import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import type { ListCopy, ListKind, Party } from "@truce/engine/controls";
import { copyFile, listsFile } from "@truce/engine/controls/schema";
import { parseDay } from "@truce/engine/time";
import type { ZodType } from "zod";
import { COLUMNS, faultOf, partyOfRow } from "../parties/party-table.js";
import { records } from "./csv.js";
import { yamlFiles } from "./load.js";
import { type Problem, problem } from "./problem.js";
import { type Read, readYaml } from "./read-yaml.js";

/** The kinds of lists and the copies that the regime ships. */
export interface Parties {
  readonly kinds: readonly ListKind[];
  readonly copies: readonly ListCopy[];
}
const MOST_BYTES = 50_000_000;

/**
 * Reads regime/parties: lists.yaml, and each table with what stands beside it. Nothing where the folder is missing.
 * @param follows the lists of which the regime's acts carry the status
 */
export function loadParties(dir: string, follows: ReadonlySet<string>, problems: Problem[]): Parties {
  const path = join(dir, "lists.yaml");
  if (!existsSync(path)) return { kinds: [], copies: [] };
  const opened = yaml(path, listsFile, problems);
  if (opened === undefined) return { kinds: [], copies: [] };
  const seen = new Set<string>();
  const kinds = opened.data.lists.map((l, n): ListKind => {
    const at = opened.read.place(["lists", n, "code"]);
    if (seen.has(l.code)) problems.push(problem("R02", opened.file, at.line, at.column, `the list ${l.code} stands twice`));
    seen.add(l.code);
    if (l.follows !== undefined && !follows.has(l.follows)) {
      const where = opened.read.place(["lists", n, "follows"]);
      problems.push(problem("R15", opened.file, where.line, where.column, `no document lists anyone on ${l.follows}`));
    }
    const { "limit-days": limit, "terms-for": termsFor, also, sources: _, confidence: __, ...rest } = l;
    return { ...rest, also: also ?? [], limitDays: Number(limit), ...(termsFor === undefined ? {} : { termsFor }) } as ListKind;
  });
  const copies = yamlFiles(dir)
    .filter((p) => p !== path)
    .flatMap((p) => copyAt(p, seen, problems));
  return { kinds, copies };
}

function copyAt(path: string, codes: ReadonlySet<string>, problems: Problem[]): ListCopy[] {
  const opened = yaml(path, copyFile, problems);
  if (opened === undefined) return [];
  const { data, read, file } = opened;
  const say = (rule: string, where: readonly PropertyKey[], message: string): void => {
    const at = read.place(where);
    problems.push(problem(rule, file, at.line, at.column, message));
  };
  try {
    parseDay(data["as-of"]);
  } catch (e) {
    say("R06", ["as-of"], (e as Error).message);
  }
  data.lists.forEach((c, i) => void (codes.has(c) || say("R26", ["lists", i], `there is no list ${c} in lists.yaml`)));
  const table = tableText(path.replace(/\.yaml$/, ""));
  if (table === undefined) {
    say("R23", [], "there is no table of this name beside it: .csv or .csv.gz");
    return [];
  }
  const parties = rowsOf(table.text, relative(process.cwd(), table.path), new Set(data.lists), problems);
  if (parties.length !== Number(data.rows)) say("R20", ["rows"], `rows: the table has ${parties.length} good rows, not ${data.rows}`);
  const id = (path.split(/[\\/]/).at(-1) ?? "").replace(/\.yaml$/, "");
  const source = data.sources[0] as ListCopy["source"];
  return [{ id, title: data.title, lists: data.lists, asOf: data["as-of"], missing: data.missing ?? [], source, parties }];
}

function rowsOf(text: string, file: string, lists: ReadonlySet<string>, problems: Problem[]): Party[] {
  const rows = records(text);
  const extra = Object.keys(rows[0] ?? {}).filter((c) => !(COLUMNS as readonly string[]).includes(c));
  if (extra.length > 0) problems.push(problem("R03", file, 1, 1, `there is no column ${extra[0]} in a table of parties: ${COLUMNS.join(", ")}`));
  const seen = new Set<string>();
  return rows.flatMap((r, i) => {
    const list = r["list"] ?? "";
    const fault =
      faultOf(r) ??
      (seen.has(r["id"] ?? "") ? `id: ${(r["id"] ?? "").slice(0, 60)} stands twice` : lists.has(list) ? undefined : `list: "${list.slice(0, 20)}" is not among the lists of the file beside it`);
    if (fault !== undefined) problems.push(problem("R27", file, i + 2, 1, fault));
    seen.add(r["id"] ?? "");
    return fault === undefined ? [partyOfRow(r)] : [];
  });
}

function tableText(stem: string): { path: string; text: string } | undefined {
  if (existsSync(`${stem}.csv`)) return { path: `${stem}.csv`, text: readFileSync(`${stem}.csv`, "utf8") };
  if (existsSync(`${stem}.csv.gz`)) return { path: `${stem}.csv.gz`, text: gunzipSync(readFileSync(`${stem}.csv.gz`), { maxOutputLength: MOST_BYTES }).toString("utf8") };
  return undefined;
}

function yaml<T>(path: string, form: ZodType<T>, problems: Problem[]): { data: T; read: Read; file: string } | undefined {
  const file = relative(process.cwd(), path);
  const read = readYaml(readFileSync(path, "utf8"), file, problems);
  if (read === undefined) return undefined;
  const parsed = form.safeParse(read.value);
  if (parsed.success) return { data: parsed.data, read, file };
  for (const i of parsed.error.issues) {
    const at = read.place(i.path);
    problems.push(problem(i.code === "unrecognized_keys" ? "R03" : "R05", file, at.line, at.column, `${i.path.join(".")}: ${i.message}`));
  }
  return undefined;
}
