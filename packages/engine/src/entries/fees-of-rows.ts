import type { FiledEntry } from "../entry/index.js";

/** Fees as one row gives them, in cents. */
export interface RowFees {
  readonly mpf?: number | undefined;
  readonly hmf?: number | undefined;
}
const FEES = [
  ["mpf", "MPF"],
  ["hmf", "HMF"],
] as const;

/**
 * The fees of an entry from those of its rows, by line. Reports put the fee of the entry on one row or repeat it on all of them;
 * others give each line a share, on one row of the line or on all. Several shares stay apart, so that they can be told from a fee that is repeated.
 */
export function feesOfRows(rows: readonly (RowFees & { readonly line: number })[]): FiledEntry["fees"] {
  return FEES.flatMap(([key, name]) => {
    const given = rows.flatMap((r) => (r[key] === undefined ? [] : [{ line: r.line, amount: r[key] as number }]));
    if (given.length === 0) return [];
    const paid = given.filter((g) => g.amount > 0);
    const [first] = paid;
    if (first === undefined) return [{ name, amount: 0 }];
    if (paid.length === rows.length && paid.every((g) => g.amount === first.amount)) return [{ name, amount: first.amount }];
    return [...new Set(paid.map((g) => g.line))].map((line) => {
      const own = paid.filter((g) => g.line === line);
      const repeated = own.length === rows.filter((r) => r.line === line).length && own.every((g) => g.amount === own[0]?.amount);
      return { name, amount: repeated ? (own[0]?.amount as number) : own.reduce((n, g) => n + g.amount, 0) };
    });
  });
}
