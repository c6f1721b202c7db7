import * as Plot from "@observablehq/plot";
import { type Canvas, FILLS, type Frame, framed, GREY, INK, PAPER, short } from "./frame.js";

/** What one scenario comes to from a moment on, until its next point. */
export interface FanPoint {
  /** UTC instant. */
  readonly at: string;
  readonly scenario: string;
  /** Undefined where it is open from here on: the line breaks off. */
  readonly value: number | undefined;
}
export interface FanOptions {
  /** How a value is written on the axis and at the end of its line. */
  readonly show: (value: number) => string;
  /** The last moment that is drawn; every line goes on to it. */
  readonly until?: string;
  /** Moments marked below the lines. */
  readonly events?: readonly { readonly at: string; readonly text: string }[];
  /** The last moment that was checked: what comes after it lies on a shaded ground, and the first line is dotted there. */
  readonly checked?: string;
  /** Marks at the points, where there are few. */
  readonly marked?: boolean;
}
const DASHES = ["none", "8 4", "2 4", "12 4 2 4", "4 4", "1 3", "10 2", "6 2 2 2"] as const;
const SYMBOLS = ["circle", "square", "triangle", "diamond", "star", "cross", "wye", "plus"] as const;
/** Lines whose ends lie closer than this part of the height have their names moved apart. */
const APART = 0.07;

/**
 * A step line for each scenario, told apart by dashes and marks as well as by colour; scenarios that agree lie on each other, so the first is drawn widest.
 * @example fan(document, frame, [{ at: "2026-11-10T05:01:00Z", scenario: "law", value: 35 }], { show: (n) => `${n} %` })
 */
export function fan(canvas: Canvas, frame: Frame, points: readonly FanPoint[], o: FanOptions): Element {
  const width = frame.width ?? 900;
  const narrow = width < 620;
  const scenarios = [...new Set(points.map((p) => p.scenario))];
  const last = new Date(o.until ?? points.reduce((a, p) => (p.at > a ? p.at : a), points[0]?.at ?? "2018-01-01T00:00:00Z"));
  const lines = scenarios.map((scenario) => {
    const own = points.filter((p) => p.scenario === scenario).map((p) => ({ at: new Date(p.at), value: p.value }));
    const end = own.at(-1);
    return { scenario, own: end !== undefined && end.at < last ? [...own, { at: last, value: end.value }] : own };
  });
  const top = Math.max(1e-9, ...points.map((p) => p.value ?? 0));
  const labels = lines.map(({ scenario, own }, i) => ({
    x: last,
    y: own.at(-1)?.value ?? own.findLast((p) => p.value !== undefined)?.value ?? 0,
    i,
    text: `${short(scenario, 24)}  ${said(own.at(-1)?.value, o)}`,
  }));
  const placed = [...labels].sort((a, b) => a.y - b.y);
  placed.forEach((l, i) => {
    const before = placed[i - 1];
    if (before !== undefined && l.y - before.y < top * APART) l.y = before.y + top * APART;
  });
  const color = (i: number): string => FILLS[i % FILLS.length] as string;
  const edge = o.checked === undefined || new Date(o.checked) >= last ? undefined : new Date(o.checked);
  const marks = lines.flatMap(({ own: whole }, i) => {
    const own = i === 0 && edge !== undefined ? until(whole, edge) : whole;
    return [
      ...(own === whole
        ? []
        : [Plot.lineY(since(whole, edge as Date), { x: "at", y: "value", curve: "step-after", stroke: color(i), strokeWidth: 3, strokeDasharray: "1 6", strokeLinecap: "round" })]),
      Plot.lineY(own, { x: "at", y: "value", curve: "step-after", stroke: color(i), strokeWidth: Math.max(2, 5 - i), strokeDasharray: DASHES[i % DASHES.length] as string }),
      ...(o.marked === true ? [Plot.dot(own.slice(0, -1), { x: "at", y: "value", fill: PAPER, stroke: color(i), symbol: SYMBOLS[i % SYMBOLS.length] as "circle", r: 4 })] : []),
    ];
  });
  const events = (o.events ?? []).map((e) => ({ x: new Date(e.at), text: short(e.text, 30) }));
  const drawing = Plot.plot({
    document: canvas,
    width,
    height: 340 + (events.length > 0 ? 20 : 0),
    marginLeft: narrow ? 56 : 70,
    marginRight: narrow ? 12 : 250,
    marginBottom: 40,
    marginTop: events.length > 0 ? 40 : 20,
    style: { background: PAPER, color: INK, fontSize: "13px" },
    x: { label: null, type: "utc", ticks: narrow ? 3 : 6 },
    y: { label: null, grid: true, zero: true, ticks: 6, tickFormat: o.show, domain: [0, Math.max(top * 1.08, placed.at(-1)?.y ?? 0)] },
    marks: [
      ...(edge === undefined ? [] : [Plot.rectY([{ x1: edge, x2: last }], { x1: "x1", x2: "x2", fill: GREY, fillOpacity: 0.13 })]),
      Plot.ruleX(events, { x: "x", stroke: GREY, strokeDasharray: "2 3" }),
      Plot.text(events, { x: "x", text: "text", frameAnchor: "top", textAnchor: "start", dx: 4, dy: -12, fontSize: 11, fill: GREY }),
      Plot.ruleY([0], { stroke: INK }),
      ...marks,
      Plot.text(labels, {
        x: "x",
        y: "y",
        text: "text",
        ...(narrow ? { textAnchor: "end" as const, dx: -4, dy: -9 } : { textAnchor: "start" as const, dx: 10 }),
        fill: (l: (typeof labels)[number]) => color(l.i),
        fontWeight: 600,
      }),
    ],
  });
  return framed(canvas, frame, [drawing as unknown as Element]);
}

type Points = readonly { readonly at: Date; readonly value: number | undefined }[];
/** A step line up to a moment. */
function until(own: Points, edge: Date): Points {
  const before = own.filter((p) => p.at < edge);
  const last = before.at(-1);
  return last === undefined ? [] : [...before, { at: edge, value: last.value }];
}
/** A step line from a moment on. */
function since(own: Points, edge: Date): Points {
  const last = own.findLast((p) => p.at <= edge);
  return [...(last === undefined ? [] : [{ at: edge, value: last.value }]), ...own.filter((p) => p.at > edge)];
}

const said = (value: number | undefined, o: FanOptions): string => (value === undefined ? "open" : o.show(value));
