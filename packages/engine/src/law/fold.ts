import { type Instant, OPEN } from "../time/index.js";
import { contradictions } from "./contradict.js";
import { LawError } from "./error.js";
import { opposed } from "./opposed.js";
import { type Displacement, type Layer, paint, type Timeline } from "./paint.js";
import { type Drawback, Regime } from "./regime.js";
import type { Act, Instrument, InstrumentId, MeasureId } from "./types.js";

/** An act with the document that performs it, in the order in which the world learned of it. */
export interface Entry {
  readonly act: Act;
  readonly instrument: Instrument;
  readonly seq: number;
}

const LAW = new Set(["law", "notice"]);

/**
 * What the law is to someone who knows all that was announced by `known`, and supposes some documents on top.
 * Pure: the same instruments in any order give the same regime. A document that is law by then is not laid on a second time.
 * @throws LawError where two live acts on one measure contradict each other, two suppositions cannot both be, or an act names what does not exist
 * @example fold(instruments, known).at("us/reciprocal/cn", on)?.standing //=> "suspended"
 */
export function fold(instruments: readonly Instrument[], known: Instant, supposed: readonly Instrument[] = []): Regime {
  const laid = new Set(supposed.map((i) => i.id));
  const heard = instruments.filter((i) => !laid.has(i.id) || LAW.has(i.standing));
  const there = new Set(heard);
  // What is law already stays where it is: of such a document only what is not known yet is laid on top.
  const onTop = (i: Instrument): readonly Act[] => (there.has(i) ? i.acts.filter((a) => a.announced > known) : i.acts);
  const entries = order(heard, known).concat(supposed.flatMap((instrument) => onTop(instrument).map((act) => ({ act, instrument, seq: 0 }))));
  const live = entries.map((e, seq) => ({ ...e, seq })).filter((e) => LAW.has(e.instrument.standing) || laid.has(e.instrument.id));
  contradictions(live, laid);
  opposed(live, laid);
  const stayed = new Set(live.flatMap((e) => (e.act.do === "stay" ? [e.act.instrument] : [])));
  const layers = new Map<MeasureId, Layer[]>();
  const displaced: Displacement[] = [];
  for (const e of live) spread(e, layers, displaced, stayed);
  const drawback = new Map<MeasureId, Drawback>();
  for (const { act, instrument } of live) if (act.do === "drawback") for (const id of act.measures) drawback.set(id, { eligible: act.eligible, because: act.because, instrument: instrument.id });
  const timelines = new Map<MeasureId, Timeline>();
  for (const [id, own] of layers) timelines.set(id, paint(id, own));
  return new Regime(known, instruments, entries, timelines, displaced, [...laid], drawback);
}

/** Acts known by `known`: by announcement, then by id, then as written; so the order of files does not matter. */
function order(instruments: readonly Instrument[], known: Instant): Entry[] {
  const out: Entry[] = [];
  for (const instrument of instruments)
    instrument.acts.forEach((act, seq) => {
      if (act.announced <= known) out.push({ act, instrument, seq });
    });
  return out.sort((a, b) => a.act.announced - b.act.announced || (a.instrument.id < b.instrument.id ? -1 : a.instrument.id > b.instrument.id ? 1 : a.seq - b.seq));
}

/** Puts one act on each measure that it names. */
function spread(e: Entry, layers: Map<MeasureId, Layer[]>, displaced: Displacement[], stayed: ReadonlySet<InstrumentId>): void {
  const { act, instrument } = e;
  const on = (id: MeasureId): Layer[] => {
    const own = layers.get(id);
    if (own === undefined) throw new LawError("R10", instrument, act, `${act.do} names ${id}, which no instrument has imposed by then`);
    return own;
  };
  switch (act.do) {
    case "impose":
    case "except": {
      const own = layers.get(act.measure) ?? [];
      own.push({ ...e, from: act.from, until: act.until, by: [instrument.id] });
      layers.set(act.measure, own);
      return;
    }
    case "set":
      on(act.measure).push({ ...e, from: act.from, until: act.until, by: [instrument.id] });
      return;
    case "suspend":
      for (const id of act.measures) on(id).push({ ...e, from: act.from, until: act.until, by: [instrument.id] });
      return;
    case "extend":
      for (const id of act.measures) prolong(on(id), e, id);
      return;
    case "end":
      for (const id of act.measures) on(id).push({ ...e, from: act.from, until: OPEN, by: [instrument.id] });
      return;
    case "void":
      for (const id of act.measures) on(id).push({ ...e, from: act.from, until: act.until, by: [instrument.id], stayed: stayed.has(instrument.id) });
      return;
    case "collect":
      for (const id of act.measures) on(id).push({ ...e, from: act.from, until: act.until, by: [instrument.id] });
      return;
    case "refund":
      for (const id of act.measures) on(id).push({ ...e, from: act.announced, until: OPEN, by: [instrument.id] });
      return;
    case "displace":
      displaced.push({ act, instrument: instrument.id });
      return;
    case "drawback":
    case "stay":
    case "withdraw":
    case "meet":
    case "pledge":
    case "report":
    case "investigate":
    case "list":
    case "delist":
    case "say":
      return;
    default:
      act satisfies never;
  }
}

/** Moves the end of the layer that an extension names: the one its `of` made or last extended, else the newest suspension, else the measure itself. */
function prolong(own: Layer[], e: Entry, id: MeasureId): void {
  if (e.act.do !== "extend") return;
  const { of, until } = e.act;
  const movable = own.filter((l) => l.act.do === "suspend" || l.act.do === "impose" || l.act.do === "except");
  const target = of !== undefined ? movable.findLast((l) => l.by.includes(of)) : (movable.findLast((l) => l.act.do === "suspend") ?? movable.findLast((l) => l.until < OPEN));
  if (target === undefined) throw new LawError("R13", e.instrument, e.act, `extend names no layer of ${id}${of === undefined ? "" : ` made by ${of}`} whose end could move`);
  const by = [...target.by, e.instrument.id];
  own[own.indexOf(target)] = { ...target, until, by, ends: [...(target.ends ?? []), { until: target.until, seq: e.seq }] };
}
