import { closeSync, openSync, readSync } from "node:fs";
import { HEAD, headerOf, ownNames, PRICE_LIMITS } from "@truce/engine/portfolio";
import { aboutLines } from "./about-lines.js";
import type { Source, Told } from "./source.js";
import { path, text } from "./sql.js";

/**
 * A text of cells between delimiters, in UTF-8. Its header is the row of its beginning that names most of what is looked for, and its
 * delimiter the one by which that row does.
 * @throws InputError where it has too many columns
 */
export function table(file: string, given: string, told: Told, notes: readonly string[]): Source {
  const header = headerOf(head(file), given, told.names, told.delimiter);
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
