import type { Instant } from "../time/index.js";
import { dayNumber, daysBetween, endOfNextMonth } from "./days.js";
import type { InterestRules, Quarter } from "./refund-rules.js";

/** Interest in cents between which the true one lies; `max` is null where a rate is not known. */
export interface InterestRange {
  readonly min: number;
  readonly max: number | null;
  readonly why: readonly string[];
}
interface Factor {
  readonly over: bigint;
  readonly under: bigint;
  /** The first day whose rate is not known. */
  readonly gap: string | undefined;
}

/**
 * Interest on overpaid duties from the deposit to a day, compounded daily: 19 USC 1505(c), 26 USC 6621 and 6622.
 * Exact: the factors of all days are multiplied as whole numbers, and the result is rounded once, half up to the cent.
 */
export class Interest {
  private readonly quarters: readonly Quarter[];
  private readonly factors = new Map<string, Factor>();

  /** @param known only rates known by then are used */
  constructor(
    readonly rules: InterestRules,
    known: Instant,
  ) {
    this.quarters = rules.quarters.filter((q) => q.announced <= known);
  }

  /**
   * The range for an amount deposited for an entry. The report has no day of deposit: it is at the earliest the day of entry, at the latest the end of the next month.
   * Where the importer's type is not known, the lower rate is the lower end and the higher rate the upper.
   * @example interest.range(100000, "2025-10-25", "2026-10-01", "corporation")
   */
  range(cents: number, entered: string, to: string, importer: "corporation" | "other" | undefined): InterestRange {
    if (cents === 0) return { min: 0, max: 0, why: [] };
    const last = endOfNextMonth(entered);
    const low = this.factor(last, to, importer ?? "corporation");
    const high = this.factor(entered, to, importer ?? "other");
    const why = [
      ...(to > entered ? [`from a deposit between ${entered} and ${last < to ? last : to} to ${to}`] : ["no day has passed since entry"]),
      ...(importer === undefined ? ["importer_type is not known: both rates"] : []),
      ...(high.gap === undefined ? [] : [`the rate from ${high.gap} is not known: the upper end is not known, the lower end stops there`]),
    ];
    return { min: of(cents, low), max: high.gap === undefined ? of(cents, high) : null, why };
  }

  /**
   * Interest of one amount from one day to another, at one rate; up to the first day whose rate is not known.
   * @example interest.exact(100000, "2025-01-01", "2025-01-02", "corporation") //=> 16
   */
  exact(cents: number, from: string, to: string, importer: "corporation" | "other"): number {
    return of(cents, this.factor(from, to, importer));
  }

  private factor(from: string, to: string, importer: "corporation" | "other"): Factor {
    const key = `${from} ${to} ${importer}`;
    const kept = this.factors.get(key);
    if (kept !== undefined) return kept;
    let over = 1n;
    let under = 1n;
    let at = from;
    let gap: string | undefined;
    while (at < to) {
      const q = this.quarters.find((x) => x.from <= at && at < x.until);
      if (q === undefined) {
        gap = at;
        break;
      }
      const end = [q.until, to, `${Number(at.slice(0, 4)) + 1}-01-01`].sort()[0] as string;
      const days = BigInt(daysBetween(at, end));
      const year = BigInt(100 * (dayNumber(`${Number(at.slice(0, 4)) + 1}-01-01`) - dayNumber(`${at.slice(0, 4)}-01-01`)));
      over *= (year + BigInt(q[importer])) ** days;
      under *= year ** days;
      at = end;
    }
    const made = { over, under, gap };
    this.factors.set(key, made);
    return made;
  }
}

/** What an amount earns by a factor, rounded once. */
function of(cents: number, f: Factor): number {
  return Number((BigInt(cents) * (f.over - f.under) * 2n + f.under) / (f.under * 2n));
}
