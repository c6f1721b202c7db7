import { createReadStream, createWriteStream, openSync, readFileSync, readSync, closeSync, statSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { LIMITS } from "../entries/table.js";
import { workbookRows } from "../entries/workbook.js";
import { InputError } from "../grounds/open.js";
import type { SourceColumn } from "./columns.js";
import { encodingOf } from "./encoding.js";
import { sheetToCsv } from "./sheet.js";
import { text } from "./sql.js";

export type Kind = "csv" | "parquet" | "xlsx" | "jsonl";
/** A file as DuckDB reads it. */
export interface Source {
  readonly file: string;
  readonly kind: Kind;
  /** A table expression: the file's own columns, and `truce_row`, where 1 is the first row after the header. */
  readonly sql: string;
  readonly columns: readonly SourceColumn[];
  readonly notes: readonly string[];
}
/** Runs SQL and gives its rows; what a door passes in so that this file needs no connection of its own. */
export type Query = (sql: string) => Promise<readonly Record<string, unknown>[]>;

const SAMPLE = 1 << 20;
/** Characters of one line of a CSV file, and bytes of one JSON object. */
const MAX_LINE = 500_000;
const ENDINGS: Readonly<Record<string, Kind>> = { csv: "csv", tsv: "csv", txt: "csv", parquet: "parquet", pq: "parquet", xlsx: "xlsx", jsonl: "jsonl", ndjson: "jsonl", json: "jsonl" };

/**
 * Opens a file of lines. What DuckDB cannot read as it stands is first written to `scratch` as UTF-8 text: workbooks, other encodings, standard input.
 * @throws InputError for a file that is none, is broken, or is of another kind
 */
export async function openSource(given: string, scratch: string, query: Query): Promise<Source> {
  const file = given === "-" ? await spool(scratch) : given;
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat === undefined || stat.isDirectory()) throw new InputError("no-file", `${given} is not a file`, "name a CSV, Parquet, XLSX or JSON lines file, or - for standard input", "FILE");
  if (stat.size === 0) throw new InputError("empty-file", `${given} is empty`, "it needs a header and lines", given);
  const head = sample(file);
  const kind = kindOf(given, head);
  const notes: string[] = [];
  const sql = await tableOf(kind, file, given, head, scratch, notes);
  const columns = (await query(`DESCRIBE SELECT * FROM ${sql}`)).map((r) => ({ name: String(r["column_name"]), type: String(r["column_type"]) }));
  return {
    file: given,
    kind,
    sql: `(SELECT *, ${kind === "parquet" ? "file_row_number + 1" : "row_number() OVER ()"} AS truce_row FROM ${sql})`,
    columns: columns.filter((c) => c.name !== "file_row_number"),
    notes,
  };
}

function kindOf(file: string, head: Uint8Array): Kind {
  const start = Buffer.from(head.subarray(0, 4)).toString("latin1");
  if (start === "PAR1") return "parquet";
  if (start.startsWith("PK")) return "xlsx";
  const ending = ENDINGS[file.split(".").at(-1)?.toLowerCase() ?? ""];
  if (ending === "parquet" || ending === "xlsx")
    throw new InputError(`bad-${ending}`, `${file} is no ${ending === "parquet" ? "Parquet file" : "workbook"}, whatever its name says`, "write it again", file);
  if (ending !== undefined) return ending;
  return Buffer.from(head.subarray(0, 64)).toString("latin1").trimStart().startsWith("{") ? "jsonl" : "csv";
}

async function tableOf(kind: Kind, file: string, given: string, head: Uint8Array, scratch: string, notes: string[]): Promise<string> {
  switch (kind) {
    case "parquet":
      return `read_parquet(${text(file)}, file_row_number = true)`;
    case "jsonl":
      return `read_json(${text(file)}, format = 'newline_delimited', maximum_object_size = ${MAX_LINE}, union_by_name = true)`;
    case "xlsx": {
      const csv = join(scratch, "sheet.csv");
      const bytes = statSync(file).size;
      if (bytes > LIMITS.bytes) throw new InputError("too-large", `${given} is larger than ${LIMITS.bytes / 1024 / 1024} MB`, "export the lines as CSV or Parquet", given);
      notes.push(...(await sheetToCsv(workbookRows(readFileSync(file), given), csv, given)));
      return csvSql(csv, ",");
    }
    case "csv": {
      const encoding = encodingOf(head, statSync(file).size > head.length);
      if (encoding === undefined) throw new InputError("not-a-table", `${given} is not text: it is no CSV, Parquet, XLSX or JSON lines file`, "export the lines again", given);
      if (encoding === "utf-8") return csvSql(file);
      notes.push(`read as ${encoding}`);
      const utf8 = join(scratch, "utf8.csv");
      await pipeline(createReadStream(file), new TextDecoderStream(encoding) as unknown as NodeJS.ReadWriteStream, createWriteStream(utf8));
      return csvSql(utf8);
    }
  }
}

const csvSql = (file: string, delimiter?: string): string =>
  `read_csv(${text(file)}, all_varchar = true, header = true, store_rejects = true, null_padding = true, max_line_size = ${MAX_LINE}${delimiter === undefined ? "" : `, delim = ${text(delimiter)}, quote = '"', escape = '"'`})`;

function sample(file: string): Uint8Array {
  const fd = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(SAMPLE);
    return bytes.subarray(0, readSync(fd, bytes, 0, SAMPLE, 0));
  } finally {
    closeSync(fd);
  }
}

async function spool(scratch: string): Promise<string> {
  const file = join(scratch, "input");
  await pipeline(process.stdin, createWriteStream(file));
  return file;
}
