/** An instant at minute precision: whole minutes since 1970-01-01T00:00Z. Law is compared in these, never in local time. */
export type Instant = number & { readonly __brand: "Instant" };

export const instant = (minutes: number): Instant => minutes as Instant;
/** No end: later than every instant of law (2299-12-31, where ClickHouse's Date32 ends). */
export const OPEN: Instant = instant(Date.UTC(2299, 11, 31) / 60_000);
/** Before every instant of law. */
export const EVER: Instant = instant(Date.UTC(1900, 0, 1) / 60_000);

/**
 * An instant in UTC as RFC 3339.
 * @example toUtc(instant(0)) //=> "1970-01-01T00:00:00Z"
 */
export function toUtc(at: Instant): string {
  return `${new Date(at * 60_000).toISOString().slice(0, 16)}:00Z`;
}

/**
 * Minutes of a UTC calendar day's start. Only for days already checked by `parseDay`.
 * @example utcDay("1970-01-02") //=> 1440
 */
export function utcDay(day: string): Instant {
  return instant(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 60_000);
}
