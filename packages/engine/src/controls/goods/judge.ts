import type { ControlClause, Instrument, MeasureId, Regime, Timeline } from "../../law/index.js";
import { endOfDayUtc, type Instant, toUtc } from "../../time/index.js";
import { type Standing, standingOf } from "../standing.js";
import { onlyAssumed, type Reached, reached, verdictOf } from "./clause.js";
import type { Beside, ItemHit } from "./items.js";
import { CONTROL_VERDICTS, type ControlBy, type ControlMissing, type ControlQuestion, type ControlVerdict } from "./types.js";

/** What all controls say of the goods at one instant. */
export interface Judgement {
  readonly verdict: ControlVerdict;
  readonly by: readonly ControlBy[];
  readonly missing: readonly ControlMissing[];
}
interface Spoken {
  readonly line: Timeline;
  readonly clause: ControlClause;
  readonly reach: Reached;
  readonly stands: Standing;
}
export const strict = (v: ControlVerdict): number => CONTROL_VERDICTS.indexOf(v);

/** Controls of the regime that was known. */
export const controlsOf = (regime: Regime): Timeline[] => [...regime.timelines.values()].filter((t) => t.sort === "control");
/** What a control demands, in whatever state it stands: its words do not change while it is suspended. */
export function clausesOf(line: Timeline): readonly ControlClause[] {
  const act = line.layers.find((l) => l.act.do === "impose")?.act;
  return act?.do === "impose" ? (act.terms.controls ?? []) : [];
}

/** Judges goods by every control at an instant. */
export function judgeControls(regime: Regime, q: ControlQuestion, hits: readonly ItemHit[], on: Instant, beside: readonly Beside[]): Judgement {
  const spoken: Spoken[] = controlsOf(regime).flatMap((line) =>
    clausesOf(line).flatMap((clause): Spoken[] => {
      const reach = reached(clause, q, hits);
      return reach.state === "not" ? [] : [{ line, clause, reach, stands: standingOf(line, on) }];
    }),
  );
  // Goods for which a measure in force asks for a licence; refusals of licences speak of those alone.
  const licensed = (ids: readonly MeasureId[]): Reached["state"] => {
    const states = spoken.filter((s) => ids.includes(s.line.id) && s.stands.force === "in-force").map((s) => s.reach.state);
    return states.includes("reaches") ? "reaches" : states.includes("possible") ? "possible" : states.includes("waits") ? "waits" : "not";
  };
  const by: ControlBy[] = [];
  const missing = new Map<string, { why: string; gives: { when: string; verdict: ControlVerdict; measure: string }[] }>();
  for (const s of spoken) {
    const among = s.clause.among === undefined ? "reaches" : licensed(s.clause.among);
    // While the whole announcement is suspended its refusals are too; they stand beside it.
    if (among === "not" && s.stands.force === "in-force") continue;
    const full = verdictOf(s.clause.demand);
    const live = s.stands.force === "in-force";
    if (s.reach.state === "waits" && (live || s.stands.force === "suspended"))
      for (const w of s.reach.waits) {
        const held = missing.get(w.fact) ?? { why: s.reach.why, gives: [] };
        if (live) held.gives.push({ when: w.when, verdict: full, measure: s.line.id });
        missing.set(w.fact, held);
      }
    if (s.reach.state === "waits" && onlyAssumed(s.reach)) continue;
    const verdict = verdictNow(s, full, among);
    if (verdict !== undefined) by.push(view(regime, s, verdict));
  }
  for (const b of besides(regime, q, hits, beside)) if (b.unsettled === true && on >= b.instrument.announced) by.push(open(b, b.instrument));
  by.sort((a, b) => strict(a.verdict) - strict(b.verdict));
  const verdict = by[0]?.verdict ?? "no-control-known";
  return { verdict, by, missing: [...missing].filter(([, m]) => m.gives.length > 0).map(([fact, m]) => ({ fact, ...m })) };
}

/** What is said of the goods beside the law, by documents that were known. */
export function besides(regime: Regime, q: ControlQuestion, hits: readonly ItemHit[], all: readonly Beside[]): (Beside & { instrument: Instrument })[] {
  return all.flatMap((b) => {
    const instrument = regime.instruments.find((i) => i.id === b.document);
    return instrument !== undefined && regime.known >= endOfDayUtc(b.known) && q.from === "CN" && (b.to === undefined || b.to.includes(q.to)) && hits.some((h) => b.items.includes(h.item.id))
      ? [{ ...b, instrument }]
      : [];
  });
}
/** A law of which too little is known. */
const open = (b: Beside, i: Instrument): ControlBy => ({
  measure: i.id,
  verdict: "unsettled",
  demand: "licence",
  items: b.items,
  what: b.says,
  why: b.says,
  force: "not-known",
  from: null,
  until: null,
  returns: null,
  instruments: [i.id],
  cites: i.cites,
  confidence: i.confidence,
  note: null,
});

function verdictNow(s: Spoken, full: ControlVerdict, among: Reached["state"]): ControlVerdict | undefined {
  switch (s.stands.force) {
    case "in-force":
      return s.reach.state === "reaches" && among === "reaches" ? full : "unsettled";
    case "suspended":
      return "suspended";
    case "not-yet":
    case "ended":
    case "not-known":
      return undefined;
    default:
      return s.stands.force satisfies never;
  }
}

function view(regime: Regime, s: Spoken, verdict: ControlVerdict): ControlBy {
  const documents = regime.instruments.filter((i) => s.stands.by.includes(i.id) || s.line.layers[0]?.instrument.id === i.id);
  const impose = s.line.layers[0]?.instrument;
  return {
    measure: s.line.id,
    verdict,
    demand: s.clause.demand,
    items: s.reach.hits.map((h) => h.item.id),
    what: s.line.layers[0]?.act.do === "impose" ? (s.line.layers[0].act.terms.what ?? "") : "",
    why: s.reach.why,
    force: s.stands.force,
    from: s.stands.since === undefined ? null : toUtc(s.stands.since),
    until: s.stands.until === undefined ? null : toUtc(s.stands.until),
    returns: s.stands.force === "suspended" && s.stands.effective !== undefined ? toUtc(s.stands.effective) : null,
    instruments: documents.map((d) => d.id),
    cites: [...new Set(documents.flatMap((d) => d.cites))],
    confidence: impose?.confidence ?? "unconfirmed",
    note: s.clause.note ?? null,
  };
}
