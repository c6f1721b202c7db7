import { CsvError, parse } from "csv-parse";
import { InputError } from "@truce/engine/desk";
import { LIMITS, type TableRow } from "@truce/engine/entries";

const SLICE = 1 << 18;
/** Bytes from which encoding and delimiter are told. */
const SAMPLE = 1 << 16;
const DELIMITERS = [",", ";", "\t", "|"] as const;

/** The encoding of a text: what its mark says, else UTF-8 where all of it is UTF-8, else that of Windows. */
export function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const seen = Math.min(bytes.length, 4_096);
  for (let i = 0; i < seen; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  if ((zeros[1] as number) > seen / 4 && zeros[0] === 0) return "utf-16le";
  if ((zeros[0] as number) > seen / 4 && zeros[1] === 0) return "utf-16be";
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    for (let at = 0; at < bytes.length; at += SLICE) decoder.decode(bytes.subarray(at, at + SLICE), { stream: true });
    decoder.decode();
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/**
 * Rows of a text with delimiters. The delimiter is the one by which `worth` counts most in the beginning of the file.
 * @throws InputError where quotes are not closed, or a record or the file is too long
 */
export async function* textRows(bytes: Uint8Array, file: string, worth: (cells: readonly string[]) => number): AsyncGenerator<TableRow> {
  const encoding = encodingOf(bytes);
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, SAMPLE)).replace(/^\uFEFF/, "");
  if (head.includes("\u0000")) throw new InputError("not-a-table", `${file} is not text: it is no CSV or XLSX file`, "export the report again as CSV or XLSX", file);
  const lines = head.split(/\r\n|\n|\r/).slice(0, 60);
  const delimiter = [...DELIMITERS].sort((a, b) => best(lines, b, worth) - best(lines, a, worth))[0] as string;
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

/** How much the best row of the beginning is worth when cut at a delimiter. */
function best(lines: readonly string[], delimiter: string, worth: (cells: readonly string[]) => number): number {
  return Math.max(0, ...lines.map((l) => worth(l.split(delimiter).map((c) => c.replace(/^\s*"|"\s*$/g, "")))));
}
