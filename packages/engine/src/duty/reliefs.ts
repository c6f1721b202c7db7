import type { Goods as AllGoods } from "../goods/index.js";
import type { Displacement, Goods, MeasureId, Regime, Timeline } from "../law/index.js";

/** Everything in a regime that a chapter 99 heading can stand for. */
export interface Filed {
  readonly exceptions: readonly Timeline[];
  readonly displacements: readonly Displacement[];
  /** Duties that are filed under it. */
  readonly duties: readonly MeasureId[];
  /** Duties of which it says that the ordinary rate stands. */
  readonly above: readonly MeasureId[];
}
const NOTHING: Filed = { exceptions: [], displacements: [], duties: [], above: [] };
const made = new WeakMap<Regime, Map<string, Filed>>();

/** What a heading stands for in a regime as known. */
export function filedUnder(regime: Regime, goods: AllGoods, heading: string): Filed {
  let all = made.get(regime);
  if (all === undefined) made.set(regime, (all = index(regime, goods)));
  return all.get(heading) ?? NOTHING;
}

function index(regime: Regime, goods: AllGoods): Map<string, Filed> {
  const out = new Map<string, { exceptions: Timeline[]; displacements: Displacement[]; duties: MeasureId[]; above: MeasureId[] }>();
  const at = (heading: string) => {
    let f = out.get(heading);
    if (f === undefined) out.set(heading, (f = { exceptions: [], displacements: [], duties: [], above: [] }));
    return f;
  };
  const once = <T>(list: T[], value: T): void => void (list.includes(value) || list.push(value));
  for (const t of regime.timelines.values()) {
    const headings = new Set<string>();
    const note = (own: Goods | undefined): void => {
      if (typeof own !== "object") return;
      for (const step of own.steps) {
        if (step.heading !== undefined) headings.add(step.heading);
        if (step.above !== undefined) once(at(step.above).above, t.id);
        if (step.list !== undefined && !step.out && goods.hasList(step.list)) for (const h of goods.list(step.list).headings()) headings.add(h);
      }
    };
    for (const { act } of t.layers) {
      const terms = act.do === "impose" || act.do === "except" ? act.terms : act.do === "set" ? act.change : undefined;
      if (terms?.heading !== undefined) headings.add(terms.heading);
      for (const h of Object.values(terms?.headings ?? {})) headings.add(h);
      if (terms?.above !== undefined) once(at(terms.above).above, t.id);
      for (const h of Object.values(terms?.zone ?? {})) headings.add(h);
      note(terms?.goods);
      if (act.do === "set" && act.add !== undefined) note({ steps: act.add });
    }
    // The list of an exception holds the headings that it relieves under; its own heading picks them where there is one.
    for (const h of headings) {
      if (t.sort === "duty") once(at(h).duties, t.id);
      else if (
        t.sort === "exception" &&
        (t.states.every((s) => s.terms?.heading === undefined || s.terms.heading === h) || !t.states.some((s) => s.terms?.heading !== undefined && restricts(s.terms.goods, goods)))
      )
        once(at(h).exceptions, t);
    }
  }
  for (const d of regime.displacements) if (d.act.heading !== undefined) at(d.act.heading).displacements.push(d);
  return out;
}

/** Does a list say by row under which heading it relieves, so that the heading of the exception picks among its rows? */
function restricts(own: Goods, goods: AllGoods): boolean {
  return typeof own === "object" && own.steps.some((s) => s.list !== undefined && goods.hasList(s.list) && goods.list(s.list).picks());
}
