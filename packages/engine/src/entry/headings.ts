import type { Goods, Regime, Terms, Timeline } from "../law/index.js";

/** The measure that each chapter 99 heading collects or relieves, digits without dots. */
export interface Headings {
  readonly duty: ReadonlyMap<string, string>;
  readonly relief: ReadonlyMap<string, string>;
}

/**
 * The headings of a regime, as any act known by then names them.
 * @example headingsOf(regime).duty.get("99030124") //=> "us/fentanyl/cn"
 */
export function headingsOf(regime: Regime): Headings {
  const duty = new Map<string, string>();
  const relief = new Map<string, string>();
  for (const t of regime.timelines.values()) {
    if (!t.id.startsWith("us/")) continue;
    const to = t.sort === "exception" ? relief : duty;
    for (const h of headingsOfLayers(t)) if (!to.has(h)) to.set(h, t.id);
  }
  return { duty, relief };
}

function headingsOfLayers(t: Timeline): string[] {
  return t.layers.flatMap((l) => {
    if (l.act.do === "impose" || l.act.do === "except") return ofTerms(l.act.terms);
    if (l.act.do === "set") return [...ofTerms(l.act.change), ...(l.act.add ?? []).flatMap((s) => plain(s.heading))];
    return [];
  });
}
function ofTerms(terms: Partial<Terms>): string[] {
  return [...plain(terms.heading), ...Object.values(terms.headings ?? {}).flatMap(plain), ...steps(terms.goods)];
}
const steps = (goods: Goods | undefined): string[] => (goods === undefined || goods === "all" ? [] : goods.steps.flatMap((s) => plain(s.heading)));
const plain = (heading: string | undefined): string[] => (heading === undefined ? [] : [heading.replaceAll(".", "")]);
