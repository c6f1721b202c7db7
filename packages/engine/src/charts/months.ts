import * as Plot from "@observablehq/plot";
import { type Canvas, compact, FILLS, type Frame, framed, INK, PAPER, short } from "./frame.js";

/** Additional duty of the lines entered in one month in one scenario, in cents. `month` as YYYY-MM. */
export interface MonthPoint {
  readonly month: string;
  readonly scenario: string;
  readonly additional: number;
}
const DASHES = ["none", "8 4", "2 4", "12 4 2 4", "4 4"] as const;
const SYMBOLS = ["circle", "square", "triangle", "diamond", "star"] as const;

/** A step series by month for each scenario, told apart by dashes and marks as well as by colour. */
export function monthSteps(canvas: Canvas, frame: Frame, points: readonly MonthPoint[]): Element {
  const width = frame.width ?? 900;
  const scenarios = [...new Set(points.map((p) => p.scenario))];
  const months = [...new Set(points.map((p) => p.month))].sort();
  const rows = points.map((p) => ({ ...p, at: new Date(`${p.month}-01T00:00:00Z`) }));
  const labels = scenarios.map((s, i) => {
    const last = rows.filter((r) => r.scenario === s).at(-1);
    return { x: last?.at, y: last?.additional ?? 0, text: short(s, 22), i };
  });
  // Names of scenarios whose last months lie close together are moved apart.
  const top = Math.max(1, ...points.map((p) => p.additional));
  const placed = [...labels].sort((a, b) => a.y - b.y);
  placed.forEach((l, i) => {
    const before = placed[i - 1];
    if (before !== undefined && l.y - before.y < top * 0.07) l.y = before.y + top * 0.07;
  });
  const marks = scenarios.flatMap((s, i) => {
    const own = rows.filter((r) => r.scenario === s);
    return [
      Plot.lineY(own, { x: "at", y: "additional", curve: "step-after", stroke: FILLS[i % FILLS.length] as string, strokeWidth: 2.5, strokeDasharray: DASHES[i % DASHES.length] as string }),
      ...(months.length <= 40 ? [Plot.dot(own, { x: "at", y: "additional", fill: PAPER, stroke: FILLS[i % FILLS.length] as string, symbol: SYMBOLS[i % SYMBOLS.length] as "circle", r: 4 })] : []),
    ];
  });
  const drawing = Plot.plot({
    document: canvas,
    width,
    height: 320,
    marginLeft: 70,
    marginRight: 190,
    marginBottom: 40,
    style: { background: PAPER, color: INK, fontSize: "13px" },
    x: { label: null, type: "utc", ticks: Math.min(8, months.length) },
    y: { label: null, grid: true, zero: true, ticks: 6, tickFormat: (d: number) => compact(d) },
    marks: [
      Plot.ruleY([0], { stroke: INK }),
      ...marks,
      Plot.text(labels, { x: "x", y: "y", text: "text", textAnchor: "start", dx: 10, fill: (l: (typeof labels)[number]) => FILLS[l.i % FILLS.length] as string, fontWeight: 600 }),
    ],
  });
  return framed(canvas, frame, [drawing as unknown as Element]);
}
