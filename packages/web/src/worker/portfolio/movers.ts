import { moneyOf, type Mover, MOVERS, OPEN } from "@truce/engine/portfolio";
import type { Run } from "../protocol.js";
import type { Pricing } from "./pricing.js";
import { Pace } from "./source.js";

const BATCH = 20_000;

/** The lines whose additional duty a scenario moves most against the law as it stands. */
export async function movers(p: Pricing, run: Run): Promise<Mover[]> {
  const out: Mover[] = [];
  const pace = new Pace(run, "lines");
  for (let s = 1; s < p.scenarios.length; s++) {
    let top: { readonly i: number; readonly change: number }[] = [];
    let least = 0;
    for (let i = 0; i < p.store.length; i++) {
      const [before, after] = [p.additional(i, 0), p.additional(i, s)];
      const change = before === OPEN || after === OPEN ? 0 : Math.abs(after - before);
      if (change > least) {
        top = [...top, { i, change }].sort((a, b) => b.change - a.change || a.i - b.i).slice(0, MOVERS);
        if (top.length === MOVERS) least = top.at(-1)?.change ?? 0;
      }
      if (i % BATCH > 0) continue;
      pace.lines = i;
      await pace.step(i / p.store.length);
    }
    out.push(...top.map(({ i }) => moverOf(p, i, s)));
  }
  return out;
}

function moverOf(p: Pricing, i: number, s: number): Mover {
  const { store } = p;
  const [before, after] = [p.additional(i, 0), p.additional(i, s)];
  return {
    scenario: p.scenarios[s]?.id ?? "",
    row: store.row.items[i] as number,
    ref: store.named.ref?.at(i) || null,
    sku: store.named.sku?.at(i) || null,
    code: p.code(i),
    side: store.side(i) === 0 ? "us" : "cn",
    value: moneyOf(store.cents.items[i]),
    before: moneyOf(before),
    after: moneyOf(after),
    change: moneyOf(after - before),
  };
}
