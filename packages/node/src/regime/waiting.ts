import { WEIGHT_EXEMPT } from "@truce/engine/duty";
import type { Goods } from "@truce/engine/goods";
import type { Instrument } from "@truce/engine/law";

/** How many tariff lines wait for a fact before a measure can be settled for them. */
export interface Waiting {
  readonly fact: string;
  readonly measure: string;
  readonly lines: number;
}

/** Counts the lines of each tariff that a fact holds up, by the lists and headings that each measure has ever reached. */
export function waiting(goods: Goods, instruments: readonly Instrument[]): Waiting[] {
  const held = new Map<string, Set<string>>();
  const hold = (fact: string, measure: string, code: string): void => {
    const key = `${fact}\n${measure}`;
    const codes = held.get(key) ?? new Set<string>();
    codes.add(code);
    held.set(key, codes);
  };
  const leaves = {
    us: goods
      .schedule("us")
      .leaves("")
      .filter((c) => c < "98"),
    cn: goods.schedule("cn").leaves(""),
  };
  for (const i of instruments)
    for (const act of i.acts) {
      if (act.do !== "impose" && act.do !== "except" && act.do !== "set") continue;
      const terms = act.do === "set" ? act.change : act.terms;
      const steps = [...(typeof terms.goods === "object" ? terms.goods.steps : []), ...(act.do === "set" ? (act.add ?? []) : [])];
      for (const step of steps)
        for (const code of leaves[act.measure.startsWith("cn/") ? "cn" : "us"]) {
          const rows = step.list === undefined ? [] : goods.rowsFor(step.list, code);
          const reached = step.list === undefined ? (step.reach?.some((r) => code.startsWith(r)) ?? false) : rows.some((r) => !r.out);
          if (!reached) continue;
          for (const r of rows) if (r.fact !== undefined) hold(r.fact, act.measure, code);
          if (step.unknown !== undefined) hold(act.measure, act.measure, code);
          if (step.when !== undefined) hold(step.when.fact, act.measure, code);
          if (step.basis !== undefined) hold(step.basis, act.measure, code);
          if (step.weight !== undefined && !WEIGHT_EXEMPT.includes(code.slice(0, 2))) hold("metal-weight", act.measure, code);
          if (terms.when !== undefined && step.list !== undefined) hold(terms.when.fact, act.measure, code);
        }
    }
  return [...held]
    .map(([key, codes]) => ({ fact: key.split("\n")[0] as string, measure: key.split("\n")[1] as string, lines: codes.size }))
    .sort((a, b) => (a.fact < b.fact ? -1 : a.fact > b.fact ? 1 : b.lines - a.lines));
}
