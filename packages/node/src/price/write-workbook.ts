import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { writeXlsxStream, XLSX_MAX_ROWS_PER_SHEET } from "hucre/xlsx";
import { InputError } from "@truce/engine/desk";

/** Columns whose values are numbers in a workbook; codes, headings and days stay text. */
const NUMBER = /^(DECIMAL|BIGINT|INTEGER|DOUBLE|HUGEINT)/;

/**
 * Writes the rows of a statement as a workbook of one sheet, streamed.
 * @throws InputError where there are more rows than a sheet holds
 */
export async function writeWorkbook(connection: DuckDBConnection, sql: string, part: string, to: string): Promise<number> {
  const all = Number((await connection.runAndReadAll(`SELECT count(*) AS n FROM (${sql})`)).getRowObjectsJS()[0]?.["n"]);
  if (all >= XLSX_MAX_ROWS_PER_SHEET) throw new InputError("too-long", `${to} would have ${all} rows, and a sheet holds ${XLSX_MAX_ROWS_PER_SHEET - 1} below its header`, "write CSV or Parquet", "-o");
  const result = await connection.stream(sql);
  const names = result.columnNames();
  const numeric = result.columnTypes().map((t) => NUMBER.test(String(t)));
  let count = 0;
  async function* rows(): AsyncGenerator<(string | number | null)[]> {
    yield [...names];
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      for (const row of chunk.getRows()) {
        count++;
        yield row.map((v, i) => (v === null || v === undefined ? null : numeric[i] ? Number(String(v)) : String(v)));
      }
    }
  }
  const bytes = writeXlsxStream(rows(), { name: "lines" });
  await pipeline(Readable.fromWeb(bytes as never), createWriteStream(part));
  return count;
}
