import { once } from "node:events";
import { createWriteStream, readFileSync, statSync } from "node:fs";
import { finished } from "node:stream/promises";
import { LIMITS, type TableRow } from "@truce/engine/entries";
import { workbookRows } from "../entries/workbook.js";
import { InputError } from "@truce/engine/desk";
import { worthOfHeader } from "./columns.js";
import { ownNames } from "./own-names.js";
import type { Source, Told } from "./source.js";
import { path, text } from "./sql.js";

/** Rows of a sheet in which its header is looked for. */
const ROWS = 40;
/** What a row must be worth to be the header of its sheet. */
const ENOUGH = 2;
const quoted = (cell: string): string => (cell === "" ? "" : `"${cell.replaceAll('"', '""').replace(/\r\n?/g, "\n")}"`);

/**
 * A workbook's first sheet with a header, read in a worker of bounded memory that counts what it unpacks, and written to `to` as CSV.
 * @throws InputError for a workbook that is broken, locked or too large, or without a table
 */
export async function sheetToCsv(file: string, to: string, given: string, told: Told): Promise<Source> {
  if (statSync(file).size > LIMITS.bytes) throw new InputError("too-large", `${given} is larger than ${LIMITS.bytes / 1024 / 1024} MB`, "export the lines as CSV or Parquet", given);
  const notes: string[] = [];
  let about = 0;
  let header: TableRow | undefined;
  const out = createWriteStream(to);
  const ended = finished(out);
  ended.catch(() => undefined);
  try {
    for await (const row of oneSheet(workbookRows(readFileSync(file), given), told, notes)) {
      about++;
      if (header === undefined) header = row;
      else if (!out.write(`${row.number - header.number},${header.cells.map((_, i) => quoted(row.cells[i] ?? "")).join(",")}\n`)) await Promise.race([once(out, "drain"), ended]);
    }
  } finally {
    out.end();
  }
  await ended;
  if (header === undefined) throw new InputError("empty-file", `${given} holds no table`, "its first sheet needs a header and lines", given);
  if (header.number > 1) notes.push(`rows before row ${header.number}, the header, are left out`);
  const names = ownNames(header.cells);
  const columns = names.map((n) => `${text(n)}: 'VARCHAR'`).join(", ");
  const sql = `read_csv(${path(to)}, columns = {'truce_row': 'BIGINT', ${columns}}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', compression = 'none', hive_partitioning = false)`;
  return {
    file: given,
    kind: "xlsx",
    sql,
    numbered: sql,
    columns: names.map((n) => ({ name: n, type: "VARCHAR" })),
    broken: undefined,
    about,
    notes,
  };
}

/** The header and the rows below it, of the first sheet that has one; of the first sheet where none has. Empty rows are left out. */
async function* oneSheet(rows: AsyncIterable<TableRow>, told: Told, notes: string[]): AsyncGenerator<TableRow> {
  let first: TableRow[] | undefined;
  let held: TableRow[] = [];
  let sheet: number | undefined;
  let others = false;
  const worth = (r: TableRow): number => worthOfHeader(r.cells, told.names);
  const best = (): TableRow => held.reduce((a, b) => (worth(b) > worth(a) ? b : a));
  const found = (): boolean => held.length > 0 && worth(best()) >= ENOUGH;
  const below = (header: TableRow): TableRow[] => held.filter((r) => r.number >= header.number);
  for await (const row of rows) {
    if (row.cells.every((c) => c.trim() === "")) continue;
    if (sheet === undefined && held.length > 0 && (held.length >= ROWS || (held[0] as TableRow).sheet !== row.sheet) && found()) {
      sheet = (held[0] as TableRow).sheet;
      yield* below(best());
    }
    if (sheet !== undefined) {
      if (row.sheet === sheet) yield row;
      else others = true;
    } else if (held.length === 0 || (held[0] as TableRow).sheet === row.sheet) {
      if (held.length < ROWS) held.push(row);
    } else {
      first ??= held;
      held = [row];
    }
  }
  if (sheet === undefined) {
    if (!found() && first !== undefined) held = first;
    others = first !== undefined;
    sheet = held[0]?.sheet;
    if (held.length > 0) yield* below(best());
  }
  if (others) notes.push(`only sheet ${(sheet ?? 0) + 1} of the workbook is read`);
}
