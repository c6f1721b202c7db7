import { type Instrument, localDay, type Regime } from "../law/index.js";
import { EVER, type Instant, OPEN, toUtc, utcDay } from "../time/index.js";

/** When an instrument was announced, printed and took effect, with the days between. Null where that is not known, or not yet. */
export interface Lag {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly announced: string;
  /** The day of the official gazette. */
  readonly published: string | null;
  /** The first instant from which it does something. */
  readonly effective: string | null;
  /** Its day in the territory of the issuer. */
  readonly effectiveDay: string | null;
  /** Days from announcement to print, and from announcement to effect; below zero where it reaches back. */
  readonly daysToPrint: number | null;
  readonly daysToEffect: number | null;
}
const MINUTES = 1440;

/**
 * Announced, published and effective time of each instrument of law, as known, in the order of their announcement.
 * @example lags(regime).find((l) => l.id === "us/eo-14298")?.daysToEffect //=> 2
 */
export function lags(regime: Regime): Lag[] {
  const today = toUtc(regime.known).slice(0, 10);
  return regime.instruments
    .filter((i) => (i.standing === "law" || i.standing === "notice") && i.announced <= regime.known)
    .sort((a, b) => a.announced - b.announced || (a.id < b.id ? -1 : 1))
    .map((i): Lag => {
      const day = localDay(i.id, i.announced, i.announcedDay);
      const published = i.published !== undefined && i.published <= today ? i.published : null;
      const effective = firstEffect(i, regime);
      return {
        id: i.id,
        title: i.title,
        kind: i.kind,
        announced: day,
        published,
        effective: effective === undefined ? null : toUtc(effective),
        effectiveDay: effective === undefined ? null : localDay(i.id, effective),
        daysToPrint: published === null ? null : days(day, published),
        daysToEffect: effective === undefined ? null : days(day, localDay(i.id, effective)),
      };
    });
}

function firstEffect(i: Instrument, regime: Regime): Instant | undefined {
  const from = i.acts.flatMap((a) => (a.announced <= regime.known && "from" in a && a.from !== undefined && a.from > EVER && a.from < OPEN && a.do !== "say" && a.do !== "withdraw" ? [a.from] : []));
  return from.length === 0 ? undefined : (Math.min(...from) as Instant);
}

const days = (a: string, b: string): number => Math.round((utcDay(b) - utcDay(a)) / MINUTES);
