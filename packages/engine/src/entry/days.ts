import { utcDay } from "../time/index.js";

const DAY = 1_440;
/** Whole days since 1970 of a calendar day. */
export const dayNumber = (day: string): number => utcDay(day) / DAY;
/** The calendar day of such a number. */
export const dayOf = (n: number): string => new Date(n * 86_400_000).toISOString().slice(0, 10);
/**
 * The day some days after another; day 1 is the day after.
 * @example addDays("2026-02-24", 80) //=> "2026-05-15"
 */
export const addDays = (day: string, n: number): string => dayOf(dayNumber(day) + n);
/** Days from one day to another. @example daysBetween("2026-02-24", "2026-05-15") //=> 80 */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);
/** The same day so many years later; 29 February becomes 28. @example addYears("2024-02-29", 1) //=> "2025-02-28" */
export function addYears(day: string, n: number): string {
  const later = `${Number(day.slice(0, 4)) + n}${day.slice(4)}`;
  return new Date(`${later}T00:00:00Z`).toISOString().slice(0, 10) === later ? later : `${later.slice(0, 8)}28`;
}
/** The last day of the month after a day. @example endOfNextMonth("2025-12-31") //=> "2026-01-31" */
export function endOfNextMonth(day: string): string {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) + 1, 0)).toISOString().slice(0, 10);
}
