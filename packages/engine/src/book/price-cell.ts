import { MILLION, ordinaryOn, partOf, type Quantity, type Rounding, wholeDollars } from "../duty/index.js";
import type { Cell } from "./cell.js";

/** What a line owes, in cents. Undefined where something is open. Fees are not in it: they are once for an entry. */
export interface Priced {
  readonly base: number | undefined;
  /** In the order of the cell's parts. */
  readonly parts: readonly { readonly basis: number; readonly amount: number }[];
  readonly additional: number | undefined;
  readonly total: number | undefined;
  /** Between which the additional duty lies; the most undefined where a rate is not in hand. */
  readonly least: number;
  readonly most: number | undefined;
}

const NOTHING: Priced = { base: undefined, parts: [], additional: undefined, total: undefined, least: 0, most: undefined };

/**
 * The duty of one line, each component rounded once, half up. `cents` is the customs value.
 * @example priceLine(cell, 1000000, [], "cents").additional //=> 550000
 */
export function priceLine(cell: Cell, cents: number, quantity: readonly Quantity[], rounding: Rounding): Priced {
  if (cell.outcome === "not-covered") return NOTHING;
  const value = rounding === "cents" ? cents : wholeDollars(cents);
  const parts = cell.parts.map((p) => {
    const basis = p.share === MILLION ? value : partOf(value, p.share);
    return { basis, amount: partOf(basis, p.percent) };
  });
  const settled = cell.outcome === "settled";
  const additional = settled ? parts.reduce((n, p) => n + p.amount, 0) : undefined;
  const base = baseCents(cell, value, quantity, rounding);
  return {
    base,
    parts,
    additional,
    total: additional === undefined || base === undefined ? undefined : base + additional,
    least: additional ?? partOf(value, cell.min),
    most: additional ?? (cell.max === undefined || cell.outcome === "beyond-horizon" ? undefined : partOf(value, cell.max)),
  };
}

/** The ordinary duty in cents: nothing where another duty takes its place; undefined while that, a quantity or the rate is open. */
export function baseCents(cell: Cell, cents: number, quantity: readonly Quantity[], rounding: Rounding): number | undefined {
  if (cell.base === undefined || cell.replaced === undefined) return undefined;
  const own = ordinaryOn(cell.base.rate, cell.base.share, cents, quantity, rounding);
  return own === undefined ? undefined : cell.replaced ? 0 : own;
}
