import { closeSync, createWriteStream, openSync, readSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { InputError } from "@truce/engine/desk";
import type { SourceColumn } from "@truce/engine/portfolio";
import { type Encoding, rewrite, shapeOf } from "./encoding.js";
import { jsonLines } from "./json-lines.js";
import { parquet } from "./parquet.js";
import { sheetToCsv } from "./sheet.js";
import { table } from "./table-text.js";

export type Kind = "csv" | "parquet" | "xlsx" | "jsonl";
/** A file as DuckDB reads it. */
export interface Source {
  readonly file: string;
  readonly kind: Kind;
  /** A table expression of the file's own columns. */
  readonly sql: string;
  /** The same with `truce_row`, where 1 is the first row after the header. Counting the rows of a text is the work of one thread. */
  readonly numbered: string;
  readonly columns: readonly SourceColumn[];
  /**
   * A SELECT of the rows that cannot be cut into cells, as `row`, `field`, `reason` and `given`, once `sql` was read; `truce_row` counts
   * only the others. Undefined where there can be none.
   */
  readonly broken: string | undefined;
  /** How many rows there are, or about how many. */
  readonly about: number;
  readonly notes: readonly string[];
}
/** Runs SQL and gives its rows; what a door passes in so that this file needs no connection of its own. */
export type Query = (sql: string) => Promise<readonly Record<string, unknown>[]>;
/** What the caller knows of a text. */
export interface Told {
  /** Names of columns that `--columns` maps, by which a header is known too. */
  readonly names: readonly string[];
  readonly delimiter?: string | undefined;
  readonly encoding?: Encoding | undefined;
}

const ENDINGS: Readonly<Record<string, Kind>> = { csv: "csv", tsv: "csv", txt: "csv", parquet: "parquet", pq: "parquet", xlsx: "xlsx", jsonl: "jsonl", ndjson: "jsonl", json: "jsonl" };
const GZIP = "\x1f\x8b";

/**
 * Opens a file of lines. What DuckDB cannot read as it stands is first written to `scratch` as UTF-8 text: workbooks, other encodings, standard input.
 * @throws InputError for a file that is none, is broken, or is of another kind
 */
export async function openSource(given: string, scratch: string, query: Query, told: Told = { names: [] }): Promise<Source> {
  const file = given === "-" ? await spool(scratch) : resolve(given);
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined || stat.isDirectory()) throw new InputError("no-file", `${given} is not a file`, "name a CSV, Parquet, XLSX or JSON lines file, or - for standard input", "FILE");
  if (stat.size === 0) throw new InputError("empty-file", `${given} is empty`, "it needs a header and lines", given);
  const kind = kindOf(given, start(file));
  switch (kind) {
    case "parquet":
      return await parquet(file, given, query);
    case "xlsx":
      return await sheetToCsv(file, join(scratch, "sheet.csv"), given, told);
    case "csv":
    case "jsonl": {
      const shape = shapeOf(file, given, told.encoding);
      const again = shape.encoding !== "utf-8" || shape.mixed;
      const read = again ? join(scratch, "utf8.txt") : file;
      if (again) await rewrite(file, read, shape.encoding);
      const notes = shape.encoding === "utf-8" || told.encoding !== undefined ? [] : [`read as ${shape.encoding}; --encoding names another`];
      return kind === "csv" ? table(read, given, told, notes) : await jsonLines(read, given, query, notes);
    }
    default:
      return kind satisfies never;
  }
}

function kindOf(file: string, head: string): Kind {
  if (head.startsWith("PAR1")) return "parquet";
  if (head.startsWith("PK")) return "xlsx";
  if (head.startsWith(GZIP)) throw new InputError("packed-file", `${file} is packed with gzip`, "unpack it first, or hand it on: gunzip -c FILE | truce price -", file);
  const ending = ENDINGS[file.split(".").at(-1)?.toLowerCase() ?? ""];
  if (ending === "parquet" || ending === "xlsx")
    throw new InputError(`bad-${ending}`, `${file} is no ${ending === "parquet" ? "Parquet file" : "workbook"}, whatever its name says`, "write it again", file);
  return (
    ending ??
    (head
      .replace(/^\u00ef\u00bb\u00bf/, "")
      .trimStart()
      .startsWith("{")
      ? "jsonl"
      : "csv")
  );
}

/** The first bytes, each as a character. */
function start(file: string): string {
  const fd = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(64);
    return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, 0)).toString("latin1");
  } finally {
    closeSync(fd);
  }
}

async function spool(scratch: string): Promise<string> {
  const file = join(scratch, "input");
  await pipeline(process.stdin, createWriteStream(file));
  return file;
}
