import { readFileSync, statSync } from "node:fs";
import { InputError } from "@truce/engine/desk";
import { LIMITS, type ReadEntries, readEntryRows, type TableRow, worthAsHeader } from "@truce/engine/entries";
import type { Fact } from "@truce/engine/goods";

/**
 * Reads filed entries: the report ES-003 of ACE as exported, or a plain table with the same things, as CSV or XLSX; one row for each tariff number of a line.
 * Rows that cannot be read are told and left out; the others are answered. Nothing is computed or corrected.
 * @param path a file, or `-` for standard input
 * @param facts facts of the goods that may stand in columns of their own (regime/facts.yaml)
 * @param unnumbered whether a file that does not number the lines of an entry will do
 * @param filing whether the rows of a line follow each other as they are filed, and the duty of a row with several tariff numbers may be their sum
 * @throws InputError where the file is not there, too large, or not a table of entries
 * @example (await readEntries("es003.csv")).entries[0]?.number //=> "ABC-1234567-6"
 */
export async function readEntries(path: string, facts: Iterable<Fact> = [], unnumbered = false, filing = false): Promise<ReadEntries> {
  const bytes = await bytesOf(path);
  const file = path === "-" ? "standard input" : path;
  if (bytes.length === 0) throw new InputError("empty-file", `${file} is empty`, "export the report again", file);
  return readEntryRows(await rowsOf(bytes, file), file, facts, unnumbered, filing);
}

async function rowsOf(bytes: Buffer, file: string): Promise<AsyncIterable<TableRow>> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return (await import("./workbook.js")).workbookRows(bytes, file);
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0xd0cf11e0)
    throw new InputError("bad-workbook", `${file} is a workbook of the old kind, or locked with a password`, "save it as XLSX or CSV", file);
  return (await import("./text.js")).textRows(bytes, file, worthAsHeader);
}

async function bytesOf(path: string): Promise<Buffer> {
  const tooLarge = (name: string): InputError => new InputError("too-large", `${name} is larger than ${LIMITS.bytes / 1024 / 1024} MB`, "split the file", name);
  if (path !== "-") {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined || !stat.isFile()) throw new InputError("no-file", `${path} is not a file`, "name a CSV or XLSX file of entries, or - for standard input", path);
    if (stat.size > LIMITS.bytes) throw tooLarge(path);
    return readFileSync(path);
  }
  const parts: Buffer[] = [];
  let held = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    held += chunk.length;
    if (held > LIMITS.bytes) throw tooLarge("standard input");
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
