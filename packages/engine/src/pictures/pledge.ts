import { type Canvas, pledgeChart } from "../charts/index.js";
import type { WeeklySales } from "../goods/index.js";
import { inPeriod, type PledgeState } from "../talks/index.js";

const MILLION = 1_000_000;

/** The chart of the pledge that is measured by the week and under way, else of the last that was; undefined where none is measured so. */
export function pledgePicture(canvas: Canvas, list: readonly PledgeState[], weekly: WeeklySales | undefined, known: string, horizon: string, day: string, width?: number): Element | undefined {
  const measured = list.filter((p) => p.progress !== null && p.progress.kind !== "reported" && p.target !== null && p.from !== null && p.to !== null);
  const p = measured.find((x) => x.state === "open") ?? measured.at(-1);
  if (p === undefined || weekly === undefined) return undefined;
  const [from, to] = [p.from as string, p.to as string];
  let [sold, shipped] = [0, 0];
  const weeks = weekly.weeks
    .filter((w) => w.commodity === p.product && inPeriod(w.week, from, to) && w.known <= known.slice(0, 10) && w.week <= day)
    .map((w) => {
      sold += w.netSales / MILLION;
      shipped += w.exports / MILLION;
      return { week: w.week, sold, shipped };
    });
  return pledgeChart(
    canvas,
    {
      title: `${p.product[0]?.toUpperCase()}${p.product.slice(1)} pledged for ${p.period}: ${p.target} ${p.unit}`,
      unit: `${p.unit}, added up by week since ${from}; to the destination China, unknown destinations not counted`,
      note: `${weekly.sources.join("; ")}. Pledge: ${p.by} [${p.instrument}]. As known ${known}, regime checked to ${horizon}.`,
      ...(width === undefined ? {} : { width }),
    },
    { from, to, target: Number(p.target) },
    weeks,
  );
}
