import { once } from "node:events";
import { createWriteStream, readFileSync, statSync } from "node:fs";
import { finished } from "node:stream/promises";
import { LIMITS, type TableRow } from "@truce/engine/entries";
import { oneSheet, ownNames } from "@truce/engine/portfolio";
import { workbookRows } from "../entries/workbook.js";
import { InputError } from "@truce/engine/desk";
import type { Source, Told } from "./source.js";
import { path, text } from "./sql.js";

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
    for await (const row of oneSheet(workbookRows(readFileSync(file), given), told.names, (n) => notes.push(n))) {
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
