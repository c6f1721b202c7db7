import { type Clocks, type DutyDesk, type FeeView, sumOfFees } from "../duty/index.js";
import { feesOfEntry, valueOfEntry } from "./fees-of-entry.js";
import type { FiledEntry } from "./filed.js";
import { goodsOf, type Good } from "./good.js";
import { headingUsesOf } from "./heading-uses.js";
import { type PricedGood, priceGood } from "./price-good.js";

/** An entry of several lines, priced. Money in whole cents; a sum is undefined where a part of it is not settled. */
export interface PricedEntry {
  readonly entry: FiledEntry;
  readonly goods: readonly (PricedGood & { readonly good: Good })[];
  /** Once for the whole entry. */
  readonly fees: readonly FeeView[];
  readonly totals: { readonly value: number | undefined; readonly duty: number | undefined; readonly fees: number | undefined; readonly total: number | undefined };
}

/**
 * Prices every line of an entry on its day, lines that are parts of one article together, and the fees once on the value of them all.
 * Values are taken in whole dollars, as the entry summary asks (rounding `entry-7501`). Source: 19 CFR 24.23, 24.24; CBP Form 7501.
 * @throws QuestionError for a number, day or fact that cannot be read
 * @example priceEntry(desk, entry, { known, now }).totals.duty //=> 550000
 */
export function priceEntry(desk: DutyDesk, entry: FiledEntry, clocks: Clocks): PricedEntry {
  const a = desk.assessor("us");
  const headings = headingUsesOf(a.regime, a.goods);
  const goods = goodsOf(entry, headings).goods.map((good) => ({ good, ...priceGood(desk, entry, good, headings, clocks) }));
  const fees = feesOfEntry(desk, entry, clocks) ?? [];
  const duty = goods.reduce<number | undefined>((n, g) => add(n, dutyOf(g)), 0);
  const paid = fees.length === 0 ? undefined : sumOfFees(fees);
  return { entry, goods, fees, totals: { value: valueOfEntry(entry), duty, fees: paid, total: add(duty, paid) } };
}

const add = (a: number | undefined, b: number | undefined): number | undefined => (a === undefined || b === undefined ? undefined : a + b);

function dutyOf(g: PricedGood): number | undefined {
  const duty = g.result.form?.totals.duty;
  return duty === undefined || duty === null ? undefined : Math.round(Number(duty) * 100);
}
