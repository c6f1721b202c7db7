import type { Share } from "../controls/index.js";

/** A percentage as bounds in parts per million; what is finer than a part lies between two of them and reaches neither. */
export interface Size {
  readonly low: Share;
  readonly high: Share;
  readonly lowOpen?: true;
  readonly highOpen?: true;
}

/**
 * A percentage from 0 to 100; undefined for text that is none. Percent signs and a decimal comma are understood.
 * @example sizeOf("25,5 %") //=> { low: 255000, high: 255000 }
 * @example sizeOf("49.99999") //=> { low: 499999, high: 500000, lowOpen: true, highOpen: true }, which is not 50
 */
export function sizeOf(text: string): Size | undefined {
  const m = /^(\d{1,3})(?:[.,](\d{1,25}))?\s*%?$/.exec(text.trim());
  if (m === null) return undefined;
  const digits = m[2] ?? "";
  const ppm = Number(m[1]) * 10_000 + Number(digits.slice(0, 4).padEnd(4, "0"));
  const finer = /[1-9]/.test(digits.slice(4));
  if (ppm > 1_000_000 || (finer && ppm === 1_000_000)) return undefined;
  return finer ? { low: ppm, high: ppm + 1, lowOpen: true, highOpen: true } : { low: ppm, high: ppm };
}

/** The same of a number, as JSON has it. */
export const sizeOfNumber = (n: number): Size | undefined => (Number.isFinite(n) && n >= 0 ? sizeOf(/e/.test(String(n)) ? n.toFixed(15) : String(n)) : undefined);

/** A stake between two bounds, each of which may be missing; undefined where the least is above the most. */
export function between(min: (Size & { readonly over?: true }) | undefined, max: (Size & { readonly under?: true }) | undefined): Size | undefined {
  const [low, high] = [min?.low ?? 0, max?.high ?? 1_000_000];
  const lowOpen = min !== undefined && (min.over === true || min.lowOpen === true);
  const highOpen = max !== undefined && (max.under === true || max.highOpen === true);
  if (low > high || (low === high && (lowOpen || highOpen))) return undefined;
  return { low, high, ...(lowOpen ? { lowOpen: true as const } : {}), ...(highOpen ? { highOpen: true as const } : {}) };
}

/** A least share as a cell says it: "25", or ">25" where 25 itself is too little. */
export function leastOf(text: string): (Size & { over?: true }) | undefined {
  const m = /^(>=|≥|>)?\s*(.*)$/.exec(text.trim()) as RegExpExecArray;
  const size = sizeOf(m[2] as string);
  return size === undefined ? undefined : { ...size, ...(m[1] === ">" ? { over: true as const } : {}) };
}
/** A greatest share: "50", or "<50" where it is less than 50. */
export function mostOf(text: string): (Size & { under?: true }) | undefined {
  const m = /^(<=|≤|<)?\s*(.*)$/.exec(text.trim()) as RegExpExecArray;
  const size = sizeOf(m[2] as string);
  return size === undefined ? undefined : { ...size, ...(m[1] === "<" ? { under: true as const } : {}) };
}
