import { type Goods, inUnit, readUnit } from "../goods/index.js";
import type { FormQuantity } from "./result.js";

/** Places of a converted quantity that has no end. */
const PLACES = 4;
/** More places than any two units of the tariff need where the conversion has an end. */
const MOST = 12;

/** The units of quantity that the tariff prints for a line on a day; none where the lines under a code differ, or the line has none. */
export function unitsOf(goods: Goods, leaves: readonly string[], day: string): string[] {
  const schedule = goods.schedule("us");
  const from = schedule.info.first;
  const columns = leaves.map((l) => schedule.on(l, day < from ? from : day)?.rate("units") ?? "");
  const first = columns[0] ?? "";
  return columns.every((c) => c === first)
    ? first
        .replace(/<sup[^>]*>/g, "")
        .split(/\||\band\b/)
        .map((u) => u.trim())
        .filter((u) => u !== "" && u !== "X")
    : [];
}

/**
 * A quantity in the unit of the line where it is of its kind, exactly where it has an end, else to four places; as it was given otherwise.
 * @example netQuantity({ amount: "2.5", unit: "t" }, ["kg"]).amount //=> "2500"
 */
export function netQuantity(q: { readonly amount: string | number; readonly unit: string }, units: readonly string[]): FormQuantity {
  const given = { amount: String(q.amount), unit: q.unit };
  const from = readUnit(q.unit);
  const unit = units.includes(q.unit) ? q.unit : units.find((u) => readUnit(u).kind === from.kind);
  const [whole = "0", decimals = ""] = given.amount.split(".");
  const there = unit === undefined ? undefined : inUnit([BigInt(whole + decimals.padEnd(4, "0")), 10_000n], from, readUnit(unit));
  return unit === undefined || there === undefined ? { ...given, given } : { amount: decimal(there[0], there[1]), unit, given };
}

/** A fraction as a decimal without needless noughts. */
function decimal(numerator: bigint, denominator: bigint): string {
  const ends = (numerator * 10n ** BigInt(MOST)) % denominator === 0n;
  const scale = 10n ** BigInt(ends ? MOST : PLACES);
  const scaled = (2n * numerator * scale + denominator) / (2n * denominator);
  const rest = String(scaled % scale)
    .padStart(ends ? MOST : PLACES, "0")
    .replace(/0+$/, "");
  return rest === "" ? String(scaled / scale) : `${scaled / scale}.${rest}`;
}
