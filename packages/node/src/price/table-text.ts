import { closeSync, openSync, readSync } from "node:fs";
import { type Info, parse } from "csv-parse/sync";
import { aboutLines } from "./about-lines.js";
import { InputError } from "@truce/engine/desk";
import { worthOfHeader } from "./columns.js";
import { PRICE_LIMITS } from "./limits.js";
import { ownNames } from "./own-names.js";
import type { Source, Told } from "./source.js";
import { path, text } from "./sql.js";

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Bytes in which the header is looked for, and so many rows of them. */
const HEAD = 1 << 18;
const ROWS = 40;

interface Header {
  readonly delimiter: string;
  readonly cells: readonly string[];
  /** Lines before it. */
  readonly skip: number;
}

/**
 * A text of cells between delimiters, in UTF-8. Its header is the row of its beginning that names most of what is looked for, and its
 * delimiter the one by which that row does.
 * @throws InputError where it has too many columns
 */
export function table(file: string, given: string, told: Told, notes: readonly string[]): Source {
  const header = headerOf(head(file), told, given);
  if (header.cells.length > PRICE_LIMITS.columns) throw new InputError("too-wide", `${given} has more than ${PRICE_LIMITS.columns} columns`, "is the delimiter right? --delimiter names it", given);
  const names = ownNames(header.cells);
  const own = names.map((n) => `${text(n)}: 'VARCHAR'`).join(", ");
  const sql = `read_csv(${path(file)}, columns = {${own}}, auto_detect = false, header = true, skip = ${header.skip}, delim = ${text(header.delimiter)}, quote = '"', escape = '"', max_line_size = ${PRICE_LIMITS.row}, compression = 'none', hive_partitioning = false, store_rejects = true)`;
  return {
    file: given,
    kind: "csv",
    sql,
    numbered: `(SELECT *, row_number() OVER () AS truce_row FROM ${sql})`,
    columns: names.map((n) => ({ name: n, type: "VARCHAR" })),
    broken: brokenSql(header.skip + 1),
    about: aboutLines(file),
    notes: header.skip === 0 ? notes : [...notes, `${header.skip} ${header.skip === 1 ? "line" : "lines"} before the header ${header.skip === 1 ? "is" : "are"} left out`],
  };
}

/** What DuckDB kept of rows that it could not cut. @param before lines up to the header */
export const brokenSql = (before: number): string =>
  `SELECT CAST(line AS BIGINT) - ${before} AS "row", any_value(column_name) AS field, any_value(CASE error_type WHEN 'TOO MANY COLUMNS' THEN 'the row has more cells than the header: is a thousands separator or a delimiter within a cell not quoted?' WHEN 'MISSING COLUMNS' THEN 'the row has fewer cells than the header' WHEN 'UNQUOTED VALUE' THEN 'a quote in the row is not closed' WHEN 'LINE SIZE OVER MAXIMUM' THEN 'the row is longer than ${PRICE_LIMITS.row} bytes' ELSE error_message END) AS reason, any_value(left(csv_line, 80)) AS given FROM reject_errors GROUP BY line`;

function head(file: string): string {
  const handle = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(HEAD);
    const read = readSync(handle, bytes);
    const all = new TextDecoder("utf-8").decode(bytes.subarray(0, read));
    return read < HEAD ? all : all.slice(0, Math.max(all.lastIndexOf("\n"), all.lastIndexOf("\r")) + 1 || all.length);
  } finally {
    closeSync(handle);
  }
}

function headerOf(start: string, told: Told, given: string): Header {
  let best: Header | undefined;
  let most = -1;
  for (const delimiter of told.delimiter === undefined ? DELIMITERS : [told.delimiter]) {
    let lines = 0;
    for (const { record, info } of records(start, delimiter)) {
      // Where no row names anything the first one is the header, cut by the delimiter that cuts it most.
      const worth = worthOfHeader(record, told.names) * PRICE_LIMITS.columns + (lines === 0 ? Math.min(record.length, PRICE_LIMITS.columns - 1) : 0);
      if (worth > most) {
        most = worth;
        best = { delimiter, cells: record, skip: lines };
      }
      lines = info.lines;
    }
  }
  if (best === undefined) throw new InputError("empty-file", `${given} is empty`, "it needs a header and lines", given);
  return best;
}

function records(start: string, delimiter: string): { record: string[]; info: Info }[] {
  const options = { delimiter, bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, to: ROWS } as const;
  try {
    return parse(start, options) as unknown as { record: string[]; info: Info }[];
  } catch {
    // A quote that is not closed lies further down: the first line is enough.
    const first = start.slice(0, start.search(/\r|\n|$/));
    return first === "" ? [] : [{ record: first.split(delimiter), info: { lines: 1 } as Info }];
  }
}
