import { dutyMeasures, type Side, zoneOf } from "../duty/index.js";
import type { Goods } from "../goods/index.js";
import type { Condition, Goods as Reached, MeasureId, Regime, Terms, Timeline } from "../law/index.js";
import { fromWall, type Instant, OPEN } from "../time/index.js";

/** Everything on which one measure's outcome can turn: lists, headings, facts, instants, and the measures before which it gives way. */
export interface Closure {
  readonly measure: MeasureId;
  readonly lists: readonly string[];
  /** Beginnings of codes that its text names where no list is in hand. */
  readonly reaches: readonly string[];
  readonly facts: ReadonlySet<string>;
  /** Instants at which the outcome can change, in order. */
  readonly edges: readonly Instant[];
  /** A rate that replaces the ordinary one is among it, so that the ordinary one matters. */
  readonly replaces: boolean;
  /** Its own rate may replace the ordinary one. */
  readonly replacing: boolean;
  /** The measures whose outcome decides this one's, themselves not among them. */
  readonly before: readonly MeasureId[];
}

/** Facts that a rule for goods under way reads. */
const UNDER_WAY = ["loaded", "exported", "contract", "mode"];

interface Parts {
  readonly lists: Set<string>;
  readonly reaches: Set<string>;
  readonly facts: Set<string>;
  readonly edges: Set<Instant>;
  replaces: boolean;
}

/**
 * The closures of a side's duty measures, those that decide others first; undefined where two decide each other, so that none can be told alone.
 */
export function closures(regime: Regime, goods: Goods, side: Side): readonly Closure[] | undefined {
  const measures = dutyMeasures(regime, side);
  const zone = zoneOf(side);
  const before = new Map<MeasureId, Set<MeasureId>>(measures.map((m) => [m, new Set()]));
  for (const d of regime.displacements) for (const m of d.act.measures) for (const by of d.act.byMeasures) if (before.has(by)) before.get(m)?.add(by);
  const order = sorted(measures, before);
  if (order === undefined) return undefined;
  const made = new Map<MeasureId, { readonly closure: Closure; readonly parts: Parts }>();
  for (const measure of order) {
    const parts: Parts = { lists: new Set(), reaches: new Set(), facts: new Set([measure]), edges: new Set(), replaces: false };
    const own = regime.timelines.get(measure) as Timeline;
    for (const t of [own, ...(regime.relief.get(measure) ?? [])]) takeTimeline(parts, t);
    for (const d of regime.displacements)
      if (d.act.measures.includes(measure)) {
        parts.edges.add(d.act.from);
        if (d.act.until < OPEN) parts.edges.add(d.act.until);
        for (const by of d.act.byMeasures) if (!before.has(by)) for (const t of [regime.timelines.get(by), ...(regime.relief.get(by) ?? [])]) if (t !== undefined) takeTimeline(parts, t);
      }
    for (const id of parts.lists) takeList(parts, goods, id, zone);
    const replacing = parts.replaces;
    for (const by of before.get(measure) as Set<MeasureId>) join(parts, (made.get(by) as { parts: Parts }).parts);
    made.set(measure, {
      parts,
      closure: {
        measure,
        lists: [...parts.lists],
        reaches: [...parts.reaches],
        facts: parts.facts,
        edges: [...parts.edges].sort((a, b) => a - b),
        replaces: parts.replaces,
        replacing,
        before: [...(before.get(measure) as Set<MeasureId>)],
      },
    });
  }
  return order.map((m) => (made.get(m) as { closure: Closure }).closure);
}

/** Measures in an order in which those that decide come first. */
function sorted(measures: readonly MeasureId[], before: ReadonlyMap<MeasureId, ReadonlySet<MeasureId>>): MeasureId[] | undefined {
  const out: MeasureId[] = [];
  const state = new Map<MeasureId, "open" | "done">();
  const visit = (m: MeasureId): boolean => {
    if (state.get(m) === "done") return true;
    if (state.get(m) === "open") return false;
    state.set(m, "open");
    for (const by of before.get(m) ?? []) if (!visit(by)) return false;
    state.set(m, "done");
    out.push(m);
    return true;
  };
  return measures.every(visit) ? out : undefined;
}

function takeTimeline(parts: Parts, t: Timeline): void {
  for (const s of t.states) {
    parts.edges.add(s.from);
    if (s.terms !== undefined) takeTerms(parts, t.id, s.terms);
    for (const x of s.suspensions) if (x.goods !== undefined) takeGoods(parts, t.id, x.goods);
  }
}

function takeTerms(parts: Parts, id: MeasureId, terms: Terms): void {
  takeGoods(parts, id, terms.goods);
  takeCondition(parts, terms.when);
  if (terms.basis !== "value") parts.facts.add(terms.basis);
  if (terms.kind === "replaces-base") parts.replaces = true;
  if (terms.claim) parts.facts.add("claim");
  if (terms.part !== undefined) parts.facts.add(terms.part.fact);
  if (terms.transit === undefined) return;
  for (const f of UNDER_WAY) parts.facts.add(f);
  if (terms.transit.entered !== undefined) parts.edges.add(terms.transit.entered);
}

function takeGoods(parts: Parts, id: MeasureId, goods: Reached): void {
  if (goods === "all") return;
  for (const step of goods.steps) {
    if (step.list !== undefined) parts.lists.add(step.list);
    for (const r of step.reach ?? []) parts.reaches.add(r);
    takeCondition(parts, step.when);
    if (step.unknown !== undefined) parts.facts.add(id);
    if (step.basis !== undefined) parts.facts.add(step.basis);
    if (step.weight !== undefined) parts.facts.add("metal-weight");
    if (step.kind === "replaces-base") parts.replaces = true;
  }
}

function takeCondition(parts: Parts, when: Condition | undefined): void {
  if (when === undefined) return;
  parts.facts.add(when.fact);
  takeCondition(parts, when.or);
  takeCondition(parts, when.and);
}

function takeList(parts: Parts, goods: Goods, id: string, zone: string): void {
  for (const day of goods.daysOf(id)) parts.edges.add(fromWall(`${day}T00:00`, zone));
  for (const row of goods.list(id).allRows()) {
    if (row.fact !== undefined) parts.facts.add(row.fact);
    if (row.relieves !== undefined) parts.facts.add("claim");
  }
}

function join(parts: Parts, other: Parts): void {
  for (const x of other.lists) parts.lists.add(x);
  for (const x of other.reaches) parts.reaches.add(x);
  for (const x of other.facts) parts.facts.add(x);
  for (const x of other.edges) parts.edges.add(x);
  parts.replaces ||= other.replaces;
}
