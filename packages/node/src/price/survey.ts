import type { Books, Defaults, Mapping } from "@truce/engine/portfolio";
import { dayFirstSql } from "./normalise.js";
import type { Query, Source } from "./source.js";

/* What a file as a whole says before its lines are priced. */

/** What is taken for lines because the file does not say it. */
export function taken(source: Source, mapping: Mapping, d: Defaults): string[] {
  const out: string[] = [];
  if (!mapping.fields.has("on") && d.on === undefined) out.push("no column of days: every line is taken as entered now; --on or --columns on=COLUMN says otherwise");
  if (!mapping.fields.has("from") && !mapping.fields.has("to") && d.from === undefined && d.to === undefined)
    out.push("no column of countries: every line is taken as from China to the United States; --from and --to say otherwise");
  for (const [q, u] of [
    ["quantity", "unit"],
    ["quantity2", "unit2"],
    ["quantity3", "unit3"],
  ] as const) {
    const column = mapping.fields.get(q);
    if (column !== undefined && source.kind !== "jsonl" && !/\[\]$/.test(column.type) && !mapping.fields.has(u)) out.push(`"${column.name}" is not used: no column says its unit`);
  }
  return out;
}

/** Keeps the rows that could not be cut into cells, and makes the view of the others, which count them too. @returns how many */
export async function brokenRows(source: Source, books: Books, query: Query): Promise<number> {
  if (source.broken !== undefined) {
    await query(`CREATE TEMP TABLE t_broken AS ${source.broken}`);
    books.broken = (await query(`SELECT "row" FROM t_broken ORDER BY 1`)).map((r) => Number(r["row"]));
  }
  const row = books.broken.length === 0 ? "" : " REPLACE (CAST(truce_place(CAST(truce_row AS DOUBLE)) AS BIGINT) AS truce_row)";
  await query(`CREATE TEMP VIEW t_rows AS SELECT *${row} FROM t_view`);
  return books.broken.length;
}

/** Which number of a day comes first, where both are numbers: told by the column itself. */
export async function order(source: Source, mapping: Mapping, query: Query, notes: string[]): Promise<boolean> {
  const on = mapping.fields.get("on");
  if (on === undefined || on.type !== "VARCHAR") return false;
  const signs = async (limit: string): Promise<readonly [number, number, number]> => {
    const [n] = await query(`${dayFirstSql(on)} (SELECT * FROM ${source.sql}${limit})`);
    return [Number(n?.["day_first"]), Number(n?.["month_first"]), Number(n?.["either"])];
  };
  let [day, month, either] = await signs(" LIMIT 20000");
  if (either === 0) return false;
  // The beginning of a sorted file may hold one month alone.
  if (day === 0 || month === 0) [day, month, either] = await signs("");
  if (day > 0 && month === 0) {
    notes.push(`days of "${on.name}" are read with the day before the month`);
    return true;
  }
  if (day === 0 && month === 0) notes.push(`days of "${on.name}" could be read with the day or the month first: the month is taken first`);
  if (day > 0 && month > 0) notes.push(`days of "${on.name}" are written in two orders: the month is taken first, and those that cannot be read so are rejected`);
  return false;
}
