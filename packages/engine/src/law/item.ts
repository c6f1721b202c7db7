import { EVER, type Instant, OPEN, toUtc } from "../time/index.js";
import { actText, measuresOf, subjectOf } from "./act-text.js";
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
  readonly effective: readonly string[];
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
    from: "from" in act ? utcOrNull(act.from) : null,
    until: "until" in act ? utcOrNull(act.until) : null,
    announced: toUtc(act.announced),
    day: localDay(document, act.announced, act.announcedDay),
    ...(about === undefined || look.isLater(about) ? {} : { about }),
    ...(act.announcedDay === undefined ? {} : { announcedDay: act.announcedDay }),
    ...(act.by === undefined ? {} : { by: act.by }),
    ...(act.cites === undefined ? {} : { cites: act.cites }),
    ...(note === undefined ? {} : { note }),
    ...(act.inferred === undefined ? {} : { inferred: act.inferred }),
  };
}

/** An instrument as known, with its acts known by then: it is cited as its first document, and as those that announced an act of it since. */
export function itemOf(i: Instrument, acts: readonly Act[], regime: Regime, look: Lookback): Item {
  const starts = [...new Set(acts.flatMap((a) => ("from" in a && a.from > EVER ? [a.from] : [])))].sort((a, b) => a - b);
  const end = expiry(i, acts, regime);
  return {
    id: i.id,
    kind: i.kind,
    standing: i.standing,
    issuer: i.issuer,
    title: i.title,
    announced: toUtc(i.announced),
    day: localDay(i.id, i.announced, i.announcedDay),
    ...(i.announcedDay === undefined ? {} : { announcedDay: i.announcedDay }),
    effective: starts.map(toUtc),
    expires: end === undefined ? null : toUtc(end),
    acts: acts.map((a) => actView(a, i.id, look)),
    cites: [...new Set([...i.cites, ...acts.flatMap((a) => a.cites ?? [])])],
    confidence: i.confidence,
    ...look.of(i),
  };
}

/** The last dated end of what a document does, as moved or cut short by others known by then. */
function expiry(i: Instrument, acts: readonly Act[], regime: Regime): Instant | undefined {
  const ends: Instant[] = [];
  for (const a of acts) {
    if (a.do === "withdraw" && a.instrument === i.id) return a.from;
    if (a.do === "extend") ends.push(a.until);
    if (!("from" in a) || !("until" in a) || a.do === "displace") continue;
    // A window of relief beside a duty is not the end of the document.
    if (a.do === "except" && acts.some((b) => b.do === "impose")) continue;
    const layers = measuresOf(a).flatMap((m) => regime.timelines.get(m)?.layers ?? []);
    const own = layers.find((l) => l.act === a);
    const stop = layers.find((l) => l.act.do === "end" && l.from > a.from)?.from;
    ends.push(Math.min(own?.until ?? a.until, stop ?? OPEN) as Instant);
  }
  const dated = ends.filter((e) => e < OPEN);
  return dated.length === 0 ? undefined : (Math.max(...dated) as Instant);
}

/** The acts known by then, by document, documents oldest first. */
export function documents(regime: Regime): Map<Instrument, Act[]> {
  const own = new Map<Instrument, Act[]>(regime.instruments.map((i) => [i, []]));
  for (const { act, instrument } of regime.entries) own.get(instrument)?.push(act);
  return own;
}
