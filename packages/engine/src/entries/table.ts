/** One row of a file as text, whatever the file was. */
export interface TableRow {
  /** Where a spreadsheet shows it: the first row is 1. */
  readonly number: number;
  /** The sheet of a workbook, from 0. */
  readonly sheet: number;
  readonly cells: readonly string[];
}

/** What is read of one file. Beyond it the file is refused before it can fill the memory. */
export const LIMITS = {
  /** Bytes of a file. */
  bytes: 256 * 1024 * 1024,
  /** Bytes to which the parts of a workbook may unpack. */
  unpacked: 512 * 1024 * 1024,
  /** Rows of a sheet, as spreadsheets have them. */
  rows: 1_048_576,
  /** Characters of one cell. */
  cell: 4_000,
  /** Columns of a row. */
  columns: 1_000,
} as const;
