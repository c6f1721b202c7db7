import { InputError } from "@truce/engine/desk";
import { ownNames, PRICE_LIMITS } from "@truce/engine/portfolio";
import { gunzipSync } from "fflate";
import { decompress } from "fzstd";
import { type FileMetaData, parquetMetadataAsync, parquetRead, parquetSchema, type SchemaElement } from "hyparquet";
import { Enough, type LineSource, Pace, type Taker } from "./source.js";

/** Bytes to which a group of rows may unpack. */
const MOST_UNPACKED = 512 * 1024 * 1024;
const CODECS = ["UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD"] as const;
const compressors = {
  GZIP: (input: Uint8Array, length: number) => gunzipSync(input, { out: new Uint8Array(length) }),
  ZSTD: (input: Uint8Array, length: number) => decompress(input, new Uint8Array(length)),
};

/**
 * A Parquet file, a group of rows at a time. Cells come as the text that stands for their value.
 * @throws InputError for a file that is broken, too wide, or packed in a way that browsers do not read
 */
export async function parquetLines(file: File): Promise<LineSource> {
  const buffer = { byteLength: file.size, slice: (from: number, to?: number) => file.slice(from, to).arrayBuffer() };
  const broken = (e: unknown): InputError =>
    e instanceof InputError
      ? e
      : new InputError("bad-parquet", `${file.name} cannot be read as Parquet: ${(e instanceof Error ? e.message : String(e)).slice(0, 160)}`, "write it again, or export CSV", file.name);
  let metadata: FileMetaData;
  try {
    metadata = await parquetMetadataAsync(buffer);
  } catch (e) {
    throw broken(e);
  }
  check(metadata, file.name);
  const columns = parquetSchema(metadata).children.map((c) => c.element);
  const names = ownNames(columns.map((c) => c.name));
  return {
    names,
    notes: [],
    each: async (take, run, most = Number.POSITIVE_INFINITY) => {
      const pace = new Pace(run, "lines");
      try {
        let start = 0;
        for (const group of metadata.row_groups) {
          const rows = Number(group.num_rows);
          const read = new Map<string, ArrayLike<unknown>[]>();
          await parquetRead({
            file: buffer,
            metadata,
            compressors,
            rowStart: start,
            rowEnd: start + rows,
            onChunk: ({ columnName, columnData }) => void read.set(columnName, [...(read.get(columnName) ?? []), columnData]),
          });
          await put(columns, read, start, rows, take, pace, Number(metadata.num_rows), most);
          start += rows;
        }
      } catch (e) {
        if (e instanceof Enough) return;
        // What the reader stopped is no trouble of the file.
        run.check();
        throw broken(e);
      }
    },
  };
}

function check(metadata: FileMetaData, file: string): void {
  const columns = parquetSchema(metadata).children.length;
  if (columns > PRICE_LIMITS.columns) throw new InputError("too-wide", `${file} has more than ${PRICE_LIMITS.columns} columns`, "leave columns out", file);
  for (const g of metadata.row_groups) {
    const codec = g.columns.map((c) => c.meta_data?.codec).find((c) => c !== undefined && !(CODECS as readonly string[]).includes(c));
    if (codec !== undefined) throw new InputError("packed-file", `${file} is packed with ${codec}`, "write it with Snappy, Zstandard or GZIP, or use the command line", file);
    const unpacked = g.columns.reduce((n, c) => n + Number(c.meta_data?.total_uncompressed_size ?? 0), 0);
    if (unpacked > MOST_UNPACKED)
      throw new InputError("too-large", `a group of rows of ${file} unpacks to more than ${MOST_UNPACKED / 1024 / 1024} MB`, "write it in smaller groups, or use the command line", file);
  }
}

async function put(
  columns: readonly SchemaElement[],
  read: ReadonlyMap<string, readonly ArrayLike<unknown>[]>,
  start: number,
  rows: number,
  take: Taker,
  pace: Pace,
  all: number,
  most: number,
): Promise<void> {
  const values = columns.map((c) => flat(read.get(c.name) ?? []));
  for (let i = 0; i < rows; i++) {
    const row = start + i + 1;
    take.line(
      row,
      columns.map((c, k) => textOf(values[k]?.[i], c)),
    );
    if (row >= most) throw new Enough();
    pace.lines = row;
    if (row % 1_000 === 0) await pace.step(row / all);
  }
}

const flat = (chunks: readonly ArrayLike<unknown>[]): ArrayLike<unknown> => (chunks.length === 1 ? (chunks[0] as ArrayLike<unknown>) : chunks.flatMap((c) => Array.from(c)));

/** A value as text: an amount with the decimals that its type has, a moment with its offset where it has one, a list as JSON. */
export function textOf(value: unknown, column: SchemaElement): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (value instanceof Date) return timeOf(value, column);
  if (typeof value === "number" && (column.converted_type === "DECIMAL" || column.logical_type?.type === "DECIMAL")) return value.toFixed(column.scale ?? 0);
  if (typeof value === "number" && column.type === "FLOAT") return shortest(value);
  if (typeof value === "object") return JSON.stringify(value, (_, v: unknown) => (typeof v === "bigint" ? v.toString() : v));
  return String(value);
}

function timeOf(value: Date, column: SchemaElement): string {
  if (Number.isNaN(value.getTime())) return "";
  const own = column.logical_type;
  const moment = own?.type === "TIMESTAMP" ? own.isAdjustedToUTC : /^TIMESTAMP/.test(column.converted_type ?? "");
  return moment ? value.toISOString() : value.toISOString().slice(0, 10);
}

/** The shortest decimal that is this number of single precision. */
function shortest(value: number): string {
  for (let digits = 1; digits < 10; digits++) if (Math.fround(Number(value.toPrecision(digits))) === value) return String(Number(value.toPrecision(digits)));
  return String(value);
}
