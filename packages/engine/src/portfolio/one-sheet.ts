import type { TableRow } from "../entries/index.js";
import { worthOfHeader } from "./map-columns.js";

/** Rows of a sheet in which its header is looked for. */
const ROWS = 40;
/** What a row must be worth to be the header of its sheet. */
const ENOUGH = 2;

/**
 * The header and the rows below it, of the first sheet that has one; of the first sheet where none has. Empty rows are left out.
 * @param names what `--columns` maps, by which a header is known too
 */
export async function* oneSheet(rows: AsyncIterable<TableRow>, names: readonly string[], note: (text: string) => void): AsyncGenerator<TableRow> {
  let first: TableRow[] | undefined;
  let held: TableRow[] = [];
  let sheet: number | undefined;
  let others = false;
  const worth = (r: TableRow): number => worthOfHeader(r.cells, names);
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
  if (others) note(`only sheet ${(sheet ?? 0) + 1} of the workbook is read`);
}
