import type { Instant } from "../time/index.js";
import { effectsOf } from "./effects.js";
import { type ActView, actView, utcOrNull } from "./item.js";
import type { Lookback } from "./lookback.js";
import type { Timeline } from "./paint.js";
import { type Regime, stateAt } from "./regime.js";
import { type Effect, type StateView, statesOf, stateView } from "./state-view.js";
import { measuresOf } from "./act-text.js";
import type { Members } from "./types.js";

/** An act on a measure, with the document that performed it and what it changed there. */
export interface MeasureAct extends ActView {
  readonly instrument: string;
  readonly standing: string;
  readonly effects: readonly Effect[];
}
/** Which measures give way to which. */
export interface Displaced {
  readonly measures: readonly string[];
  readonly to: readonly string[];
  readonly extent: "whole" | "share" | "goods";
  readonly from: string | null;
  readonly until: string | null;
  readonly instrument: string;
}
export interface MeasureView {
  readonly what: "measure";
  readonly id: string;
  readonly sort: Timeline["sort"] | "threatened";
  /** The measures that it excepts from, where it is an exception. */
  readonly of: readonly string[];
  readonly members?: Members;
  readonly now: StateView | null;
  /** Its present state began after the last day to which the regime was checked: so it was published, whether it came so is not known. */
  readonly unchecked?: true;
  readonly states: readonly StateView[];
  readonly acts: readonly MeasureAct[];
  readonly exceptions: readonly { readonly id: string; readonly now: string; readonly from: string | null; readonly heading?: string; readonly what?: string; readonly goods?: string }[];
  readonly displacedBy: readonly Displaced[];
  readonly displaces: readonly Displaced[];
}

/** A measure's life as known: its states, what every act did to it, its exceptions, and what takes its place. */
export function showMeasure(id: string, regime: Regime, on: Instant, look: Lookback): MeasureView | undefined {
  const entries = regime.entries.filter((e) => (e.act.do !== "except" || e.act.measure === id) && measuresOf(e.act).includes(id));
  const t = regime.timelines.get(id);
  if (t === undefined && !entries.some((e) => e.act.do === "impose" || e.act.do === "except")) return undefined;
  const acts = entries.map(({ act, instrument }) => ({
    ...actView(act, instrument.id, look),
    instrument: instrument.id,
    standing: instrument.standing,
    effects: t === undefined || !counts(instrument.standing, instrument.id, regime) ? [] : effectsOf(act, regime).filter((e) => e.measure === id),
  }));
  const base = { what: "measure" as const, id, acts, exceptions: (regime.relief.get(id) ?? []).map((r) => relief(r, on)), ...displacements(id, regime) };
  if (t === undefined) return { ...base, sort: "threatened", of: [], now: null, states: [] };
  return { ...base, sort: t.sort, of: t.of, ...(t.members === undefined ? {} : { members: t.members }), now: stateView(stateAt(t, on)), states: statesOf(t) };
}

/** Only law, and what is laid on top of it, changes how a measure stands. */
const counts = (standing: string, id: string, regime: Regime): boolean => standing === "law" || standing === "notice" || regime.supposed.includes(id);

function relief(t: Timeline, on: Instant) {
  const { text, heading, what, goods } = stateView(stateAt(t, on));
  const first = statesOf(t)[0];
  return { id: t.id, now: text, from: first?.from ?? null, ...(heading === undefined ? {} : { heading }), ...(what === undefined ? {} : { what }), ...(goods === undefined ? {} : { goods }) };
}

function displacements(id: string, regime: Regime): { displacedBy: Displaced[]; displaces: Displaced[] } {
  const view = regime.displacements.map(({ act, instrument }) => ({
    measures: act.measures,
    to: act.byMeasures,
    extent: act.extent,
    from: utcOrNull(act.from),
    until: utcOrNull(act.until),
    instrument,
  }));
  return { displacedBy: view.filter((d) => d.measures.includes(id)), displaces: view.filter((d) => d.to.includes(id)) };
}
