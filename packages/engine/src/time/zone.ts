import { Temporal } from "temporal-polyfill";
import { type Instant, instant } from "./instant.js";

/** The zones of the two customs territories. */
export const WASHINGTON = "America/New_York";
export const BEIJING = "Asia/Shanghai";

const offsets = new Map<string, Map<number, number>>();

/** Offset of a zone from UTC in minutes at an instant; remembered by the hour, since no zone here changes within one. */
export function offsetAt(zone: string, at: Instant): number {
  let known = offsets.get(zone);
  if (known === undefined) offsets.set(zone, (known = new Map()));
  const hour = Math.floor(at / 60);
  const hit = known.get(hour);
  if (hit !== undefined) return hit;
  const ns = Temporal.Instant.fromEpochMilliseconds(at * 60_000).toZonedDateTimeISO(zone).offsetNanoseconds;
  const minutes = ns / 60_000_000_000;
  if (known.size > 50_000) known.clear();
  known.set(hour, minutes);
  return minutes;
}

/**
 * The instant of a local wall time. A wall time that the zone skipped, or had twice, is refused.
 * @throws RangeError saying which of the two it is
 * @example fromWall("2025-05-14T00:01", "America/New_York") // 2025-05-14T04:01Z
 */
export function fromWall(wall: string, zone: string): Instant {
  const plain = Temporal.PlainDateTime.from(wall, { overflow: "reject" });
  const early = plain.toZonedDateTime(zone, { disambiguation: "earlier" });
  const late = plain.toZonedDateTime(zone, { disambiguation: "later" });
  if (early.epochMilliseconds !== late.epochMilliseconds) {
    const gap = !early.toPlainDateTime().equals(plain);
    throw new RangeError(
      gap
        ? `${wall} does not exist in ${zone}: the clocks were put forward; write the offset instead`
        : `${wall} happened twice in ${zone}: the clocks were put back; write the offset instead`,
    );
  }
  return instant(Math.ceil(early.epochMilliseconds / 60_000));
}

/**
 * An instant as local time with its offset.
 * @example toZoned(t, "America/New_York") //=> "2025-10-25T12:00:00-04:00"
 */
export function toZoned(at: Instant, zone: string): string {
  const offset = offsetAt(zone, at);
  const local = new Date((at + offset) * 60_000).toISOString().slice(0, 16);
  const sign = offset < 0 ? "-" : "+";
  const abs = Math.abs(offset);
  return `${local}:00${sign}${String(Math.floor(abs / 60)).padStart(2, "0")}:${String(abs % 60).padStart(2, "0")}`;
}

/** The calendar day of an instant in a zone, as YYYY-MM-DD. */
export function dayIn(at: Instant, zone: string): string {
  return new Date((at + offsetAt(zone, at)) * 60_000).toISOString().slice(0, 10);
}
