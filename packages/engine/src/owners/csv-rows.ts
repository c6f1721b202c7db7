import { parse } from "csv-parse/sync";
import { ListError } from "./list-error.js";

/** A row by the names of its columns, and the line on which it ends. */
export interface CsvRow {
  readonly record: Record<string, string>;
  readonly line: number;
}
const lower = (name: string): string => name.trim().toLowerCase();
/** The name of a column without what differs between files: "License Requirement" and "license_requirement" are one, "_id" is "id". */
export const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");

/**
 * Rows of a CSV with their lines.
 * @param nameOf how the names of columns are written in the records (default: in small letters)
 * @throws ListError where it is not whole, or a column is missing
 */
export function csvRows(text: string, needed: readonly string[], delimiter = ",", nameOf = lower): CsvRow[] {
  const rows: CsvRow[] = [];
  eachCsvRow(text, needed, (record, line) => void rows.push({ record, line }), delimiter, nameOf);
  return rows;
}

/** The same, row by row: none is kept. What is wrong with the file as a whole may show only after some rows were taken. @throws ListError */
export function eachCsvRow(text: string, needed: readonly string[], take: (record: Record<string, string>, line: number) => void, delimiter = ",", nameOf = lower): void {
  let names: string[] = [];
  let count = 0;
  let failure: { error: unknown } | undefined;
  try {
    parse(text, {
      columns: (given: string[]) => {
        names = given.map(nameOf);
        return names;
      },
      bom: true,
      delimiter,
      // A text between tabs quotes nothing.
      quote: delimiter === "\t" ? null : '"',
      skip_empty_lines: true,
      relax_column_count: false,
      max_record_size: 1_000_000,
      on_record: (record: Record<string, string>, { lines }) => {
        count++;
        try {
          if (failure === undefined && needed.every((n) => record[n] !== undefined)) take(record, lines);
        } catch (error) {
          failure = { error };
        }
        return null;
      },
    });
  } catch (e) {
    const { code, message, lines } = e as { code?: string; message: string; lines?: number };
    const cut = code === "CSV_QUOTE_NOT_CLOSED";
    throw new ListError(
      cut ? "cut-in-half" : "bad-csv",
      `line ${lines ?? "?"}: ${cut ? "a quote is never closed: the file is cut in half" : message.replace(/ (at|on) line.*$/s, "")}`,
      "load the file again and import it whole",
    );
  }
  if (failure !== undefined) throw failure.error;
  const missing = needed.filter((n) => !names.includes(n));
  if (missing.length > 0 && names.length > 0)
    throw new ListError("missing-column", `line 1: there is no column ${missing.join(", ")}`, `the columns are ${names.slice(0, 12).join(", ").slice(0, 300)}`);
  const twice = names.find((n, i) => n !== "" && names.indexOf(n) !== i);
  if (twice !== undefined && needed.includes(twice)) throw new ListError("column-twice", `line 1: the column ${twice} stands twice`, "keep one of them");
  if (count === 0) throw new ListError("empty-list", "the file holds no row", "load the file again");
}
