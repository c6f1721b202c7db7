import { type Instant, instant } from "./instant.js";
import { NEW_YORK_CHANGES } from "./new-york.js";

/** The zones of the two customs territories. */
export const WASHINGTON = "America/New_York";
export const BEIJING = "Asia/Shanghai";
export const ZONES: readonly string[] = [WASHINGTON, BEIJING];

const STANDARD = -300;
const SUMMER = -240;
const CHINA = 480;
const changes: readonly number[] = NEW_YORK_CHANGES.reduce<number[]>((out, step) => [...out, (out.at(-1) ?? 0) + step], []);

/** Offset of a zone from UTC in minutes at an instant. New York's changes come from the time zone database; China has had none since 1991. */
export function offsetAt(zone: string, at: Instant): number {
  if (zone === BEIJING) return CHINA;
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((changes[mid] as number) <= at) low = mid + 1;
    else high = mid;
  }
  return low % 2 === 1 ? SUMMER : STANDARD;
}

/**
 * The instant of a local wall time, YYYY-MM-DDTHH:MM. A wall time that the zone skipped, or had twice, is refused.
 * @throws RangeError saying which of the two it is, or that the zone is not one of the two
 * @example fromWall("2025-05-14T00:01", "America/New_York") // 2025-05-14T04:01Z
 */
export function fromWall(wall: string, zone: string): Instant {
  if (!ZONES.includes(zone)) throw new RangeError(`the zone ${zone} is not one of ${ZONES.join(", ")}: write the offset instead`);
  const local = Math.ceil(Date.parse(`${wall.length === 16 ? `${wall}:00` : wall}Z`) / 60_000);
  if (Number.isNaN(local)) throw new RangeError(`${wall} is not a time of day`);
  const fits = (zone === BEIJING ? [CHINA] : [SUMMER, STANDARD]).map((o) => instant(local - o)).filter((t, i) => offsetAt(zone, t) === (zone === BEIJING ? CHINA : [SUMMER, STANDARD][i]));
  if (fits.length === 0) throw new RangeError(`${wall} does not exist in ${zone}: the clocks were put forward; write the offset instead`);
  if (fits.length > 1) throw new RangeError(`${wall} happened twice in ${zone}: the clocks were put back; write the offset instead`);
  return fits[0] as Instant;
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
