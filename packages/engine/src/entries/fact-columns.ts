import type { Fact, Goods } from "../goods/index.js";
import type { Regime } from "../law/index.js";

/** The facts that a column of a file may hold: those of regime/facts.yaml, and one by the name of each US measure or relief whose goods are not all in hand. */
export function factColumns(goods: Goods, regime: Regime): Fact[] {
  const open: Fact[] = [];
  for (const t of regime.timelines.values()) {
    if (!t.id.startsWith("us/") || (t.sort !== "duty" && t.sort !== "exception")) continue;
    const steps = t.states.flatMap((s) => (s.terms === undefined || s.terms.goods === "all" ? [] : s.terms.goods.steps)).filter((s) => s.unknown !== undefined);
    if (steps.length > 0) open.push({ name: t.id, kind: "choice", asks: "whether the goods are among those of the measure", choices: ["in", "out", ...new Set(steps.flatMap((s) => s.points ?? []))] });
  }
  return [...goods.facts.values(), ...open];
}
