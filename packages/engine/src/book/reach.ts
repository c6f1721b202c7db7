import type { Goods } from "../goods/index.js";
import type { Goods as Reached, MeasureId, Regime, Timeline } from "../law/index.js";
import { fromWall, type Instant, OPEN } from "../time/index.js";
import type { Closure } from "./closure.js";

/** Which measures can ever reach a code, and the instants at which what they say of it can change. */
export class Reach {
  private readonly closed: ReadonlyMap<MeasureId, Closure>;

  constructor(
    private readonly regime: Regime,
    private readonly goods: Goods,
    private readonly zone: string,
    closures: readonly Closure[],
  ) {
    this.closed = new Map(closures.map((c) => [c.measure, c]));
  }

  /** Can a measure or an exception ever reach a code, whatever the facts? */
  reaches(t: Timeline | undefined, code: string): boolean {
    return t?.states.some((s) => s.terms !== undefined && this.touches(s.terms.goods, code)) ?? false;
  }

  /** The instants at which what a measure says of a code can change, in order. Where it never reaches the code only its words change, with its own states. */
  edges(measure: MeasureId, code: string): Instant[] {
    const out = new Set<Instant>(this.regime.timelines.get(measure)?.states.map((s) => s.from));
    this.collect(measure, code, out, new Set());
    return [...out].sort((a, b) => a - b);
  }

  private collect(measure: MeasureId, code: string, out: Set<Instant>, seen: Set<MeasureId>): void {
    const own = this.regime.timelines.get(measure);
    if (seen.has(measure) || !this.reaches(own, code)) return;
    seen.add(measure);
    for (const t of [own as Timeline, ...(this.regime.relief.get(measure) ?? []).filter((e) => this.reaches(e, code))])
      for (const s of t.states) {
        out.add(s.from);
        if (s.terms?.transit?.entered !== undefined) out.add(s.terms.transit.entered);
        if (s.terms !== undefined) this.days(s.terms.goods, code, out);
        for (const x of s.suspensions) if (x.goods !== undefined) this.days(x.goods, code, out);
      }
    for (const d of this.regime.displacements) {
      if (!d.act.measures.includes(measure)) continue;
      const by = d.act.byMeasures.filter((b) => this.reaches(this.regime.timelines.get(b), code));
      if (by.length === 0) continue;
      out.add(d.act.from);
      if (d.act.until < OPEN) out.add(d.act.until);
      for (const b of by) if (this.closed.has(b) || this.regime.timelines.has(b)) this.collect(b, code, out, seen);
    }
  }

  private touches(goods: Reached, code: string): boolean {
    if (goods === "all" || goods.steps[0]?.out) return true;
    return goods.steps.some((s) => (s.list !== undefined ? this.goods.rowsFor(s.list, code).length > 0 : s.reach === undefined || s.reach.some((p) => code.startsWith(p))));
  }

  /** The days on which rows of this code begin or end. */
  private days(goods: Reached, code: string, out: Set<Instant>): void {
    if (goods === "all") return;
    for (const s of goods.steps)
      if (s.list !== undefined) for (const r of this.goods.rowsFor(s.list, code)) for (const day of [r.from, r.until]) if (day !== undefined) out.add(fromWall(`${day}T00:00`, this.zone));
  }
}
