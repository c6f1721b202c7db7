import * as Plot from "@observablehq/plot";
import { type Canvas, compact, type Frame, framed, INK, PAPER, short } from "./frame.js";

/** A line whose additional duty a scenario moves, in cents. */
export interface MoverBar {
  readonly name: string;
  readonly change: number;
}

/** Bars to both sides of zero: more duty to the right and dark, less to the left and light. */
export function moverBars(canvas: Canvas, frame: Frame, bars: readonly MoverBar[]): Element {
  const width = frame.width ?? 900;
  const narrow = width < 620;
  const rows = bars.map((b, i) => ({ ...b, name: `${String(i + 1).padStart(2, " ")}  ${short(b.name, narrow ? 16 : 34)}` }));
  const most = Math.max(1, ...rows.map((r) => Math.abs(r.change)));
  const less = rows.some((r) => r.change < 0);
  const drawing = Plot.plot({
    document: canvas,
    width,
    height: 50 + rows.length * 30,
    marginLeft: narrow ? 140 : 280,
    marginRight: narrow ? 60 : 90,
    marginBottom: 36,
    style: { background: PAPER, color: INK, fontSize: "13px" },
    x: { label: null, grid: true, ticks: narrow ? 3 : 6, domain: [less ? -most * 1.2 : 0, most * 1.05], tickFormat: (d: number) => compact(d) },
    y: { label: null, domain: rows.map((r) => r.name), padding: 0.3 },
    marks: [
      Plot.barX(rows, { x: "change", y: "name", fill: (r: (typeof rows)[number]) => (r.change > 0 ? "#1f4e79" : "#e8c48a"), stroke: INK, strokeWidth: 0.75 }),
      Plot.ruleX([0], { stroke: INK }),
      Plot.text(rows, {
        x: "change",
        y: "name",
        text: (r: (typeof rows)[number]) => `${r.change > 0 ? "+" : ""}${compact(r.change)}`,
        textAnchor: (less ? "end" : "start") as "start",
        dx: less ? -6 : 6,
        filter: (r: (typeof rows)[number]) => r.change < 0 || !less,
        fill: INK,
      }),
      ...(less
        ? [
            Plot.text(rows, {
              x: "change",
              y: "name",
              text: (r: (typeof rows)[number]) => `+${compact(r.change)}`,
              textAnchor: "start" as const,
              dx: 6,
              filter: (r: (typeof rows)[number]) => r.change > 0,
              fill: INK,
            }),
          ]
        : []),
    ],
  });
  return framed(canvas, frame, [drawing as unknown as Element]);
}
