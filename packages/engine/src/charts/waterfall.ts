import * as Plot from "@observablehq/plot";
import { type Canvas, type Frame, framed, GREY, INK, PAPER, short } from "./frame.js";

/** One part of what a line owes, in percent of the customs value. */
export interface WaterfallPart {
  readonly name: string;
  readonly percent: number;
  /** Undefined for the sum. */
  readonly kind: "ordinary" | "additional" | "total";
}
const FILL = { ordinary: "#bcbcbc", additional: "#1f4e79", total: "#1a1a1a" } as const;
const ROW = 34;

/**
 * How the duty of one line builds up: each part begins where the one before it ends, and the last bar is the sum.
 * @example waterfall(document, frame, [{ name: "ordinary rate", percent: 17.6, kind: "ordinary" }])
 */
export function waterfall(canvas: Canvas, frame: Frame, parts: readonly WaterfallPart[]): Element {
  const width = frame.width ?? 900;
  const narrow = width < 620;
  let end = 0;
  const rows = parts.map((p, i) => {
    const from = p.kind === "total" ? 0 : end;
    end = p.kind === "total" ? p.percent : end + p.percent;
    return { ...p, y: `${String(i + 1).padStart(2, " ")}  ${short(p.name, narrow ? 18 : 40)}`, from, to: end, label: `${p.kind === "additional" ? "+" : ""}${Number(p.percent.toFixed(4))} %` };
  });
  const most = Math.max(1e-9, ...rows.map((r) => r.to));
  const drawing = Plot.plot({
    document: canvas,
    width,
    height: 50 + rows.length * ROW,
    marginLeft: narrow ? 150 : 300,
    marginRight: narrow ? 56 : 80,
    marginBottom: 34,
    style: { background: PAPER, color: INK, fontSize: "13px" },
    x: { label: null, grid: true, ticks: 6, domain: [0, most * 1.08], tickFormat: (d: number) => `${d} %` },
    y: { label: null, domain: rows.map((r) => r.y), padding: 0.3 },
    marks: [
      Plot.barX(rows, { x1: "from", x2: "to", y: "y", fill: (r: (typeof rows)[number]) => FILL[r.kind], stroke: INK, strokeWidth: 0.75 }),
      Plot.link(rows.slice(1), {
        x1: (r: (typeof rows)[number]) => r.from,
        x2: (r: (typeof rows)[number]) => r.from,
        y1: (_: unknown, i: number) => rows[i]?.y,
        y2: "y",
        stroke: GREY,
        strokeDasharray: "2 2",
      } as never),
      Plot.ruleX([0], { stroke: INK }),
      Plot.text(rows, { x: "to", y: "y", text: "label", textAnchor: "start", dx: 6, fill: INK }),
    ],
  });
  return framed(canvas, frame, [drawing as unknown as Element]);
}
