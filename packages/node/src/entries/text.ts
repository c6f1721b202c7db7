import { CsvError, parse } from "csv-parse";
import { InputError } from "@truce/engine/desk";
import { delimiterOf, encodingOf, LIMITS, type TableRow } from "@truce/engine/entries";

const SLICE = 1 << 18;
/** Bytes from which the delimiter is told. */
const SAMPLE = 1 << 16;

/**
 * Rows of a text with delimiters. The delimiter is the one by which `worth` counts most in the beginning of the file.
 * @throws InputError where quotes are not closed, or a record or the file is too long
 */
export async function* textRows(bytes: Uint8Array, file: string, worth: (cells: readonly string[]) => number): AsyncGenerator<TableRow> {
  const encoding = encodingOf(bytes);
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE)).replace(/^\uFEFF/, "");
  if (head.includes("\u0000")) throw new InputError("not-a-table", `${file} is not text: it is no CSV or XLSX file`, "export the report again as CSV or XLSX", file);
  const delimiter = delimiterOf(head, worth);
  const parser = parse({ delimiter, bom: true, relax_column_count: true, skip_empty_lines: false, max_record_size: 1_000_000, record_delimiter: ["\r\n", "\n", "\r"] });
  const feed = (async () => {
    const decoder = new TextDecoder(encoding);
    for (let at = 0; at < bytes.length; at += SLICE) if (!parser.write(decoder.decode(bytes.subarray(at, at + SLICE), { stream: true }))) await new Promise((done) => void parser.once("drain", done));
    parser.end(decoder.decode());
  })();
  feed.catch(() => undefined);
  let number = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number++;
      if (number > LIMITS.rows) throw new InputError("too-long", `${file} has more than ${LIMITS.rows} rows`, "split the file", file);
      yield { number, sheet: 0, cells: record };
    }
  } catch (e) {
    if (!(e instanceof CsvError)) throw e;
    throw new InputError("bad-csv", `${file} cannot be read as a table after row ${number}: ${e.message.split("\n")[0]?.slice(0, 160)}`, "export the report again as CSV or XLSX", file);
  } finally {
    parser.destroy();
  }
}
