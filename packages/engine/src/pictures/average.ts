import { type Canvas, stepSeries } from "../charts/index.js";
import { InputError } from "../desk/index.js";
import type { AverageView } from "../answers/average.js";
import type { AverageEvent } from "../answers/average-events.js";

/** The step series of an average, with the documents behind its largest steps. */
export function averagePicture(canvas: Canvas, v: AverageView, events: readonly AverageEvent[], width?: number): Element {
  const name = v.side === "us" ? "United States" : "China";
  // Where no ordinary rate was known there is no average to draw.
  const series = v.series.filter((s) => s.percent !== null);
  if (series.length === 0) throw new InputError("no-picture", "no ordinary rate was known by then, so there is no average to draw", "ask with a later --known", "--known");
  return stepSeries(
    canvas,
    {
      title: `Average tariff of ${v.side === "us" ? "the United States on goods of China" : "China on goods of the United States"}`,
      unit: `percent of customs value, ordinary duty included; weights: ${v.weights}`,
      note: `The band holds the lines that wait for a fact at their least and most; the line is its middle. Hollow marks: published by PIIE and others, with other weights (docs/averages.md). Law as known ${v.known}, regime checked to ${v.horizon}. Weights: ${v.weighing.title}, by ${v.weighing.sources.join("; ")}.`,
      ...(width === undefined ? {} : { width }),
    },
    [
      {
        name,
        steps: series.map((s) => ({ at: s.from, value: Number(s.percent), least: Number(s.percentMin), most: Number(s.percentMax) })),
        points: v.reference.filter((p) => p.standing !== "planned").map((p) => ({ at: `${p.date}T12:00:00Z`, value: Number(p.percent) })),
      },
    ],
    v.known,
    events,
    `${v.horizon}T23:59:00Z`,
  );
}
