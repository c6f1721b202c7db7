import { type Instant, instant, utcDay } from "./instant.js";
import { fromWall } from "./zone.js";

/** A moment as someone wrote it: the instant, and whether only its day was given. */
export interface When {
  readonly at: Instant;
  readonly day: string | undefined;
}

/** Thrown for a date that does not exist or is not written as one. */
export class WhenError extends RangeError {
  constructor(
    readonly text: string,
    message: string,
  ) {
    super(message);
  }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ZONED = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)\[([A-Za-z_]+\/[A-Za-z_]+)\]$/;
const OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * A calendar day that exists.
 * @throws WhenError for 2025-02-30
 */
export function parseDay(text: string): string {
  if (!DAY.test(text)) throw new WhenError(text, `"${text}" is not a date: write YYYY-MM-DD`);
  const ms = Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10)));
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) throw new WhenError(text, `"${text}" is not a day of the calendar`);
  return text;
}

/** Which way seconds go: what is known counts from the next minute, what happened or is asked about lies in its own. */
type Seconds = "up" | "down";

/** Instant of an RFC 3339 text or of a wall time with its zone in brackets. Seconds round up to the next minute, or are cut off. */
export function parseInstant(text: string, seconds: Seconds = "up"): Instant {
  const zoned = ZONED.exec(text);
  try {
    if (zoned !== null) {
      parseDay(text.slice(0, 10));
      return fromWall(seconds === "down" ? text.slice(0, 16) : (zoned[1] as string), zoned[2] as string);
    }
    if (!OFFSET.test(text)) throw new RangeError("not an instant");
    parseDay(text.slice(0, 10));
    const ms = Date.parse(text);
    if (Number.isNaN(ms)) throw new RangeError("not an instant");
    return instant(Math[seconds === "up" ? "ceil" : "floor"](ms / 60_000));
  } catch (e) {
    if (e instanceof WhenError) throw e;
    const reason = (e as Error).message;
    throw new WhenError(text, /clocks were|the zone /.test(reason) ? reason : `"${text}" is not an instant: write YYYY-MM-DD, or YYYY-MM-DDTHH:MM with an offset`);
  }
}

/**
 * WHEN of valid time: a bare day means noon in the customs territory asked about. Seconds are cut off, so that 00:00:30 is before 00:01.
 * @example parseOn("2025-10-25", "America/New_York").at // 2025-10-25T16:00Z
 */
export function parseOn(text: string, zone: string): When {
  if (!DAY.test(text)) return { at: parseInstant(text, "down"), day: undefined };
  const day = parseDay(text);
  return { at: fromWall(`${day}T12:00`, zone), day };
}

/** WHEN of knowledge time: a bare day means 23:59Z of that day. Seconds round up. */
export function parseKnown(text: string): When {
  if (!DAY.test(text)) return { at: parseInstant(text), day: undefined };
  const day = parseDay(text);
  return { at: endOfDayUtc(day), day };
}

/** 23:59Z of a day: from when an instrument counts whose publication is known by its day alone. */
export function endOfDayUtc(day: string): Instant {
  return instant(utcDay(day) + 23 * 60 + 59);
}
