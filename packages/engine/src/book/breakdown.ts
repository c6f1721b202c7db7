import { type Component, partOf, type Quantity, showCents, showPercent } from "../duty/index.js";
import type { Cell, Part } from "./cell.js";
import { priceLine } from "./price-cell.js";

/** One line with every duty, its documents and its reason, in the words that other programs rely on. Money as decimal text. */
export interface Breakdown {
  readonly outcome: Cell["outcome"];
  readonly base: string | null;
  readonly components: readonly Omit<Component, "drawbackBecause">[];
  readonly additional: string | null;
  /** Ordinary and additional duty, without fees. */
  readonly total: string | null;
  readonly missing: readonly { readonly fact: string; readonly why: string }[];
  /** Between which the additional duty lies while it is open. */
  readonly range: { readonly min: string; readonly max: string | null } | null;
}

const shown = new WeakMap<Part, Omit<Component, "drawbackBecause" | "basis" | "amount">>();
/** The words of a part, made once for all lines that share its cell. */
function wordsOf(p: Part): Omit<Component, "drawbackBecause" | "basis" | "amount"> {
  let words = shown.get(p);
  if (words === undefined) {
    const { measure, heading, percent, kind, owed, collected, refundable, route, instruments, why, drawback } = p;
    words = { measure, heading, percent: showPercent(percent), instruments, why, kind, owed, collected, refundable, ...(route === undefined ? {} : { route }), drawback };
    shown.set(p, words);
  }
  return words;
}
const money = (cents: number | undefined): string | null => (cents === undefined ? null : showCents(cents));

/**
 * The full account of a line from its cell. `cents` is the customs value.
 * @example breakdown(cell, 1000000, []).components[0]?.amount //=> "2500.00"
 */
export function breakdown(cell: Cell, cents: number, quantity: readonly Quantity[]): Breakdown {
  const p = priceLine(cell, cents, quantity, "cents");
  const open = cell.outcome !== "settled";
  return {
    outcome: cell.outcome,
    base: money(p.base),
    components: cell.parts.map((part, i) => {
      const { measure, heading, percent, instruments, why, kind, owed, collected, refundable, route, drawback } = wordsOf(part);
      const own = p.parts[i] as (typeof p.parts)[number];
      return {
        measure,
        heading,
        percent,
        basis: showCents(own.basis),
        amount: showCents(own.amount),
        instruments,
        why,
        kind,
        owed,
        collected,
        refundable,
        ...(route === undefined ? {} : { route }),
        drawback,
      };
    }),
    additional: money(p.additional),
    total: money(p.total),
    missing: open ? cell.missing.map(({ fact, why }) => ({ fact, why })) : NONE,
    range: open && cell.outcome !== "not-covered" ? { min: showCents(partOf(cents, cell.min)), max: cell.max === undefined ? null : showCents(partOf(cents, cell.max)) } : null,
  };
}
const NONE: readonly never[] = [];
