import { PRICE_LIMITS } from "./limits.js";

/** Why a line cannot be priced, by the cell that cannot be read. */
export const REASONS = {
  row: "the line is not a JSON object",
  cell: `a cell is longer than ${PRICE_LIMITS.cell} bytes`,
  code: "no tariff code: write 6, 8 or 10 digits, dots allowed",
  value: "no customs value: write an amount of at most two decimals, from 0 to 10000000000.00, in the currency of the importing side",
  on: "no day: write YYYY-MM-DD, or another usual form of a day from 1990 on",
  to: "no importing country of the regime: write US or CN",
} as const;
/** A cell that cannot be read. */
export type BadCell = keyof typeof REASONS;
