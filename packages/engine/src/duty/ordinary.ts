import { askFor, type Fraction, inUnit, othersLike, type Rate, readUnit, type Specific } from "../goods/index.js";
import { halfUp, partOf, showCents, wholeDollars } from "./money.js";
import type { Rounding } from "./result.js";

/** A quantity as asked, checked before: digits with at most four decimals, and a unit. */
export interface Quantity {
  readonly amount: string | number;
  readonly unit: string;
}

/**
 * The ordinary duty in cents: all parts of the rate added exactly, then rounded once, half up.
 * Undefined while a part waits for its quantity or for the value of a part of the article, and where the rate is words.
 * @example ordinaryCents(parseRate("6.3¢/liter"), 1000000, [{ amount: "1000", unit: "liter" }], "cents") //=> 6300
 */
export function ordinaryCents(rate: Rate, cents: number, quantity: readonly Quantity[], rounding: Rounding): number | undefined {
  if (rate.percent === undefined) return undefined;
  if (rate.specific.length === 0 && rate.partial.length === 0) return partOf(cents, rate.percent);
  let sum: Fraction = [BigInt(cents) * BigInt(rate.percent), 1_000_000n];
  for (const s of rate.specific) {
    const part = specificDuty(s, quantity);
    if (part === undefined) return undefined;
    sum = add(sum, part);
  }
  for (const p of rate.partial) {
    const dollars = amountIn(valueUnit(p.of), quantity);
    if (dollars === undefined) return undefined;
    const own: Fraction = rounding === "cents" ? [dollars[0] * 100n, dollars[1]] : [BigInt(wholeDollars(Number(halfUp(dollars[0] * 100n, dollars[1])))), 1n];
    sum = add(sum, [own[0] * BigInt(p.percent), own[1] * 1_000_000n]);
  }
  return Number(halfUp(sum[0], sum[1]));
}

/** Cents of one specific part. Billionths of a dollar are ten-millionths of a cent. */
function specificDuty(s: Specific, quantity: readonly Quantity[]): Fraction | undefined {
  const units = amountIn(s.unit, quantity);
  if (units === undefined) return undefined;
  if (s.less === undefined) return [units[0] * BigInt(s.nano), units[1] * 10_000_000n];
  const degrees = amountIn("degree", quantity);
  if (degrees === undefined) return undefined;
  const { nano, under, atLeast } = s.less;
  const [n, d] = degrees;
  const missing = BigInt(under) * d - n;
  const lowered = BigInt(s.nano) * d - BigInt(nano) * (missing > 0n ? missing : 0n);
  const least = BigInt(atLeast) * d;
  return [units[0] * (lowered > least ? lowered : least), units[1] * d * 10_000_000n];
}

const add = (a: Fraction, b: Fraction): Fraction => [a[0] * b[1] + b[0] * a[1], a[1] * b[1]];
const valueUnit = (part: string): string => `USD ${part}`;

/** The first quantity in the very unit, else the first that can be converted to it. */
function amountIn(unit: string, quantity: readonly Quantity[]): Fraction | undefined {
  const to = readUnit(unit);
  const same = quantity.find((q) => readUnit(q.unit).kind === to.kind && q.unit === unit) ?? quantity.find((q) => readUnit(q.unit).kind === to.kind);
  if (same === undefined) return undefined;
  const [whole = "0", decimals = ""] = String(same.amount).split(".");
  return inUnit([BigInt(whole + decimals.padEnd(4, "0")), 10_000n], readUnit(same.unit), to);
}

/** What the ordinary rate waits for, what it has no use for, and why it cannot be computed at all. `cents` is the customs value as given. Whole sentences for a reader. */
export function quantityNotes(rate: Rate | undefined, quantity: readonly Quantity[], cents: number): string[] {
  if (rate === undefined && quantity.length === 0) return [];
  const out: string[] = [];
  const units = (rate?.specific ?? []).flatMap((s) => (s.less === undefined ? [s.unit] : [s.unit, "degree"]));
  const parts = (rate?.partial ?? []).map((p) => p.of);
  const given = new Set(quantity.map((q) => readUnit(q.unit).kind));
  const wanted = units.filter((u) => !given.has(readUnit(u).kind));
  const worth = parts.filter((p) => !given.has(readUnit(valueUnit(p)).kind));
  if (rate?.words !== undefined) out.push(`the ordinary rate reads "${shortened(rate.words)}", which is no sum of value and quantities: the ordinary duty and the totals are left open`);
  if (wanted.length > 0) {
    const others = [
      ...new Set(
        wanted.flatMap((u) =>
          othersLike(u)
            .slice(1)
            .filter((o) => o !== u),
        ),
      ),
    ];
    const too = others.length === 0 ? "" : ` (${others.join(", ")} are converted)`;
    out.push(`the ordinary rate needs a quantity in ${wanted.map(askFor).join(" and ")}: ${wanted.map((u) => `--quantity AMOUNT --unit ${quoted(askFor(u))}`).join(" ")}${too}`);
  }
  if (worth.length > 0) out.push(`the ordinary rate needs the value of the ${worth.join(" and the ")}: ${worth.map((p) => `--quantity DOLLARS --unit ${quoted(valueUnit(p))}`).join(" ")}`);
  const kinds = new Set([...units, ...parts.map(valueUnit)].map((u) => readUnit(u).kind));
  const unused = quantity.filter((q) => !kinds.has(readUnit(q.unit).kind)).map((q) => q.unit);
  if (unused.length > 0) {
    const would = [...units.flatMap(othersLike), ...parts.map(valueUnit)];
    const what = would.length === 0 ? "the ordinary rate of this line has no such unit" : `it cannot be converted; the ordinary rate of this line takes ${[...new Set(would)].join(", ")}`;
    out.push(`quantity in ${unused.join(", ")}: given, but ${what}`);
  }
  const twice = units.concat(parts.map(valueUnit)).find((u) => quantity.filter((q) => readUnit(q.unit).kind === readUnit(u).kind).length > 1);
  if (twice !== undefined) out.push(`more than one quantity in ${askFor(twice)} is given: the first that fits is used`);
  const worths = parts.map((p) => amountIn(valueUnit(p), quantity)).filter((x): x is Fraction => x !== undefined);
  const [sum, by] = worths.reduce(add, [0n, 1n]);
  if (sum * 100n > BigInt(cents) * by)
    out.push(`the value of the ${parts.join(" and the ")} is given as more than the customs value of ${showCents(cents)}: check --value and the quantities in dollars`);
  return out;
}

const quoted = (unit: string): string => (/\s/.test(unit) ? `"${unit}"` : unit);
const shortened = (text: string): string => (text.length > 100 ? `${text.slice(0, 99)}…` : text);
