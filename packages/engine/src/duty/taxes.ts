import type { Goods, ListRow } from "../goods/index.js";
import { halfUp, MILLION, partOf, showCents, showPercent } from "./money.js";
import type { Tax } from "./result.js";

/** Lowest and highest of an amount or rate; the highest undefined where something in it is not in hand. */
export interface Span {
  readonly min: number;
  readonly max: number | undefined;
}
/** The taxes of an entry, what they come to in cents, and, where every rate is known, the fraction by which they raise value with duties. */
export interface ImportTaxes {
  readonly taxes: readonly Tax[];
  readonly total: Span | undefined;
  readonly times: readonly [bigint, bigint] | undefined;
}
interface Rate extends Span {
  readonly why: string;
  readonly inferred: boolean;
}

const LOWER = "cn/vat-9";
const STANDARD = "cn/vat-13";
const CONSUMPTION = "cn/consumption-tax";
const exact = (s: Span | undefined): number | undefined => (s !== undefined && s.min === s.max ? s.min : undefined);

/**
 * Import taxes of a Chinese entry: consumption tax where the goods are taxed, and VAT on customs value, all duties and consumption tax,
 * each settled once to the fen. `paid` is customs value with all duties, in cents; undefined while nothing is known of it.
 * Source: VAT Law, articles 10 and 14; Provisional Regulations on Consumption Tax.
 * @example importTaxes(goods, ["12019011"], "2025-10-25", { min: 12300, max: 12300 }).total //=> { min: 1107, max: 1107 }
 */
export function importTaxes(goods: Goods, leaves: readonly string[], onDay: string, paid: Span | undefined): ImportTaxes {
  const { consumption, vat } = ratesOf(goods, leaves, onDay);
  const eaten = consumption === undefined || paid === undefined ? paid : composing(paid, consumption);
  const first: Tax[] = consumption === undefined ? [] : [consumptionTax(consumption, paid, eaten)];
  const total = paid === undefined || eaten === undefined || vat === undefined ? undefined : sum(paid, eaten, vat);
  const open = vat === undefined || vat.min !== vat.max || (consumption !== undefined && consumption.min !== consumption.max);
  const times = open ? undefined : ([BigInt(MILLION + vat.min), BigInt(MILLION - (consumption?.min ?? 0))] as const);
  return { taxes: [...first, valueAddedTax(vat, eaten)], total, times };
}

interface Rates {
  readonly consumption: Rate | undefined;
  readonly vat: Rate | undefined;
}
/** How many days are kept for a line. */
const DAYS = 100;
const kept = new WeakMap<readonly string[], Map<string, Rates>>();

/** The rates of a line on a day, looked up once. */
function ratesOf(goods: Goods, leaves: readonly string[], onDay: string): Rates {
  let days = kept.get(leaves);
  if (days === undefined || days.size > DAYS) kept.set(leaves, (days = new Map()));
  let rates = days.get(onDay);
  if (rates === undefined) {
    const taxed = leaves.map((l) => rowsOn(goods, CONSUMPTION, l, onDay));
    days.set(onDay, (rates = { consumption: taxed.some((r) => r.length > 0) ? consumptionRate(taxed) : undefined, vat: vatRate(goods, leaves, onDay) }));
  }
  return rates;
}

/** Value with duties and consumption tax: ad valorem consumption tax is charged on a price that holds it, (value + duty) / (1 - rate). */
const composing = (paid: Span, rate: Rate): Span => ({
  min: priceOf(paid.min, rate.min),
  max: paid.max === undefined || rate.max === undefined ? undefined : priceOf(paid.max, rate.max),
});
const priceOf = (paid: number, rate: number): number => paid + partOf(Number(halfUp(BigInt(paid) * BigInt(MILLION), BigInt(MILLION - rate))), rate);

