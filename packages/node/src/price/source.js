import { closeSync, createWriteStream, openSync, readSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { InputError } from "@truce/engine/desk";
import { rewrite, shapeOf } from "./encoding.js";
import { jsonLines } from "./json-lines.js";
import { parquet } from "./parquet.js";
import { sheetToCsv } from "./sheet.js";
import { table } from "./table-text.js";
const ENDINGS = { csv: "csv", tsv: "csv", txt: "csv", parquet: "parquet", pq: "parquet", xlsx: "xlsx", jsonl: "jsonl", ndjson: "jsonl", json: "jsonl" };
const GZIP = "\x1f\x8b";
/**
 * Opens a file of lines. What DuckDB cannot read as it stands is first written to `scratch` as UTF-8 text: workbooks, other encodings, standard input.
 * @throws InputError for a file that is none, is broken, or is of another kind
 */
export async function openSource(given, scratch, query, told = { names: [] }) {
    const file = given === "-" ? await spool(scratch) : resolve(given);
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat === undefined || stat.isDirectory())
        throw new InputError("no-file", `${given} is not a file`, "name a CSV, Parquet, XLSX or JSON lines file, or - for standard input", "FILE");
    if (stat.size === 0)
        throw new InputError("empty-file", `${given} is empty`, "it needs a header and lines", given);
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
            if (again)
                await rewrite(file, read, shape.encoding);
            const notes = shape.encoding === "utf-8" || told.encoding !== undefined ? [] : [`read as ${shape.encoding}; --encoding names another`];
            return kind === "csv" ? table(read, given, told, notes) : await jsonLines(read, given, query, notes);
        }
        default:
            return kind;
    }
}
function kindOf(file, head) {
    if (head.startsWith("PAR1"))
        return "parquet";
    if (head.startsWith("PK"))
        return "xlsx";
    if (head.startsWith(GZIP))
        throw new InputError("packed-file", `${file} is packed with gzip`, "unpack it first, or hand it on: gunzip -c FILE | truce price -", file);
    const ending = ENDINGS[file.split(".").at(-1)?.toLowerCase() ?? ""];
    if (ending === "parquet" || ending === "xlsx")
        throw new InputError(`bad-${ending}`, `${file} is no ${ending === "parquet" ? "Parquet file" : "workbook"}, whatever its name says`, "write it again", file);
    return (ending ??
        (head
            .replace(/^\u00ef\u00bb\u00bf/, "")
            .trimStart()
            .startsWith("{")
            ? "jsonl"
            : "csv"));
}
/** The first bytes, each as a character. */
function start(file) {
    const fd = openSync(file, "r");
    try {
        const bytes = Buffer.alloc(64);
        return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, 0)).toString("latin1");
    }
    finally {
        closeSync(fd);
    }
}
async function spool(scratch) {
    const file = join(scratch, "input");
    await pipeline(process.stdin, createWriteStream(file));
    return file;
}
//# sourceMappingURL=source.js.map