import { InputError } from "@truce/engine/desk";
import { oneSheet, ownNames } from "@truce/engine/portfolio";
import type { Run } from "../protocol.js";
import { MOST_BYTES, workbook } from "../table-rows.js";
import { type LineSource, type Note, Pace } from "./source.js";

/**
 * The first sheet of a workbook that has a header. Nothing in it is run; formulas are what the file last showed.
 * @throws InputError for a workbook that is broken, locked or too large, or without a table
 */
export async function sheetLines(file: File, columns: readonly string[]): Promise<LineSource> {
  if (file.size > MOST_BYTES) throw new InputError("too-large", `${file.name} is larger than ${MOST_BYTES / 1024 / 1024} MB`, "export the lines as CSV or Parquet, or use the command line", file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const told = columns.map((c) => c.slice(c.indexOf("=") + 1));
  const notes: Note[] = [];
  const first = await oneSheet(workbook(bytes, file.name), told, (text) => notes.push(`words:${text}`)).next();
  if (first.done === true) throw new InputError("empty-file", `${file.name} holds no table`, "its first sheet needs a header and lines", file.name);
  const header = first.value;
  const width = header.cells.length;
  if (header.number > 1) notes.push(`skipped:${header.number - 1}`);
  return {
    names: ownNames(header.cells),
    notes,
    each: async (take, run: Run, most = Number.POSITIVE_INFINITY) => {
      const pace = new Pace(run, "lines");
      for await (const r of oneSheet(workbook(bytes, file.name), told, () => undefined)) {
        const row = r.number - header.number;
        if (row === 0) continue;
        take.line(row, r.cells.length < width ? [...r.cells, ...Array<string>(width - r.cells.length).fill("")] : r.cells);
        pace.lines++;
        await pace.step(0);
        if (row >= most) return;
      }
    },
  };
}
