import * as Plot from "@observablehq/plot";
import { type Canvas, FILLS, type Frame, framed, GREY, INK, PAPER, short } from "./frame.js";

/** A step of a series: its value from a moment on, with the least and most where it lies between two. */
export interface SeriesStep {
  readonly at: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
}
export interface Series {
  readonly name: string;
  readonly steps: readonly SeriesStep[];
  /** What others published of it. */
  readonly points: readonly { readonly at: string; readonly value: number }[];
  /** A colour of its own; else the next of the house. */
  readonly color?: string;
}
const DASHES = ["none", "6 3"] as const;
/** Events are named by number above the chart, and written out below. */
const LINE = 15;
const ROWS = 3;
/** Below this width names stand within the chart. */
const NARROW = 620;

/**
 * Step series in percent with the band in which they lie, numbered events, and the points of others as hollow marks. @param checked the last moment that was checked: what comes after it is dotted
 * @example stepSeries(document, frame, [{ name: "United States", steps, points: [] }], "2026-10-10T00:00:00Z", [])
 */
export function stepSeries(
  canvas: Canvas,
  frame: Frame,
  series: readonly Series[],
  until: string,
  events: readonly { readonly at: string; readonly day: string; readonly text: string }[],
  checked?: string,
): Element {
  const width = frame.width ?? 900;
  const narrow = width < NARROW;
  const edge = checked === undefined ? undefined : new Date(checked);
  const end = new Date(until);
  const drawn = series.map((s) => {
    const steps = s.steps.map((x) => ({ ...x, at: new Date(x.at) }));
    const last = steps.at(-1);
    const whole = last === undefined ? [] : [...steps, { ...last, at: end }];
    const cut = edge === undefined ? undefined : whole.findLast((x) => x.at <= edge);
    const known = edge === undefined || cut === undefined ? whole : [...whole.filter((x) => x.at <= edge), ...(edge < end ? [{ ...cut, at: edge }] : [])];
    const later = edge === undefined || cut === undefined ? [] : [{ ...cut, at: edge }, ...whole.filter((x) => x.at > edge)];
    return { ...s, steps: whole, known, later, points: s.points.map((p) => ({ ...p, at: new Date(p.at) })) };
  });
  const marked = events.map((e, i) => ({ x: new Date(e.at), n: String(i + 1) }));
  const color = (i: number): string => series[i]?.color ?? (FILLS[i % FILLS.length] as string);
  const drawing = Plot.plot({
    document: canvas,
    width,
    height: 400,
    marginLeft: narrow ? 44 : 60,
    marginRight: narrow ? 12 : 190,
    marginTop: 58,
    marginBottom: 36,
    style: { background: PAPER, color: INK, fontSize: "13px" },
    x: { label: null, type: "utc", ticks: narrow ? 4 : 9 },
    y: { label: null, grid: true, zero: true, ticks: 7, tickFormat: (d: number) => `${d} %` },
    marks: [
      Plot.ruleX(marked, { x: "x", stroke: GREY, strokeDasharray: "2 4", strokeOpacity: 0.7 }),
      // Moments that lie close together have their numbers above each other.
      ...Array.from({ length: ROWS }, (_, row) => row).map((row) =>
        Plot.text(
          marked.filter((_, i) => i % ROWS === row),
          { x: "x", text: "n", frameAnchor: "top", dy: -14 - row * 13, fontSize: 11, fill: INK },
        ),
      ),
      Plot.ruleY([0], { stroke: INK }),
      ...drawn.flatMap((s, i) => [
        Plot.areaY(s.steps, { x: "at", y1: "least", y2: "most", curve: "step-after", fill: color(i), fillOpacity: 0.22 }),
        Plot.lineY(s.known, { x: "at", y: "value", curve: "step-after", stroke: color(i), strokeWidth: 2.2, strokeDasharray: DASHES[i % DASHES.length] as string }),
        // After the last day that was checked: as published, and drawn so.
        Plot.lineY(s.later, { x: "at", y: "value", curve: "step-after", stroke: color(i), strokeWidth: 2.2, strokeDasharray: "1 5", strokeLinecap: "round" }),
        Plot.dot(s.points, { x: "at", y: "value", r: 4, fill: PAPER, stroke: color(i), strokeWidth: 1.5, symbol: i === 0 ? "circle" : "square" }),
        Plot.text(s.steps.slice(-1), {
          x: "at",
          y: "value",
          text: () => `${short(s.name, 14)} ${s.steps.at(-1)?.value.toFixed(1)} %`,
          ...(narrow ? { textAnchor: "end" as const, dx: -4, dy: -10 } : { textAnchor: "start" as const, dx: 8 }),
          fill: color(i),
          fontWeight: 600,
        }),
      ]),
    ],
  });
  const half = narrow ? events.length : Math.ceil(events.length / 2);
  const legend = canvas.createElementNS("http://www.w3.org/2000/svg", "svg");
  legend.setAttribute("width", String(width));
  legend.setAttribute("height", String(half * LINE + 8));
  events.forEach((e, i) => {
    const t = canvas.createElementNS("http://www.w3.org/2000/svg", "text");
    t.setAttribute("x", String(i < half ? 20 : width / 2 + 10));
    t.setAttribute("y", String(((i % half) + 1) * LINE));
    t.setAttribute("font-size", "11.5");
    t.setAttribute("fill", INK);
    t.textContent = `${i + 1}  ${e.day}  ${short(e.text, narrow ? Math.floor((width - 130) / 6.2) : 52)}`;
    legend.append(t);
  });
  return framed(canvas, frame, events.length === 0 ? [drawing as unknown as Element] : [drawing as unknown as Element, legend]);
}
