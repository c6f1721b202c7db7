import { MILLION, parsePercent } from "../duty/index.js";
import { wholeDollars } from "./good.js";
import type { Expected } from "./price-good.js";

/**
 * Whether a filed duty in cents is the one that is expected, by some way of rounding in use: the value in whole dollars, as the entry summary asks,
 * or as the report gives it; and half a cent up or down.
 * @param value of the line in cents, as filed
 * @example withinRounding(7522, { ...shirts, rate: "7.5 %", duty: 7523 }, 100_300) //=> true: 7.5 % of 1003 dollars is 75.225
 */
export function withinRounding(filed: number, e: Pick<Expected, "rate" | "duty">, value: number | undefined): boolean {
  if (filed === e.duty) return true;
  const percent = e.rate === null ? undefined : percentOf(e.rate);
  if (e.duty === undefined || value === undefined || percent === undefined) return false;
  const near = (cents: number, duty = filed): boolean => {
    const off = BigInt(duty) * BigInt(MILLION) - BigInt(cents) * BigInt(percent);
    return 2n * off <= MILLION && -2n * off <= MILLION;
  };
  // Where the duty is on a part of the value the whole says nothing.
  const whole = wholeDollars(value);
  return near(whole, e.duty) && (near(whole) || near(value));
}

function percentOf(rate: string): number | undefined {
  const text = rate.replace(/ ?%$/, "");
  return /^\d+(?:\.\d+)?$/.test(text) ? parsePercent(text) : undefined;
}
