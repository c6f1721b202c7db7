import type { Finding } from "./find.js";
import type { Part, Put } from "./form-part.js";
import { allocate, MILLION, parsePercent, partOf } from "./money.js";
import type { DutyResult } from "./result.js";

/** Parts, what is filed on each, and the value of each line in cents. */
export interface Laid {
  readonly parts: readonly Part[];
  readonly puts: readonly (readonly Put[])[];
  readonly values: readonly number[];
  /** The line that carries quantity and duty by quantity. */
  readonly home: number;
}
/** Cents of each line, or undefined where a quantity is missing. */
export type ByLine = readonly (number | undefined)[];

/**
 * Duty of each due finding line by line. Under `cents` the amount of the answer is shared out over its lines, so that they add up to it;
 * under `entry-7501` each line of several is rounded by itself.
 */
export function componentDuties(r: Pick<DutyResult, "components" | "amount">, findings: readonly Finding[], laid: Laid): ReadonlyMap<Finding, ByLine> {
  const apart = r.amount.rounding === "entry-7501" && laid.parts.length > 1;
  const out = new Map<Finding, ByLine>();
  findings
    .filter((f) => f.is === "due")
    .forEach((f, n) => {
      const on = laid.puts.map((p) => p.some((x) => x.finding === f && x.pays));
      const values = laid.values.map((v, i) => (on[i] ? v : 0));
      if (apart) {
        const weight = laid.parts.reduce((s, p, i) => s + (on[i] ? p.weight : 0), 0);
        // Shares are cut to whole millionths; a difference of some millionths is no narrower basis.
        const narrow = Math.abs(weight - f.share) < 4 ? MILLION : Math.round((f.share * MILLION) / Math.max(1, weight));
        out.set(
          f,
          values.map((v) => partOf(partOf(v, narrow), f.percent)),
        );
      } else out.set(f, split(toCents(r.components[n]?.amount ?? "0.00"), values, Math.max(0, on.indexOf(true))));
    });
  return out;
}

/** Ordinary duty line by line: what is by value on each, what is by quantity on the line that carries the quantity. */
export function ordinaryDuties(r: Pick<DutyResult, "base" | "amount">, cents: number, laid: Laid): ByLine {
  if (r.amount.base === null) return laid.values.map(() => undefined);
  const all = toCents(r.amount.base);
  const percent = parsePercent(r.base?.percent ?? "0") ?? 0;
  const byValue = Math.min(all, partOf(cents, percent));
  const apart = r.amount.rounding === "entry-7501" && laid.parts.length > 1 && byValue === partOf(cents, percent);
  const lines = apart ? laid.values.map((v) => partOf(v, percent)) : split(byValue, laid.values, laid.home);
  return lines.map((d, i) => d + (i === laid.home ? all - byValue : 0));
}

/**
 * Shares out an amount over lines by their weights; where no line weighs anything all of it is on `home`.
 * @example split(100, [1, 1, 1], 0) //=> [34, 33, 33]
 */
export const split = (amount: number, weights: readonly number[], home: number): number[] =>
  weights.some((w) => w > 0) ? allocate(amount, weights) : weights.map((_, i) => (i === home ? amount : 0));

/** Cents of an amount as the answer shows it. */
export const toCents = (text: string): number => Number(text.replace(".", ""));
