import type { Fact } from "@truce/engine/goods";
import { wordOf } from "./cells.js";
import { FACT_NAMES, type Field, NAMES, REQUIRED } from "./column-names.js";

/** Which column of a table holds what. */
export interface Columns {
  readonly fields: ReadonlyMap<Field, number>;
  readonly facts: ReadonlyMap<string, { readonly at: number; readonly fact: Fact }>;
  /** Each column as the file names it, and what it was taken for; null where it is not used. */
  readonly named: readonly { readonly name: string; readonly is: string | null }[];
}
const BY_NAME = new Map<string, { field: Field; rank: number }>(Object.entries(NAMES).flatMap(([field, names]) => names.map((n, rank) => [n, { field: field as Field, rank }] as const)));
/** Facts that stand in a column of the entry itself. */
const OF_ENTRY = new Set(["entry", "mode"]);

/** How many fields a row would name as a header. */
export const worthAsHeader = (cells: readonly string[]): number => new Set(cells.flatMap((c) => BY_NAME.get(wordOf(c))?.field ?? [])).size;

/** Whether a row is the header: it names the entry, its date or tariff number, and at least three things. */
export function isHeader(cells: readonly string[]): boolean {
  const fields = new Set(cells.flatMap((c) => BY_NAME.get(wordOf(c))?.field ?? []));
  return fields.size >= 3 && fields.has("entry") && (fields.has("code") || fields.has("entered"));
}

/** Columns of a header. Where two columns name one thing, the name that ACE prints wins, then the first. */
export function columnsOf(header: readonly string[], facts: Iterable<Fact>): Columns {
  const fields = new Map<Field, number>();
  const ranks = new Map<Field, number>();
  const factNames = new Map<string, Fact>();
  for (const f of facts) if (!OF_ENTRY.has(f.name)) for (const n of [wordOf(f.name), ...(FACT_NAMES[f.name] ?? [])]) factNames.set(n, f);
  const found = new Map<string, { at: number; fact: Fact }>();
  header.forEach((cell, at) => {
    const name = wordOf(cell);
    const own = BY_NAME.get(name);
    const fact = factNames.get(name);
    if (own !== undefined && own.rank < (ranks.get(own.field) ?? Number.POSITIVE_INFINITY)) {
      fields.set(own.field, at);
      ranks.set(own.field, own.rank);
    } else if (own === undefined && fact !== undefined && !found.has(fact.name)) found.set(fact.name, { at, fact });
  });
  const taken = new Map<number, string>([...[...fields].map(([f, at]) => [at, f] as const), ...[...found].map(([n, { at }]) => [at, n] as const)]);
  return { fields, facts: found, named: header.map((name, at) => ({ name: name.trim(), is: taken.get(at) ?? null })) };
}

/** Fields without which nothing can be read, and that the header does not name. */
export const missingFields = (c: Columns): Field[] => REQUIRED.filter((f) => !c.fields.has(f));
