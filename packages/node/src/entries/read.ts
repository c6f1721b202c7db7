import { readFileSync, statSync } from "node:fs";
import { entryNumber, type FiledEntry, type RowProblem } from "@truce/engine/entry";
import type { Fact } from "@truce/engine/goods";
import { InputError } from "@truce/engine/desk";
import {
  BrokenLines,
  type Columns,
  columnsOf,
  Gathering,
  goodsLast,
  isHeader,
  LIMITS,
  missingFields,
  NAMES,
  type ReadRow,
  readRow,
  REQUIRED,
  SPOKEN,
  type TableRow,
  worthAsHeader,
} from "@truce/engine/entries";

/** Rows in which the header is looked for. */
const HEAD = 60;
/** Problems that are told one by one. */
const TOLD = 10_000;
const TOTAL = /^(?:grand\s+|sub\s*-?)?totals?\b|^sum\b/i;

/** What was read of a file of entries. */
export interface ReadEntries {
  readonly entries: readonly FiledEntry[];
  /** Rows that were left out, and why. */
  readonly problems: readonly RowProblem[];
  /** Numbers of entries of which a row was left out, so that their amounts are not whole. */
  readonly incomplete: ReadonlySet<string>;
  /** Lines that may lack a row, by entry; undefined among them stands for all. */
  readonly broken: ReadonlyMap<string, ReadonlySet<number | undefined>>;
  /** Each column as the file names it, and what it was taken for. */
  readonly columns: Columns["named"];
  /** What was passed over without being wrong. */
  readonly notes: readonly string[];
}

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
  const rows = await rowsOf(bytes, file);
  const gathering = new Gathering((field) => columns?.fields.has(field) === true, filing);
  const required = REQUIRED.filter((f) => !(unnumbered && f === "line"));
  const problems: RowProblem[] = [];
  const broken = new BrokenLines();
  const notes: string[] = [];
  let columns: Columns | undefined;
  let header = { sheet: -1, number: 0 };
  let untold = 0;
  let totals = 0;
  for await (const row of rows) {
    if (row.cells.every((c) => c.trim() === "")) continue;
    if (columns === undefined) {
      if (row.number > HEAD || !isHeader(row.cells)) continue;
      columns = columnsOf(row.cells, facts, filing);
      header = row;
      const missing = missingFields(columns, required);
      if (missing.length > 0)
        throw new InputError(
          "no-column",
          `${file} has no column ${missing.map((f) => SPOKEN[f]).join(", ")}`,
          `add ${missing.map((f) => `"${title(NAMES[f][0] as string)}"`).join(", ")} to the report`,
          `row ${row.number}`,
        );
      continue;
    }
    if (row.sheet !== header.sheet) break;
    if (row.cells[columns.fields.get("entry") as number]?.trim() === columns.named[columns.fields.get("entry") as number]?.name) continue;
    if (isTotal(row, columns)) {
      totals++;
      continue;
    }
    const read = readRow(row, columns, filing);
    const wrong = Array.isArray(read) ? read : gathering.add(read);
    place(row, columns, read, wrong.length === 0 || gathering.idle.has(row.number), broken);
    for (const p of wrong) {
      if (problems.length < TOLD) problems.push(p);
      else untold++;
    }
  }
  if (columns === undefined)
    throw new InputError("no-header", `${file} has no row that names the columns of entries`, `its header needs at least ${required.map((f) => `"${title(NAMES[f][0] as string)}"`).join(", ")}`, file);
  if (header.number > 1) notes.push(`the header was found in row ${header.number}; what stands above it was passed over`);
  if (header.sheet > 0) notes.push(`sheet ${header.sheet + 1} of the workbook was read`);
  if (totals > 0) notes.push(`${totals} ${totals === 1 ? "row" : "rows"} of totals passed over`);
  if (untold > 0) notes.push(`${untold} more problems are not listed`);
  const gathered = gathering.entries();
  const turned = filing && !columns.fields.has("ordinal") ? goodsLast(gathered) : undefined;
  const entries = turned ?? gathered;
  if (turned !== undefined) notes.push("each line begins with the number of the goods and no ordinals are given: its headings are taken in the order of the rows, and that number as the last");
  const unused = columns.named.filter((c) => c.is === null && c.name !== "").map((c) => c.name);
  if (entries.length > 0) headless(columns, entries, file);
  if (!columns.fields.has("line")) notes.push("the file does not number the lines of an entry");
  if (entries.length === 0 && problems.length === 0) notes.push("the file has no rows of entries");
  if (unused.length > 0) notes.push(`columns not used: ${unused.join(", ").slice(0, 300)}`);
  const there = new Set(entries.map((e) => e.number));
  const lost = new Map([...broken.end()].filter(([n]) => there.has(n)));
  return { entries, problems, incomplete: new Set([...broken.entries].filter((n) => there.has(n))), broken: lost, columns: columns.named, notes };
}

/** A file that has amounts of a duty in a column of its own, and no row with the heading by which it could be told. */
function headless(columns: Columns, entries: readonly FiledEntry[], file: string): void {
  const sums = columns.named.filter((c) => (c.is === null || c.is === "duty99" || c.is === "duty") && /ieepa|fentanyl|reciprocal|chapter ?99|additional dut/i.test(c.name));
  if (sums.length === 0 || entries.some((e) => e.lines.some((l) => l.tariffs.some((t) => t.code.startsWith("99"))))) return;
  throw new InputError(
    "no-heading",
    `${file} has the column "${sums[0]?.name}" and no heading of chapter 99 in any row`,
    'add a column "Chapter 99" with the heading that each amount was paid under, such as 9903.01.24',
    file,
  );
}

const title = (name: string): string => name.replace(/\b[a-z]/g, (c) => c.toUpperCase()).replace(/^Hts Number Full$/, "HTS Number - Full");

function isTotal(row: TableRow, columns: Columns): boolean {
  const at = (f: "entry" | "code"): string => (row.cells[columns.fields.get(f) as number] ?? "").trim();
  return at("code") === "" && row.cells.some((c) => TOTAL.test(c.trim())) && (at("entry") === "" || TOTAL.test(at("entry")));
}

/** Notes where a row belongs: read and taken, left out of a line, or of an entry that is not known. */
function place(row: TableRow, columns: Columns, read: ReadRow | RowProblem[], taken: boolean, broken: BrokenLines): void {
  const text = (f: "entry" | "line" | "code"): string => (row.cells[columns.fields.get(f) ?? -1] ?? "").trim();
  const heading = /^9[89]/.test(text("code"));
  const entry = Array.isArray(read) ? entryNumber(text("entry")) : read.entry;
  const line = Array.isArray(read) ? lineOf(text("line")) : read.line;
  if (typeof entry !== "string") broken.orphan(heading);
  else if (taken) broken.good({ entry, line }, heading);
  else broken.mark({ entry, line });
}

const lineOf = (text: string): number | undefined => (/^0*[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined);

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
