/** What is read of one file of lines. Beyond it a row is rejected, or the file refused before it can fill memory or disk. */
export const PRICE_LIMITS = {
  /** Bytes of one row of a text. */
  row: 2_000_000,
  columns: 1_000,
  /** Bytes of one cell. */
  cell: 10_000,
} as const;
