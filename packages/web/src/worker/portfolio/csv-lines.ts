import { InputError } from "@truce/engine/desk";
import { type Encoding, Look, wideEncoding } from "@truce/engine/entries";
import { HEAD, headerOf, ownNames, PRICE_LIMITS } from "@truce/engine/portfolio";
import { parse } from "csv-parse/browser/esm";
import type { Run } from "../protocol.js";
import { type LineSource, Pace, type Taker } from "./source.js";

const GIVEN = 80;

/**
 * A text of cells between delimiters, read as a stream: the file is never whole in memory.
 * @throws InputError for a file that is no text or names no columns
 */
export async function csvLines(file: File, columns: readonly string[], run: Run): Promise<LineSource> {
  const encoding = await encodingOf(file, run);
  const start = new TextDecoder(encoding).decode(await file.slice(0, HEAD).arrayBuffer());
  const whole = file.size <= HEAD ? start : start.slice(0, Math.max(start.lastIndexOf("\n"), start.lastIndexOf("\r")) + 1 || start.length);
  const header = headerOf(
    whole,
    file.name,
    columns.map((c) => c.slice(c.indexOf("=") + 1)),
  );
  return {
    names: ownNames(header.cells),
    notes: [...(encoding === "utf-8" ? [] : [`encoding:${encoding}` as const]), ...(header.skip === 0 ? [] : [`skipped:${header.skip}` as const])],
    each: (take, own, most) => rows(file, encoding, header, take, own, most),
  };
}

async function rows(
  file: File,
  encoding: Encoding,
  header: { readonly delimiter: string; readonly cells: readonly string[]; readonly skip: number },
  take: Taker,
  run: Run,
  most = Number.POSITIVE_INFINITY,
): Promise<void> {
  const pace = new Pace(run, "lines");
  const width = header.cells.length;
  let row = -1;
  let thrown: unknown;
  const one = (cells: string[]): void => {
    // The first is the header.
    if (++row === 0 || row > most) return;
    pace.lines = row;
    if (cells.length === width) take.line(row, cells);
    else
      take.broken(
        row,
        cells.length < width ? "the row has fewer cells than the header" : "the row has more cells than the header: is a thousands separator or a delimiter within a cell not quoted?",
        cells.join(header.delimiter).slice(0, GIVEN),
      );
  };
  const parser = parse({
    delimiter: header.delimiter,
    from_line: header.skip + 1,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: PRICE_LIMITS.row,
    record_delimiter: ["\r\n", "\n", "\r"],
    // What is thrown in here the parser would take for an error of the text.
    on_record: (cells: string[]) => {
      try {
        if (thrown === undefined) one(cells);
      } catch (e) {
        thrown = e;
      }
      return null;
    },
    on_skip: (e, raw) => {
      take.broken(++row, /quote/i.test(e?.message ?? "") ? "a quote in the row is not closed" : `the row is longer than ${PRICE_LIMITS.row} bytes, or cannot be cut`, (raw ?? "").slice(0, GIVEN));
      return undefined;
    },
  });
  const failed = new Promise<never>((_, no) => parser.once("error", no));
  failed.catch(() => undefined);
  const ended = new Promise<void>((done) => parser.once("end", done));
  parser.resume();
  const decoder = new TextDecoder(encoding);
  let read = 0;
  for (const reader = file.stream().getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    read += value.length;
    parser.write(decoder.decode(value, { stream: true }));
    if (thrown !== undefined) throw thrown;
    if (row >= most) return await reader.cancel();
    await pace.step(read / file.size);
  }
  parser.end(decoder.decode());
  await Promise.race([ended, failed]);
  if (thrown !== undefined) throw thrown;
}

/** @throws InputError for NUL bytes, which no table has */
async function encodingOf(file: File, run: Run): Promise<Encoding> {
  const look = new Look();
  const pace = new Pace(run, "bytes");
  let first = true;
  for (const reader = file.stream().getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return look.encoding();
    const wide = first ? wideEncoding(value) : undefined;
    if (wide !== undefined) {
      await reader.cancel();
      return wide;
    }
    first = false;
    if (value.includes(0)) throw new InputError("not-a-table", `${file.name} holds NUL bytes: it is no text`, "export it again as CSV, XLSX or Parquet", file.name);
    look.see(value);
    pace.lines += value.length;
    await pace.step(pace.lines / file.size);
  }
}
