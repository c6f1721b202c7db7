import * as Plot from "@observablehq/plot";
import { type Canvas, compact, FILLS, type Frame, framed, GREY, INK, PAPER, short } from "./frame.js";

/** Additional duty of a portfolio in one scenario, in cents. `openMost` is undefined where the open lines have no bound. */
export interface ScenarioBar {
  readonly name: string;
  readonly additional: number;
  readonly openLeast: number;
  readonly openMost: number | undefined;
  readonly openLines: number;
}

/**
 * Bars of additional duty, one for each scenario, with a line from the least to the most that open lines may add.
 * @example scenarioBars(document, frame, [{ name: "law", additional: 5500000, openLeast: 0, openMost: 0, openLines: 0 }])
 */
export function scenarioBars(canvas: Canvas, frame: Frame, bars: readonly ScenarioBar[]): Element {
  const width = frame.width ?? 900;
  const narrow = width < 620;
  const rows = bars.map((b, i) => ({
    ...b,
    name: short(b.name, narrow ? 14 : 27),
    from: b.additional + b.openLeast,
    to: b.additional + (b.openMost ?? b.openLeast),
    fill: FILLS[i % FILLS.length] as string,
  }));
  const open = rows.filter((r) => r.openLines > 0);
  const said = (r: (typeof rows)[number]): string =>
    `${compact(r.additional)}${r.openLines === 0 ? "" : `  (open: ${r.openMost === undefined ? `at least ${compact(r.openLeast)}` : `${compact(r.openLeast)} to ${compact(r.openMost)}`} more)`}`;
  const most = Math.max(1, ...rows.map((r) => r.to));
  const drawing = Plot.plot({
    document: canvas,
    width,
    height: 60 + rows.length * 50,
    marginLeft: narrow ? 120 : 230,
    marginRight: narrow ? 16 : 40,
    marginBottom: 36,
    style: { background: PAPER, color: INK, fontSize: "13px" },
    x: { label: null, grid: true, ticks: narrow ? 3 : 6, domain: [0, most * 1.02], tickFormat: (d: number) => compact(d) },
    y: { label: null, domain: rows.map((r) => r.name), padding: 0.45 },
    marks: [
      Plot.barX(rows, { x: "additional", y: "name", fill: "fill", stroke: INK, strokeWidth: 0.75 }),
      Plot.ruleY(open, { x1: "from", x2: "to", y: "name", stroke: GREY, strokeWidth: 2, strokeDasharray: "5 3" }),
      Plot.dot(open, { x: "to", y: "name", r: 4, fill: PAPER, stroke: INK, symbol: (r: (typeof rows)[number]) => (r.openMost === undefined ? "triangle" : "circle") }),
      Plot.ruleX([0], { stroke: INK }),
      Plot.text(rows, { x: 0, y: "name", text: said, textAnchor: "start", dx: 4, dy: -21, fill: INK, stroke: PAPER, strokeWidth: 4 }),
    ],
  });
  return framed(canvas, frame, [drawing as unknown as Element]);
}
