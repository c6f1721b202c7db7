/** What is read of one file of lines. Beyond it a row is rejected, or the file refused before it can fill memory or disk. */
export declare const PRICE_LIMITS: {
  /** Bytes of one row of a text. */
  readonly row: 2000000;
  readonly columns: 1000;
  /** Bytes of one cell. */
  readonly cell: 10000;
};
