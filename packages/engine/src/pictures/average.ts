import { type Canvas, stepSeries } from "../charts/index.js";
import type { Regime } from "../law/index.js";
import { toUtc } from "../time/index.js";
import { InputError } from "../desk/index.js";
import type { AverageView, Step } from "../answers/average.js";

/** So many events are named: those behind the largest steps. */
const EVENTS = 12;

/** The step series of an average, with the documents behind its largest steps. */
export function averagePicture(canvas: Canvas, v: AverageView, regime: Regime): Element {
  const name = v.side === "us" ? "United States" : "China";
  const until = toUtc(regime.known);
  // Where no ordinary rate was known there is no average to draw.
  const series = v.series.filter((s) => s.percent !== null);
  if (series.length === 0) throw new InputError("no-picture", "no ordinary rate was known by then, so there is no average to draw", "ask with a later --known", "--known");
  const size = (s: Step, i: number): number => Math.abs(Number(s.percent) - Number(series[i - 1]?.percent ?? s.percent));
  const largest = series
    .map((s, i) => ({ s, moved: size(s, i) }))
    .filter((x) => x.moved > 0)
    .sort((a, b) => b.moved - a.moved)
    .slice(0, EVENTS)
    .map(({ s }) => s)
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return stepSeries(
    canvas,
    {
      title: `Average tariff of ${v.side === "us" ? "the United States on goods of China" : "China on goods of the United States"}`,
      unit: `percent of customs value, ordinary duty included; weights: ${v.weights}`,
      note: `The band holds the lines that wait for a fact at their least and most; the line is its middle. Hollow marks: published by PIIE and others, with other weights (docs/averages.md). Law as known ${v.known}, regime checked to ${v.horizon}. Weights: ${v.weighing.title}, by ${v.weighing.sources.join("; ")}.`,
    },
    [
      {
        name,
        steps: series.map((s) => ({ at: s.from, value: Number(s.percent), least: Number(s.percentMin), most: Number(s.percentMax) })),
        points: v.reference.filter((p) => p.standing !== "planned").map((p) => ({ at: `${p.date}T12:00:00Z`, value: Number(p.percent) })),
      },
    ],
    until,
    largest.map((s) => ({ at: s.from, day: s.day, text: behind(s.from, v.side, regime) })),
  );
}

/** The documents whose act begins or ends at a moment on a duty of a side. */
function behind(at: string, side: string, regime: Regime): string {
  const out = new Set<string>();
  for (const t of regime.timelines.values())
    if (t.id.startsWith(`${side}/`) && (t.sort === "duty" || t.sort === "exception"))
      for (const l of t.layers)
        if (toUtc(l.from) === at) out.add(l.instrument.id);
        else if (toUtc(l.until) === at) out.add(l.by.at(-1) as string);
  return [...out].join(", ") || "an edition of the ordinary tariff";
}