/** Consumption tax and VAT together. */
function sum(paid: Span, eaten: Span, vat: Rate): Span {
  const at = (p: number, e: number, v: number): number => e - p + partOf(e, v);
  return { min: at(paid.min, eaten.min, vat.min), max: paid.max === undefined || eaten.max === undefined || vat.max === undefined ? undefined : at(paid.max, eaten.max, vat.max) };
}

function consumptionTax(rate: Rate, paid: Span | undefined, eaten: Span | undefined): Tax {
  const percent = exact(rate);
  const known = exact(paid);
  const open = percent === undefined || known === undefined || eaten === undefined;
  return {
    name: "consumption tax",
    percent: percent === undefined ? null : showPercent(percent),
    basis: open ? null : showCents(eaten.min),
    amount: open ? null : showCents(eaten.min - known),
    why: rate.why,
    ...(rate.inferred ? { inferred: true as const } : {}),
  };
}

/** Taxed goods among others of a line, or several rates under it, leave the rate open. */
function consumptionRate(taxed: readonly (readonly ListRow[])[]): Rate {
  const rows = taxed.flat();
  const first = rows[0] as ListRow;
  const same = taxed.every((r) => r.length > 0) && first.percent !== undefined && rows.every((r) => r.percent === first.percent);
  const inferred = rows.some((r) => r.inferred === true);
  if (same) return { min: first.percent as number, max: first.percent as number, why: first.text ?? "", inferred };
  const alike = rows.every((r) => r.text === first.text) && taxed.every((r) => r.length > 0);
  return { min: 0, max: undefined, why: alike ? (first.text ?? "the rate is not in hand") : "the rate differs by the goods under this code", inferred };
}

/** The lower rate where its list names the line, else the standard one, or both where goods of either kind may be under the line. */
function vatRate(goods: Goods, leaves: readonly string[], onDay: string): Rate | undefined {
  const each = leaves.map((l) => {
    const lower = rowsOn(goods, LOWER, l, onDay).filter((r) => r.percent !== undefined);
    return lower.length > 0 ? lower : rowsOn(goods, STANDARD, l, onDay).filter((r) => r.percent !== undefined);
  });
  if (each.some((r) => r.length === 0)) return undefined;
  const rows = each.flat();
  const rates = rows.map((r) => r.percent as number);
  const span = { min: Math.min(...rates), max: Math.max(...rates) };
  const inferred = rows.some((r) => r.inferred === true);
  const how = inferred ? "; inferred from the classes of goods that the VAT Law names" : "";
  const why =
    span.min === span.max
      ? `on customs value, all duties and consumption tax${how}`
      : `${showPercent(span.min)} to ${showPercent(span.max)} %: goods at the lower rate and others are under this code, and which of them is not in hand`;
  return { ...span, why, inferred };
}

function valueAddedTax(rate: Rate | undefined, base: Span | undefined): Tax {
  if (rate === undefined) return { name: "VAT", percent: null, basis: null, amount: null, why: "the rate of these goods is not in hand: by policy they may pay another than the standard one" };
  const percent = exact(rate);
  const basis = exact(base);
  const least = base === undefined ? null : showCents(partOf(base.min, rate.min));
  const most = base?.max === undefined || rate.max === undefined ? null : showCents(partOf(base.max, rate.max));
  const settled = percent !== undefined && basis !== undefined;
  return {
    name: "VAT",
    percent: percent === undefined ? null : showPercent(percent),
    basis: basis === undefined ? null : showCents(basis),
    amount: settled ? least : null,
    why: rate.why,
    ...(rate.inferred ? { inferred: true as const } : {}),
    ...(settled || rate.max === undefined ? {} : { range: { percentMin: showPercent(rate.min), percentMax: showPercent(rate.max), amountMin: least, amountMax: most } }),
  };
}

/** The rows of a list for a line on a day. */
function rowsOn(goods: Goods, list: string, leaf: string, onDay: string): readonly ListRow[] {
  if (!goods.hasList(list)) return [];
  return goods.rowsFor(list, leaf).filter((r) => r.out !== true && (r.from === undefined || r.from <= onDay) && (r.until === undefined || onDay < r.until));
}
