import { EVER, type Instant, OPEN, toUtc } from "../time/index.js";
import { actText, measuresOf, subjectOf } from "./act-text.js";
import { effectiveOf, expiryOf } from "./item-dates.js";
import type { Lookback } from "./lookback.js";
import type { Regime } from "./regime.js";
import { localDay } from "./zone-of.js";
import type { Act, ActKind, Confidence, Conflict, Instrument, MeasureId, Source, Standing } from "./types.js";

/** An act as it is shown. Instants are UTC; null where it has no such end. */
export interface ActView {
  readonly do: ActKind;
  readonly text: string;
  readonly measures: readonly MeasureId[];
  readonly about?: string;
  /** The document whose end an extension moves. */
  readonly of?: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly announced: string;
  /** The day of its announcement as its own side counts it. */
  readonly day: string;
  /** The same, where nothing but the day is known. */
  readonly announcedDay?: string;
  readonly by?: string;
  readonly cites?: readonly string[];
  readonly note?: string;
  readonly inferred?: readonly string[];
}
/** An instrument as known: nothing of it that was announced or written down later. */
export interface Item {
  readonly id: string;
  readonly kind: string;
  readonly standing: Standing;
  readonly issuer: string;
  readonly title: string;
  readonly announced: string;
  readonly day: string;
  readonly announcedDay?: string;
  /** When it does something; empty for a threat. */
  readonly effective: readonly string[];
  /** The last end that it gives itself, whatever others did to it since. */
  readonly expires: string | null;
  readonly summary?: string;
  readonly note?: string;
  readonly acts: readonly ActView[];
  readonly cites: readonly string[];
  readonly sources: readonly Source[];
  readonly confidence: Confidence;
  readonly conflicts: readonly Conflict[];
  readonly unconfirmed: readonly string[];
  readonly causes: readonly string[];
  readonly implements: readonly string[];
}
/** UTC, or null where there is no such end. */
export const utcOrNull = (at: Instant): string | null => (at <= EVER || at >= OPEN ? null : toUtc(at));

/** An act as it is shown. */
export function actView(act: Act, document: string, look: Lookback): ActView {
  const about = subjectOf(act);
  const note = look.note(act);
  return {
    do: act.do,
    text: actText(act),
    measures: measuresOf(act),
    from: "from" in act && act.from !== undefined ? utcOrNull(act.from) : null,
    until: "until" in act && act.until !== undefined ? utcOrNull(act.until) : null,
    announced: toUtc(act.announced),
    day: localDay(document, act.announced, act.announcedDay),
    ...(about === undefined || look.isLater(about) ? {} : { about }),
    ...(act.do !== "extend" || act.of === undefined || look.isLater(act.of) ? {} : { of: act.of }),
    ...(act.announcedDay === undefined ? {} : { announcedDay: act.announcedDay }),
    ...(act.by === undefined ? {} : { by: act.by }),
    ...(act.cites === undefined ? {} : { cites: act.cites }),
    ...(note === undefined ? {} : { note }),
    ...(act.inferred === undefined ? {} : { inferred: act.inferred }),
  };
}

/** An instrument as known, with its acts known by then: it is cited as its first document, and as those that announced an act of it since. */
export function itemOf(i: Instrument, acts: readonly Act[], regime: Regime, look: Lookback): Item {
  const end = expiryOf(i, acts, regime);
  return {
    id: i.id,
    kind: i.kind,
    standing: i.standing,
    issuer: i.issuer,
    title: i.title,
    announced: toUtc(i.announced),
    day: localDay(i.id, i.announced, i.announcedDay),
    ...(i.announcedDay === undefined ? {} : { announcedDay: i.announcedDay }),
    effective: effectiveOf(i, acts, regime).map(toUtc),
    expires: end === undefined ? null : toUtc(end),
    acts: acts.map((a) => actView(a, i.id, look)),
    cites: [...new Set([...i.cites, ...acts.flatMap((a) => a.cites ?? [])])],
    confidence: i.confidence,
    ...look.of(i),
  };
}

/** The acts known by then, by document, documents oldest first. */
export function documents(regime: Regime): Map<Instrument, Act[]> {
  const own = new Map<Instrument, Act[]>(regime.instruments.map((i) => [i, []]));
  for (const { act, instrument } of regime.entries) own.get(instrument)?.push(act);
  return own;
}
