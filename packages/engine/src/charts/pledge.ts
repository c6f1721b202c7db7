import * as Plot from "@observablehq/plot";
import { type Canvas, FILLS, type Frame, framed, GREY, INK, PAPER } from "./frame.js";

/** One week of a pledge, added up since its period began; in the unit of the chart. */
export interface PledgeWeek {
  readonly week: string;
  readonly sold: number;
  readonly shipped: number;
}

/**
 * Sold and shipped by week against the target and the even pace to it.
 * @example pledgeChart(document, frame, { from: "2026-01-01", to: "2026-12-31", target: 25 }, weeks)
 */
export function pledgeChart(canvas: Canvas, frame: Frame, period: { readonly from: string; readonly to: string; readonly target: number }, weeks: readonly PledgeWeek[]): Element {
  const width = frame.width ?? 900;
  const [from, to] = [new Date(period.from), new Date(period.to)];
  const lines = (["sold", "shipped"] as const).map((kind, i) => ({ kind, i, rows: [{ x: from, y: 0 }, ...weeks.map((w) => ({ x: new Date(w.week), y: w[kind] }))] }));
  const top = Math.max(period.target, ...weeks.map((w) => Math.max(w.sold, w.shipped)));
  const ends = lines.map((l) => ({ ...l, x: l.rows.at(-1)?.x ?? from, y: l.rows.at(-1)?.y ?? 0 })).sort((a, b) => a.y - b.y);
  const apart = top * 0.06;
  const labels = ends.map((e, i) => ({ ...e, at: i > 0 && e.y - (ends[i - 1]?.y ?? 0) < apart ? (ends[i - 1]?.y ?? 0) + apart : e.y }));
  const drawing = Plot.plot({
    document: canvas,
    width,
    height: 380,
    marginLeft: 60,
    marginRight: width < 620 ? 84 : 120,
    marginBottom: 36,
    style: { background: PAPER, color: INK, fontSize: "13px" },
    x: { label: null, type: "utc", domain: [from, to], ticks: width < 620 ? 4 : 8 },
    y: { label: null, grid: true, zero: true, ticks: 6, domain: [0, top * 1.1] },
    marks: [
      Plot.ruleY([0], { stroke: INK }),
      Plot.line(
        [
          { x: from, y: 0 },
          { x: to, y: period.target },
        ],
        { x: "x", y: "y", stroke: GREY, strokeDasharray: "2 4", strokeWidth: 1.5 },
      ),
      Plot.ruleY([period.target], { stroke: INK, strokeDasharray: "8 4", strokeWidth: 1.5 }),
      Plot.text([{ x: from, y: period.target }], { x: "x", y: "y", text: () => `target ${period.target}`, textAnchor: "start", dx: 4, dy: -9, fill: INK, fontWeight: 600 }),
      Plot.text([{ x: to, y: period.target * 0.72 }], { x: "x", y: "y", text: () => "even pace", textAnchor: "end", dx: -30, dy: 10, fill: GREY }),
      ...lines.flatMap((l) => [Plot.line(l.rows, { x: "x", y: "y", stroke: FILLS[l.i] as string, strokeWidth: 2.5, strokeDasharray: l.i === 0 ? "none" : "7 4" })]),
      Plot.dot(labels, { x: "x", y: "y", r: 4, fill: PAPER, stroke: (l: (typeof labels)[number]) => FILLS[l.i] as string, strokeWidth: 2 }),
      Plot.text(labels, {
        x: "x",
        y: "at",
        text: (l: (typeof labels)[number]) => `${l.kind} ${l.y.toFixed(2)}`,
        textAnchor: "start",
        dx: 9,
        fill: (l: (typeof labels)[number]) => FILLS[l.i] as string,
        fontWeight: 600,
      }),
    ],
  });
  return framed(canvas, frame, [drawing as unknown as Element]);
}
