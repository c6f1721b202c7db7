import type { FiledEntry } from "../entry/index.js";

/** So many lines show that it is the layout of a table, and not how one line was filed. */
const ENOUGH = 3;
const goods = (code: string): boolean => !/^9[89]/.test(code);

/**
 * Entries of a table that lists the number of the goods before its headings in each of its lines and numbers none: the number is put last, where it is filed.
 * Undefined where the table is not so.
 */
export function goodsLast(entries: readonly FiledEntry[]): FiledEntry[] | undefined {
  const lines = entries.flatMap((e) => e.lines.filter((l) => l.tariffs.length > 1));
  const first = lines.every((l) => l.tariffs.every((t, i) => goods(t.code) === (i === 0)));
  if (!first || lines.length < ENOUGH) return undefined;
  return entries.map((e) => ({ ...e, lines: e.lines.map((l) => ({ ...l, tariffs: [...l.tariffs.slice(1), ...l.tariffs.slice(0, 1)] })) }));
}
