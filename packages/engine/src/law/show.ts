import { toUtc, toZoned, WASHINGTON } from "../time/index.js";
import { subjectOf } from "./act-text.js";
import { effectsOf } from "./effects.js";
import { pastHorizon, unchecked } from "./horizon.js";
import { type ActView, actView, documents, type Item, itemOf } from "./item.js";
import { Lookback } from "./lookback.js";
import { nearestIds } from "./nearest-ids.js";
import type { Regime } from "./regime.js";
import { type Links, linksOf } from "./show-links.js";
import { type MeasureView, showMeasure } from "./show-measure.js";
import { showTalk, type TalkView } from "./show-talk.js";
import type { Effect } from "./state-view.js";
import type { AsOf } from "./timeline.js";
import type { Act, Instrument } from "./types.js";

/** A document with what each of its acts did to each measure. */
export interface InstrumentView extends Omit<Item, "acts">, Links {
  readonly what: "instrument";
  readonly acts: readonly (ActView & { readonly effects: readonly Effect[] })[];
}
/** The document that has the same id as a meeting, without its acts. */
type Paper = Partial<Omit<Item, "acts">>;
export type ShowResult = { readonly on: string; readonly known: string; readonly horizon: string; readonly warnings: readonly string[] } & (InstrumentView | MeasureView | (TalkView & Paper));

/** Thrown for an id that names nothing known by then. */
export class UnknownId extends Error {
  constructor(
    readonly id: string,
    /** It exists, but was announced after what is known. */
    readonly later: boolean,
    readonly nearest: readonly string[],
  ) {
    super(id);
  }
}

/**
 * One instrument, measure, meeting, pledge, investigation or list of parties, as known.
 * An id that is both a meeting and the document that tells of it shows as the meeting, with the document's fields.
 * @throws UnknownId
 * @example show(regime, clocks, "us/reciprocal/cn").states.at(-1)
 */
export function show(regime: Regime, clocks: AsOf, id: string): ShowResult {
  const look = new Lookback(regime, clocks.known, clocks.horizon);
  const papers = documents(regime);
  const paper = [...papers].find(([i]) => i.id === id);
  const warnings = pastHorizon(clocks.on, clocks.horizon);
  const head = { on: toZoned(clocks.on, WASHINGTON), known: toUtc(clocks.known), horizon: clocks.horizon, warnings };
  const talk = showTalk(id, regime, look);
  if (talk !== undefined) {
    const { acts: _, ...own } = paper === undefined ? { acts: [] } : itemOf(paper[0], paper[1], regime, look);
    return { ...head, ...own, ...talk };
  }
  const measure = showMeasure(id, regime, clocks.on, look);
  const t = regime.timelines.get(id);
  if (measure !== undefined && t !== undefined && unchecked(t, clocks.on, clocks.horizon))
    return { ...head, warnings: [...warnings, `its present state began after ${clocks.horizon} as published; whether it came so is not known`, ...cautions(measure)], ...measure, unchecked: true };
  if (measure !== undefined) return { ...head, warnings: [...warnings, ...cautions(measure)], ...measure };
  if (paper === undefined) throw new UnknownId(id, exists(regime, id), nearestIds(id, knownIds(regime)));
  return { ...head, what: "instrument", ...withEffects(paper[0], paper[1], regime, look) };
}

function withEffects(i: Instrument, acts: readonly Act[], regime: Regime, look: Lookback) {
  const law = i.standing === "law" || i.standing === "notice" || regime.supposed.includes(i.id);
  return { ...itemOf(i, acts, regime, look), ...linksOf(i, acts, regime), acts: acts.map((a) => ({ ...actView(a, i.id, look), effects: law ? effectsOf(a, regime) : [] })) };
}

function cautions(m: MeasureView): string[] {
  if (m.sort === "threatened") return [`${m.id} is not law: it was threatened or said, and counts only where it is supposed (--suppose ${m.acts[0]?.instrument ?? "ID"})`];
  if (m.members !== undefined) return [`${m.id} has no life of its own: it stands while the suspensions that it holds do`];
  return [];
}

/** Ids by which an act makes something that can be shown. */
function made(act: Act): string[] {
  if (act.do === "impose" || act.do === "except") return [act.measure];
  return act.do === "meet" || act.do === "pledge" || act.do === "investigate" || act.do === "list" ? [subjectOf(act) as string] : [];
}
/** Every id that can be shown to someone who knows what this regime knows. */
export const knownIds = (regime: Regime): string[] => [...new Set([...regime.instruments.map((i) => i.id), ...regime.entries.flatMap((e) => [e.instrument.id, ...made(e.act)])])];
const exists = (regime: Regime, id: string): boolean => regime.all.some((i) => i.id === id || i.acts.some((a) => made(a).includes(id)));
