import type { Fact } from "../goods/index.js";
import { FACT_NAMES } from "../entries/index.js";
import { InputError } from "../desk/index.js";
import { type Field, NAMES } from "./column-names.js";

/** A column as the file gives it: its name and DuckDB's type. */
export interface SourceColumn {
  readonly name: string;
  readonly type: string;
}
/** Which column holds what. */
export interface Mapping {
  readonly fields: ReadonlyMap<Field, SourceColumn>;
  /** Columns of facts by the name of the fact. */
  readonly facts: ReadonlyMap<string, SourceColumn>;
}
const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
/** Facts whose names mean something else in most files: only `fact:NAME` names their column. */
const SAID_ONLY: ReadonlySet<string> = new Set(["entry", "mode"]);
const BY_NAME = new Map<string, { readonly field: Field; readonly rank: number }>();
for (const [field, names] of Object.entries(NAMES)) names.forEach((n, rank) => BY_NAME.has(plain(n)) || BY_NAME.set(plain(n), { field: field as Field, rank }));

/**
 * Splits what `--columns` was given at its commas; one within quotes belongs to a name.
 * @example splitPairs('code=HTS,value="Value, USD"') //=> ["code=HTS", "value=Value, USD"]
 */
export const splitPairs = (given: string): string[] => (given.match(/(?:"[^"]*"|[^,"])+/g) ?? []).map((pair) => pair.trim().replace(/^([^=]+)=\s*"(.*)"$/, "$1=$2"));

/** How many things a row would name as a header, the code and the value counted most. @param told names that `--columns` maps */
export function worthOfHeader(cells: readonly string[], told: readonly string[]): number {
  const mapped = new Set(told.map(plain));
  const found = new Set(cells.flatMap((c) => BY_NAME.get(plain(c))?.field ?? (mapped.has(plain(c)) ? plain(c) : [])));
  return found.size + (found.has("code") ? 2 : 0) + (found.has("value") ? 2 : 0);
}

/**
 * What the columns of a file hold, by their names or as `--columns` says.
 * @param told pairs such as `code=HTS`; a fact is named as `fact:steel=Steel share` or `steel=Steel share`
 * @throws InputError where a pair names no column or nothing that a column can hold, or the code or the value is not found
 */
export function mapColumns(columns: readonly SourceColumn[], facts: Iterable<Fact>, told: readonly string[]): Mapping {
  const byFact = new Map<string, string>();
  for (const f of facts) for (const n of [...(SAID_ONLY.has(f.name) ? [] : [f.name]), `fact:${f.name}`, ...(FACT_NAMES[f.name] ?? [])]) byFact.set(plain(n), f.name);
  const fields = new Map<Field, SourceColumn>();
  const factColumns = new Map<string, SourceColumn>();
  const taken = new Set<string>();
  for (const pair of told) {
    const at = pair.indexOf("=");
    const [what, name] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    const column = columns.find((c) => c.name === name) ?? columns.find((c) => plain(c.name) === plain(name));
    if (at < 1 || column === undefined)
      throw new InputError("no-column", at < 1 ? `"${pair}" does not say which column is which` : `there is no column "${name}"`, `write FIELD=COLUMN; the file has: ${list(columns)}`, "--columns");
    taken.add(column.name);
    if (what in NAMES) fields.set(what as Field, column);
    else {
      const fact = byFact.get(plain(what)) ?? byFact.get(plain(`fact:${what}`));
      if (fact === undefined)
        throw new InputError("no-column", `"${what}" is nothing that a column can hold`, `fields are ${Object.keys(NAMES).join(", ")}, and the facts of truce duty --help`, "--columns");
      factColumns.set(fact, column);
    }
  }
  const ranks = new Map<Field, number>();
  for (const c of columns) {
    if (taken.has(c.name)) continue;
    const own = BY_NAME.get(plain(c.name));
    const fact = byFact.get(plain(c.name));
    if (own !== undefined) {
      if (fields.has(own.field) && (ranks.get(own.field) ?? -1) <= own.rank) continue;
      fields.set(own.field, c);
      ranks.set(own.field, own.rank);
    } else if (fact !== undefined && !factColumns.has(fact)) factColumns.set(fact, c);
  }
  for (const field of ["code", "value"] as const)
    if (!fields.has(field))
      throw new InputError(
        "no-column",
        `no column is recognised as the ${field === "code" ? "tariff code" : "customs value"}`,
        `say which it is: --columns ${field}=COLUMN; the file has: ${list(columns)}`,
        "header",
      );
  return { fields, facts: factColumns };
}

const list = (columns: readonly SourceColumn[]): string =>
  columns
    .slice(0, 40)
    .map((c) => c.name.slice(0, 40))
    .join(", ");
