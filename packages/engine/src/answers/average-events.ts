import type { Regime } from "../law/index.js";
import type { AverageStep } from "../outlook/index.js";
import { toUtc } from "../time/index.js";

/** So many events are named on a chart. */
export const EVENTS = 12;

/** A step of an average and what made it. */
export interface AverageEvent {
  readonly at: string;
  readonly day: string;
  /** The documents whose act began or ended there. */
  readonly text: string;
  readonly side: "us" | "cn";
  /** Points up or down. */
  readonly moved: number;
}

/** The largest steps of a series with the documents behind them, in the order of their days. */
export function largestSteps(series: readonly AverageStep[], side: "us" | "cn", regime: Regime, most: number): AverageEvent[] {
  return series
    .map((s, i) => ({ s, moved: Number(s.percent) - Number(series[i - 1]?.percent ?? s.percent) }))
    .filter((x) => x.s.percent !== null && x.moved !== 0)
    .sort((a, b) => Math.abs(b.moved) - Math.abs(a.moved))
    .slice(0, most)
    .sort((a, b) => (a.s.from < b.s.from ? -1 : 1))
    .map(({ s, moved }) => ({ at: s.from, day: s.day, text: documentsAt(s.from, side, regime), side, moved }));
}

/** The documents whose act begins or ends at a moment on a duty of a side. */
function documentsAt(at: string, side: string, regime: Regime): string {
  const out = new Set<string>();
  for (const t of regime.timelines.values())
    if (t.id.startsWith(`${side}/`) && (t.sort === "duty" || t.sort === "exception"))
      for (const l of t.layers)
        if (toUtc(l.from) === at) out.add(l.instrument.id);
        else if (toUtc(l.until) === at) out.add(l.by.at(-1) as string);
  return [...out].join(", ") || "an edition of the ordinary tariff";
}
