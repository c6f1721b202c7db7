import type { Instant } from "./instant.js";

/** A half-open stretch of time: `from` belongs to it, `until` does not. */
export interface Interval {
  readonly from: Instant;
  readonly until: Instant;
}

/** Does the instant lie in the interval? The end does not. */
export const contains = (i: Interval, at: Instant): boolean => i.from <= at && at < i.until;

/**
 * Do two half-open intervals share an instant? Intervals that only touch do not.
 * @example overlaps({ from: 1, until: 2 }, { from: 2, until: 3 }) //=> false
 */
export const overlaps = (a: Interval, b: Interval): boolean => a.from < b.until && b.from < a.until;
