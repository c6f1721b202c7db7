import { entryNumber, type FiledEntry, type RowProblem } from "../entry/index.js";
import type { Fact } from "../goods/index.js";
import { InputError } from "../desk/index.js";
import { BrokenLines } from "./broken-lines.js";
import { NAMES, REQUIRED, SPOKEN } from "./column-names.js";
import { type Columns, columnsOf, isHeader, missingFields } from "./columns.js";
import { Gathering } from "./gather.js";
import { goodsLast } from "./goods-first.js";
import { type ReadRow, readRow } from "./row.js";
import type { TableRow } from "./table.js";

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
 * Reads filed entries from the rows of a table: the report ES-003 of ACE as exported, or a plain table with the same things; one row for each tariff number of a line.
 * Rows that cannot be read are told and left out; the others are answered. Nothing is computed or corrected.
 * @param file how the file is called in messages
 * @param facts facts of the goods that may stand in columns of their own (regime/facts.yaml)
 * @param unnumbered whether a file that does not number the lines of an entry will do
 * @param filing whether the rows of a line follow each other as they are filed, and the duty of a row with several tariff numbers may be their sum
 * @throws InputError where it is not a table of entries
 */
export async function readEntryRows(rows: AsyncIterable<TableRow>, file: string, facts: Iterable<Fact> = [], unnumbered = false, filing = false): Promise<ReadEntries> {
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
