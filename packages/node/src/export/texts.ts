import { calendar, cliff, feed } from "@truce/engine/outlook";
import type { Instrument } from "@truce/engine/law";
import { type Instant, toUtc } from "@truce/engine/time";
import { writeWhole } from "../charts/write.js";
import { type Desks, InputError } from "@truce/engine/desk";

export const TEXTS = ["calendar", "feed"] as const;
export type TextName = (typeof TEXTS)[number];
const ENDINGS = { calendar: /\.(ics|json)$/i, feed: /\.(xml|atom)$/i } as const;
const SAID = { calendar: ".ics or .json", feed: ".xml or .atom" } as const;

/** What of the law is written, and from which day on. */
export interface TextOptions {
  readonly known: Instant;
  readonly on: Instant;
  readonly supposed: readonly Instrument[];
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** Where to; nothing prints it. */
  readonly to: string | undefined;
}

/**
 * Writes the dates of the law as a calendar, or its documents as a feed, whole or not at all.
 * @throws InputError for a name that is no such file
 */
export async function exportText(what: TextName, desks: Desks, o: TextOptions, print: (text: string) => Promise<void>) {
  if (o.to !== undefined && !ENDINGS[what].test(o.to)) throw new InputError("bad-ending", `${o.to} does not say that it is to be a ${what}`, `end its name with ${SAID[what]}`, "-o");
  const { horizon } = desks.regime.law;
  const regime = desks.regimeAt(o.known, o.supposed);
  const rows = cliff(regime, o.on).filter((r) => (o.from === undefined || r.day >= o.from) && (o.until === undefined || r.day <= o.until));
  const text =
    what === "feed"
      ? feed(regime, horizon, o.from)
      : /\.json$/i.test(o.to ?? "")
        ? `${JSON.stringify({ on: toUtc(o.on), known: toUtc(o.known), horizon, dates: rows })}\n`
        : calendar(regime, o.on, horizon, rows);
  if (o.to === undefined) await print(text);
  else writeWhole(o.to, "", text);
  return { what, known: toUtc(o.known), horizon, rows: what === "feed" ? (text.match(/<entry>/g) ?? []).length : rows.length, path: o.to ?? null };
}
