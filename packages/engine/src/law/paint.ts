import { contains, EVER, type Instant, OPEN } from "../time/index.js";
import type { Entry } from "./fold.js";
import type { Act, Goods, GoodsStep, InstrumentId, MeasureId, MeasureSort, Members, Ppm, Terms } from "./types.js";

/** One act as it lies on one measure; `until` moves when it is extended, and `by` says who made and who moved it. */
export interface Layer extends Entry {
  readonly from: Instant;
  readonly until: Instant;
  readonly by: readonly InstrumentId[];
  readonly stayed?: boolean;
  /** The ends that it had before it was extended. */
  readonly ends?: readonly { readonly until: Instant; readonly seq: number }[];
}
export interface Displacement {
  readonly act: Act & { readonly do: "displace" };
  readonly instrument: InstrumentId;
}

export interface Suspension {
  readonly percent: Ppm | undefined;
  readonly goods: Goods | undefined;
  readonly until: Instant;
  readonly by: readonly InstrumentId[];
}
export type Force = "none" | "in-force" | "suspended" | "ended";
/** What a measure is during one stretch of valid time. */
export interface State {
  readonly from: Instant;
  readonly until: Instant;
  readonly standing: Force;
  readonly terms: Terms | undefined;
  readonly suspensions: readonly Suspension[];
  readonly by: readonly InstrumentId[];
  readonly owed: "yes" | "no" | "contested";
  readonly collected: "yes" | "no" | "unknown";
  readonly refundable: "no" | "yes" | "contested";
  readonly route: readonly string[];
  readonly voidedBy: readonly InstrumentId[];
}
/** The painted life of one measure. States follow each other without a gap. */
export interface Timeline {
  readonly id: MeasureId;
  readonly sort: MeasureSort | "exception";
  readonly of: readonly MeasureId[];
  readonly members: Members | undefined;
  readonly layers: readonly Layer[];
  readonly states: readonly State[];
}

/** Paints the layers of one measure over valid time. */
export function paint(id: MeasureId, layers: readonly Layer[]): Timeline {
  const edges = new Set<Instant>([EVER]);
  for (const l of layers) {
    edges.add(l.from);
    edges.add(l.until);
    if (l.act.do === "void") edges.add(l.act.ruled);
  }
  const sorted = [...edges].filter((t) => t < OPEN).sort((a, b) => a - b);
  const states = sorted.map((from, i) => state(layers, from, sorted[i + 1] ?? OPEN));
  const first = layers[0]?.act;
  return {
    id,
    sort: first?.do === "impose" ? first.sort : "exception",
    of: first?.do === "except" ? first.of : [],
    members: first?.do === "impose" ? first.members : undefined,
    layers,
    states,
  };
}

function state(layers: readonly Layer[], at: Instant, until: Instant): State {
  let terms: Terms | undefined;
  let ended = false;
  let began = false;
  const suspensions: Suspension[] = [];
  /** Who is answerable for each part of the state: a later act takes over the parts that it sets. */
  const parts = new Map<string, readonly InstrumentId[]>();
  for (const l of layers) {
    const live = contains(l, at);
    const { act } = l;
    if (act.do === "impose" || act.do === "except") {
      if (l.from <= at) began = true;
      if (!live) {
        // What ran out by itself is still answered for by those who gave it its end.
        if (l.from <= at && terms === undefined) parts.set("ran out", l.by);
        continue;
      }
      terms = act.terms;
      ended = false;
      parts.clear();
      parts.set("impose", l.by);
    } else if (act.do === "set" && live && terms !== undefined) {
      terms = merge(terms, act);
      for (const key of Object.keys(act.change)) parts.set(key, l.by);
      if (act.add !== undefined) parts.set(`add ${parts.size}`, l.by);
    } else if (act.do === "suspend" && live) {
      suspensions.push({ percent: act.percent, goods: act.goods, until: l.until, by: l.by });
      if (act.goods === undefined) parts.set(`suspend ${parts.size}`, l.by);
    } else if (act.do === "end" && l.from <= at && began) {
      ended = true;
      parts.set("end", l.by);
    }
  }
  const whole = suspensions.some((s) => s.percent === undefined && s.goods === undefined);
  const collection = collected(layers, at, terms !== undefined && !ended && !whole);
  const standing: Force =
    collection.voided && terms !== undefined && !whole
      ? "in-force"
      : ended || collection.stopped || (began && terms === undefined)
        ? "ended"
        : terms === undefined
          ? "none"
          : whole
            ? "suspended"
            : "in-force";
  const by = [...new Set([...parts.values()].flat())];
  return { from: at, until, standing, terms, suspensions, by, ...collection.facts };
}

function merge(terms: Terms, act: Act & { do: "set" }): Terms {
  const next = { ...terms, ...act.change };
  if (act.add === undefined) return next;
  const steps: readonly GoodsStep[] = typeof next.goods === "object" ? next.goods.steps : [];
  return { ...next, goods: { steps: [...steps, ...act.add] } };
}

/**
 * Owed, collected and refundable are three things. A court that voids a duty changes what is owed from the first day;
 * customs charges it until it says otherwise, and where it has not yet said, from the ruling on collection is unknown.
 */
function collected(layers: readonly Layer[], at: Instant, due: boolean) {
  const voids = layers.filter((l) => l.act.do === "void" && contains(l, at));
  const full = voids.filter((l) => !l.stayed && l.act.do === "void" && l.act.parties === undefined);
  const partial = voids.filter((l) => !l.stayed && l.act.do === "void" && l.act.parties !== undefined);
  const refund = layers.findLast((l) => l.act.do === "refund")?.act;
  const stop = layers.findLast((l) => l.act.do === "collect" && l.act.whether === "yes");
  const doubt = layers.some((l) => l.act.do === "collect" && l.act.whether === "unknown" && contains(l, at));
  const contested = refund?.do === "refund" && refund.refundable === "contested";
  const facts = {
    owed: (full.length > 0 ? "no" : partial.length > 0 ? "contested" : "yes") as State["owed"],
    collected: (!due ? "no" : doubt ? "unknown" : "yes") as State["collected"],
    refundable: (contested ? "contested" : voids.length === 0 ? "no" : refund?.do === "refund" && full.length > 0 ? refund.refundable : "contested") as State["refundable"],
    route: contested || voids.length > 0 ? (refund?.do === "refund" ? refund.route : ["protest"]) : [],
    voidedBy: [...full, ...partial].map((l) => l.instrument.id),
  };
  if (full.length === 0) return { voided: false, stopped: false, facts };
  const ruled = Math.min(...full.map((l) => (l.act.do === "void" ? l.act.ruled : at)));
  // What stood suspended when the court ruled was not being charged, and does not begin to be.
  const asleep = layers.some((l) => l.act.do === "suspend" && l.act.percent === undefined && l.act.goods === undefined && l.from <= ruled && ruled < l.until);
  const charged = stop !== undefined ? (at < stop.until ? "yes" : "no") : at < ruled ? (due ? "yes" : "no") : asleep ? "no" : "unknown";
  // Void, and customs no longer charges it: nothing of it is left, whether or not an order took it back too.
  return { voided: charged !== "no", stopped: stop !== undefined && at >= stop.until, facts: { ...facts, collected: charged as State["collected"] } };
}
