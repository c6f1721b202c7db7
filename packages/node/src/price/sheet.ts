import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { TableRow } from "../entries/table.js";
import { InputError } from "../grounds/open.js";

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/**
 * Writes the first sheet of a workbook that holds a table as CSV, row by row. Its first row of at least two cells is the header.
 * @returns notes on what was left out
 * @throws InputError for a workbook without a table
 */
export async function sheetToCsv(rows: AsyncIterable<TableRow>, to: string, file: string): Promise<string[]> {
  const out = createWriteStream(to);
  const notes = new Set<string>();
  let sheet: number | undefined;
  let width = 0;
  for await (const row of rows) {
    if (row.cells.every((c) => c.trim() === "")) continue;
    if (sheet === undefined) {
      if (row.cells.filter((c) => c.trim() !== "").length < 2) {
        notes.add(`row ${row.number} before the header is left out`);
        continue;
      }
      sheet = row.sheet;
      width = row.cells.length;
    }
    if (row.sheet !== sheet) {
      notes.add("only the first sheet is read");
      continue;
    }
    const cells = Array.from({ length: width }, (_, i) => quoted(row.cells[i] ?? ""));
    if (!out.write(`${cells.join(",")}\n`)) await once(out, "drain");
  }
  out.end();
  await finished(out);
  if (sheet === undefined) throw new InputError("no-header", `${file} holds no table`, "its first sheet needs a header and lines", file);
  return [...notes];
}
