import * as Plot from "@observablehq/plot";
import { type Canvas, type Frame, framed, GREY, INK, PAPER, short } from "./frame.js";

/** A date of the law: what happens, and whether it is published, planned or only said. */
export interface Deadline {
  /** UTC instant. */
  readonly at: string;
  /** The day as it is written. */
  readonly day: string;
  readonly text: string;
  readonly kind: string;
  readonly standing: "published" | "said" | "planned";
}
const SYMBOLS: Readonly<Record<string, "circle" | "square" | "triangle" | "diamond" | "star" | "cross">> = {
  duty: "circle",
  control: "square",
  fee: "diamond",
  exclusion: "triangle",
  meeting: "star",
};
const ROW = 24;

/**
 * Dates below each other along the time, soonest first: filled marks for what is published, hollow ones for what is only planned or said.
 * @example deadlines(document, frame, [{ at: "2026-11-10T05:01:00Z", day: "2026-11-10", text: "cn/general: 24 points return", kind: "duty", standing: "published" }])
 */
export function deadlines(canvas: Canvas, frame: Frame, list: readonly Deadline[]): Element {
  const width = frame.width ?? 900;
  const narrow = width < 760;
  const rows = list.map((d, i) => ({ ...d, x: new Date(d.at), y: i, label: `${d.day}  ${short(d.text, narrow ? Math.floor((width - 90) / 6.3) : 88)}` }));
  const first = rows[0]?.x ?? new Date(0);
  const last = rows.at(-1)?.x ?? first;
  const span = Math.max(86_400_000, last.getTime() - first.getTime());
  const drawing = Plot.plot({
    document: canvas,
    width,
    height: 60 + rows.length * (narrow ? 2 : 1) * ROW,
    marginLeft: narrow ? 12 : 620,
    marginRight: 30,
    marginTop: 30,
    marginBottom: 20,
    style: { background: PAPER, color: INK, fontSize: "12px" },
    x: { label: null, type: "utc", axis: "top", ticks: 4, grid: true, domain: [new Date(first.getTime() - span * 0.03), new Date(last.getTime() + span * 0.05)] },
    y: { axis: null, domain: rows.map((r) => r.y), type: "band", padding: 0.2 },
    marks: [
      Plot.ruleY(rows, { y: "y", x1: first, x2: "x", stroke: GREY, strokeDasharray: "1 4" }),
      Plot.dot(rows, {
        x: "x",
        y: "y",
        r: 5,
        symbol: (r: (typeof rows)[number]) => SYMBOLS[r.kind] ?? "cross",
        fill: (r: (typeof rows)[number]) => (r.standing === "published" ? INK : PAPER),
        stroke: INK,
      } as never),
      Plot.text(rows, { y: "y", text: "label", frameAnchor: "left", textAnchor: "start", ...(narrow ? { dy: -14 } : { dx: -610 }), fill: INK }),
    ],
  });
  return framed(canvas, frame, [drawing as unknown as Element]);
}
