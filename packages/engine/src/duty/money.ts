/** Money in whole cents. */
export type Cents = number & { readonly __brand: "Cents" };
export const MILLION = 1_000_000;

export class MoneyError extends Error {}

/**
 * Cents of a decimal text of at most two places.
 * @throws MoneyError for anything else, and above 10 billion
 * @example parseCents("1250.50") //=> 125050
 */
export function parseCents(text: string | number): Cents {
  const m = /^(\d+)(?:\.(\d{1,2}))?$/.exec(inDigits(text).trim());
  if (m === null) throw new MoneyError(`"${String(text).slice(0, 40)}" is not an amount: write digits with at most two decimals, such as 10000 or 1250.50`);
  const cents = Number(m[1]) * 100 + Number((m[2] ?? "").padEnd(2, "0"));
  if (cents > 1_000_000_000_000) throw new MoneyError(`the value ${String(text).slice(0, 40)} is above the limit of 10000000000.00`);
  return cents as Cents;
}

/** A number of a JSON question in digits, also where its own text has an exponent. */
export const inDigits = (amount: string | number): string => (typeof amount === "number" && amount >= 1e21 && Number.isFinite(amount) ? String(BigInt(amount)) : String(amount));

/** Cents as a decimal string. @example showCents(125050) //=> "1250.50" */
export function showCents(cents: number): string {
  const whole = Math.floor(cents / 100);
  const rest = cents % 100;
  return `${whole}.${rest < 10 ? "0" : ""}${rest}`;
}

/**
 * A part of an amount, in parts per million, rounded half up to the cent: the rounding rule `cents`, once for each component.
 * Exact above 2^53 too.
 * @example partOf(1000000, 175000) //=> 175000
 */
export function partOf(cents: number, ppm: number): number {
  const product = cents * ppm;
  if (product <= Number.MAX_SAFE_INTEGER) return Math.floor((product + 500_000) / MILLION);
  return Number((BigInt(cents) * BigInt(ppm) + 500_000n) / 1_000_000n);
}

/** A fraction of cents rounded half up. Neither part is negative. @example halfUp(5n, 2n) //=> 3n */
export const halfUp = (numerator: bigint, denominator: bigint): bigint => (2n * numerator + denominator) / (2n * denominator);

/**
 * Cents rounded to whole dollars, half a dollar up: the value of a line under the rule `entry-7501`. In cents.
 * Source: instructions of CBP Form 7501, entered value.
 * @example wholeDollars(12350) //=> 12400
 */
export const wholeDollars = (cents: number): number => Math.floor((cents + 50) / 100) * 100;

/**
 * Splits an amount by weights and loses no cent: each part rounded down, the cents left over to the largest remainders, the first of equals first.
 * Weights are whole and not negative; where all are 0 the parts are as even as they can be.
 * @throws RangeError where there is nothing to split among, or an amount or weight is negative or broken
 * @example allocate(100, [1, 1, 1]) //=> [34, 33, 33]
 */
export function allocate(cents: number, weights: readonly number[]): number[] {
  if (weights.length === 0 || ![cents, ...weights].every((n) => Number.isSafeInteger(n) && n >= 0)) throw new RangeError("allocate takes whole cents and one or more whole weights, none negative");
  const own = weights.some((w) => w > 0) ? weights.map(BigInt) : weights.map(() => 1n);
  const all = own.reduce((a, b) => a + b);
  const parts = own.map((w) => (BigInt(cents) * w) / all);
  const left = Number(BigInt(cents) - parts.reduce((a, b) => a + b));
  const order = own.map((w, i) => ({ i, rest: (BigInt(cents) * w) % all })).sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest < b.rest ? 1 : -1));
  for (const { i } of order.slice(0, left)) parts[i] = (parts[i] as bigint) + 1n;
  return parts.map(Number);
}

/** Parts per million as points of percent. @example showPercent(75000) //=> "7.5" */
export function showPercent(ppm: number): string {
  const whole = Math.floor(ppm / 10_000);
  const rest = ppm % 10_000;
  if (rest === 0) return String(whole);
  return `${whole}.${String(rest).padStart(4, "0").replace(/0+$/, "")}`;
}

/** Points of percent as parts per million. @example parsePercent("7.5") //=> 75000 */
export function parsePercent(text: string): number | undefined {
  const m = /^(\d{1,4})(?:\.(\d{1,4}))?$/.exec(text);
  return m === null ? undefined : Number(m[1]) * 10_000 + Number((m[2] ?? "").padEnd(4, "0"));
}
