import { InputError } from "@truce/engine/desk";
import { delimiterOf, encodingOf, LIMITS, type TableRow } from "@truce/engine/entries";
import { parse } from "csv-parse/sync";
import { Unzip, UnzipInflate } from "fflate";
import { type CellValue, streamXlsxRows } from "hucre/xlsx";
import type { Run } from "./protocol.js";

/** Bytes of a file, and what a workbook may unpack to, in a browser. */
export const MOST_BYTES = 100 * 1024 * 1024;
const MOST_UNPACKED = 256 * 1024 * 1024;
const SLICE = 1 << 16;
/** Rows after which questions that came meanwhile are let through. */
const BREATH = 2_000;
const SHEETS = 20;

/**
 * Rows of a CSV file or workbook that the reader dropped, as text. Nothing in it is run; formulas are what the file last showed.
 * @param worth how much a row looks like a header, for telling the delimiter
 * @throws InputError for a file that is no table, is broken, or is larger than a page reads
 */
export async function* tableRows(bytes: Uint8Array, file: string, worth: (cells: readonly string[]) => number, run: Run): AsyncGenerator<TableRow> {
  if (bytes.length === 0) throw new InputError("empty-file", `${file} is empty`, "export it again", file);
  if (bytes.length > MOST_BYTES) throw new InputError("too-large", `${file} is larger than ${MOST_BYTES / 1024 / 1024} MB`, "split it, or use the command line", file);
  const rows = bytes[0] === 0x50 && bytes[1] === 0x4b ? workbook(bytes, file) : text(bytes, file, worth);
  let n = 0;
  for await (const row of rows) {
    yield row;
    if (++n % BREATH > 0) continue;
    run.progress({ done: n, of: null, unit: "rows" });
    await run.breathe();
  }
}

function* text(bytes: Uint8Array, file: string, worth: (cells: readonly string[]) => number): Generator<TableRow> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw new InputError("bad-workbook", `${file} is a workbook of the old kind, or locked with a password`, "save it as XLSX or CSV", file);
  const whole = new TextDecoder(encodingOf(bytes)).decode(bytes).replace(/^\uFEFF/, "");
  if (whole.slice(0, SLICE).includes("\u0000")) throw new InputError("not-a-table", `${file} is not text: it is no CSV or XLSX file`, "export it again as CSV or XLSX", file);
  let records: string[][];
  try {
    records = parse(whole, { delimiter: delimiterOf(whole, worth), relax_column_count: true, skip_empty_lines: false, max_record_size: 1_000_000, record_delimiter: ["\r\n", "\n", "\r"] });
  } catch (e) {
    throw new InputError("bad-csv", `${file} cannot be read as a table: ${(e as Error).message.split("\n")[0]?.slice(0, 160)}`, "export it again as CSV or XLSX", file);
  }
  if (records.length > LIMITS.rows) throw new InputError("too-long", `${file} has more than ${LIMITS.rows} rows`, "split the file", file);
  for (let i = 0; i < records.length; i++) yield { number: i + 1, sheet: 0, cells: records[i] as string[] };
}

/** The rows of all sheets of a workbook, as text. @throws InputError for one that is broken or too large */
export async function* workbook(bytes: Uint8Array, file: string): AsyncGenerator<TableRow> {
  unpackable(bytes, file);
  for (let sheet = 0; sheet < SHEETS; sheet++) {
    const rows = streamXlsxRows(bytes, { sheet });
    for (;;) {
      let next: Awaited<ReturnType<typeof rows.next>>;
      try {
        next = await rows.next();
      } catch (e) {
        if (sheet > 0 && /sheet/i.test((e as Error).message)) return;
        throw new InputError("bad-workbook", `${file} cannot be read as a workbook: ${(e as Error).message.slice(0, 160)}`, "save it anew as XLSX or CSV", file);
      }
      if (next.done === true) break;
      if (next.value.values.length > LIMITS.columns)
        throw new InputError("refused-workbook", `row ${next.value.index + 1} has more than ${LIMITS.columns} columns`, "keep the columns that are needed", file);
      yield { number: next.value.index + 1, sheet, cells: next.value.values.map(cellText) };
    }
  }
}

function cellText(value: CellValue): string {
  if (value === null) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value === "number") return String(Number(value.toPrecision(15)));
  return String(value).slice(0, LIMITS.cell);
}

/** Unpacks every part once in small pieces, counting: what a workbook says of its size need not be true. */
function unpackable(bytes: Uint8Array, file: string): void {
  let total = 0;
  const refuse = (why: string): never => {
    throw new InputError("refused-workbook", `${file} cannot be read as a workbook: ${why}`, "save it anew as XLSX or CSV", file);
  };
  const unzip = new Unzip((part) => {
    part.ondata = (error, chunk) => {
      if (error !== null) refuse("its archive is broken");
      total += chunk.length;
      if (total > MOST_UNPACKED) refuse(`it unpacks to more than ${MOST_UNPACKED / 1024 / 1024} MB`);
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += SLICE) unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length);
  } catch (e) {
    if (e instanceof InputError) throw e;
    refuse("its archive is broken");
  }
}
