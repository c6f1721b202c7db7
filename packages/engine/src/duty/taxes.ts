import type { Goods, ListRow } from "../goods/index.js";
import { MILLION, partOf, showCents, showPercent } from "./money.js";
import type { Tax } from "./result.js";

const VAT_REDUCED = 90_000;
/** The first day for which the sources give the tax rates. */
const SOURCED = "2025-01-01";

/**
 * Import taxes of a Chinese entry: consumption tax where the line is a car or a fuel, and VAT on customs value, all duties and consumption tax.
 * `dutyPaid` is the customs value with all duties, in cents; undefined while duty is open.
 */
export function importTaxes(goods: Goods, leaves: readonly string[], onDay: string, dutyPaid: number | undefined): Tax[] {
  const early = onDay < SOURCED;
  const rows = leaves.map((l) => (goods.hasList("cn/consumption-tax") ? goods.rowsFor("cn/consumption-tax", l)[0] : undefined));
  const consumption = rows.every((r) => r === undefined) ? undefined : consumptionTax(rows, early, dutyPaid);
  const vat = valueAddedTax(goods, leaves, early, consumption === undefined ? dutyPaid : consumption.base);
  return consumption === undefined ? [vat] : [consumption.tax, vat];
}

/** Ad valorem consumption tax is charged on a price that holds it: (value + duty) / (1 - rate). */
function consumptionTax(rows: readonly (ListRow | undefined)[], early: boolean, dutyPaid: number | undefined): { tax: Tax; base: number | undefined } {
  const first = rows[0];
  const rate = !early && first?.percent !== undefined && rows.every((r) => r?.percent === first.percent) ? first.percent : undefined;
  const why = early ? "the rates of years before 2025 are not in hand" : (first?.text ?? "the rate differs by the goods under this code");
  if (rate === undefined || dutyPaid === undefined)
    return { tax: { name: "consumption tax", percent: rate === undefined ? null : showPercent(rate), basis: null, amount: null, why }, base: undefined };
  const price = Number((BigInt(dutyPaid) * 1_000_000n + BigInt(MILLION - rate) / 2n) / BigInt(MILLION - rate));
  const amount = partOf(price, rate);
  return { tax: { name: "consumption tax", percent: showPercent(rate), basis: showCents(price), amount: showCents(amount), why }, base: dutyPaid + amount };
}

/** Which lines pay the lower rate is in hand for a few headings only; for the others the tax is left open. */
function valueAddedTax(goods: Goods, leaves: readonly string[], early: boolean, base: number | undefined): Tax {
  const reduced = goods.hasList("cn/vat-9") && leaves.every((l) => goods.rowsFor("cn/vat-9", l).length > 0);
  if (early) return { name: "VAT", percent: null, basis: null, amount: null, why: "the rates of years before 2025 are not in hand" };
  if (!reduced)
    return {
      name: "VAT",
      percent: null,
      basis: null,
      amount: null,
      why: "13 %, or 9 % for farm goods, natural gas, books, farm machinery and some others: the list at the lower rate is in hand for a few headings only, and this line is not among them",
    };
  return {
    name: "VAT",
    percent: "9",
    basis: base === undefined ? null : showCents(base),
    amount: base === undefined ? null : showCents(partOf(base, VAT_REDUCED)),
    why: "goods at the lower rate; on customs value, all duties and consumption tax",
  };
}
