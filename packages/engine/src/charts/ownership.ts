import { Graph, layout } from "@dagrejs/dagre";
import { type Canvas, type Frame, framed, GREY, INK, PAPER, short } from "./frame.js";

/** A firm or person of the picture. */
export interface OwnershipNode {
  readonly id: string;
  readonly label: string;
  /** Listed itself, caught by who owns it, possibly caught, the one asked about, or none of these. */
  readonly state: "listed" | "caught" | "possible" | "other";
  readonly asked: boolean;
  /** The list and what it says, or the sum: one line below the name. */
  readonly note: string;
}
/** A stake of the picture: from the owner to what is owned. */
export interface OwnershipEdge {
  readonly from: string;
  readonly to: string;
  /** "30 %", "25 to 50 %", "unknown". */
  readonly label: string;
  /** Part of the witness: the stakes without which the sum would not be reached. */
  readonly witness: boolean;
}

const SVG = "http://www.w3.org/2000/svg";
const [WIDE, HIGH] = [236, 52];
/** Fill, line and pattern of the line: three differences, so that none is told by its colour alone. */
const LOOK = {
  listed: { fill: "#a14a6b", ink: PAPER, dash: "", mark: "●" },
  caught: { fill: "#f2d7df", ink: INK, dash: "", mark: "◐" },
  possible: { fill: PAPER, ink: INK, dash: "5 3", mark: "?" },
  other: { fill: "#eeeeee", ink: INK, dash: "", mark: "" },
} as const;

/**
 * Who owns whom, owners above: listed firms filled, firms caught by their owners tinted, stakes of the witness drawn bold.
 * @param nodes at most some sixty, or nobody can read it
 * @example ownershipChart(document, frame, [{ id: "a", label: "A", state: "listed", asked: false, note: "Entity List" }, …], [{ from: "a", to: "b", label: "51 %", witness: true }])
 */
export function ownershipChart(canvas: Canvas, frame: Frame, nodes: readonly OwnershipNode[], edges: readonly OwnershipEdge[]): Element {
  const g = new Graph({ multigraph: true });
  g.setGraph({ rankdir: "TB", nodesep: 28, ranksep: 64, marginx: 24, marginy: 12 });
  g.setDefaultEdgeLabel(() => ({}));
  for (const n of nodes) g.setNode(n.id, { width: WIDE, height: HIGH });
  edges.forEach((e, i) => void g.setEdge(e.from, e.to, { width: 8 * e.label.length, height: 16, labelpos: "c" }, String(i)));
  layout(g);
  const size = g.graph() as { width?: number; height?: number };
  const width = Math.max(frame.width ?? 900, Math.ceil(size.width ?? 0));
  const shift = (width - (size.width ?? 0)) / 2;
  const drawing = make(canvas, "svg", { width, height: Math.ceil(size.height ?? 0) + 44 });
  edges.forEach((e, i) => {
    const drawn = g.edge(e.from, e.to, String(i)) as { points: { x: number; y: number }[]; x?: number; y?: number };
    const points = drawn.points.map((p) => ({ x: p.x + shift, y: p.y }));
    const line = e.witness ? { stroke: INK, "stroke-width": 2.6 } : { stroke: GREY, "stroke-width": 1.2 };
    drawing.append(make(canvas, "path", { d: `M${points.map((p) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`).join("L")}`, fill: "none", ...line }), arrow(canvas, points, e.witness));
    if (e.label === "") return;
    const [x, y] = [(drawn.x ?? 0) + shift, (drawn.y ?? 0) + 4];
    drawing.append(
      make(canvas, "rect", { x: x - 4 * e.label.length, y: y - 12, width: 8 * e.label.length, height: 16, fill: PAPER }),
      words(canvas, e.label, x, y, { "font-size": 12.5, "text-anchor": "middle", fill: INK, "font-weight": e.witness ? 700 : 400 }),
    );
  });
  for (const n of nodes) {
    const at = g.node(n.id) as { x: number; y: number };
    drawing.append(...box(canvas, n, at.x + shift, at.y));
  }
  drawing.append(...legend(canvas, Math.ceil(size.height ?? 0) + 24));
  return framed(canvas, { ...frame, width }, [drawing]);
}

function box(canvas: Canvas, n: OwnershipNode, x: number, y: number): Element[] {
  const look = LOOK[n.state];
  const [left, top] = [x - WIDE / 2, y - HIGH / 2];
  const frame = make(canvas, "rect", { x: left, y: top, width: WIDE, height: HIGH, rx: 4, fill: look.fill, stroke: INK, "stroke-width": n.asked ? 3 : 1, "stroke-dasharray": look.dash });
  const title = make(canvas, "title", {});
  title.textContent = `${n.label}: ${n.note}`;
  frame.append(title);
  const mark = look.mark === "" ? "" : `${look.mark} `;
  return [
    frame,
    words(canvas, `${mark}${short(n.label, 26)}`, x, n.note === "" ? y + 4 : y - 4, { "font-size": 13, "text-anchor": "middle", fill: look.ink, "font-weight": n.asked ? 700 : 500 }),
    ...(n.note === "" ? [] : [words(canvas, short(n.note, 34), x, y + 14, { "font-size": 11, "text-anchor": "middle", fill: look.ink })]),
  ];
}

/** The point of an arrow at the end of a line, along its last stretch. */
function arrow(canvas: Canvas, points: readonly { x: number; y: number }[], bold: boolean): Element {
  const [a, b] = [points.at(-2) ?? { x: 0, y: 0 }, points.at(-1) ?? { x: 0, y: 0 }];
  const far = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [ux, uy] = [(b.x - a.x) / far, (b.y - a.y) / far];
  const at = (along: number, across: number): string => `${(b.x - ux * along - uy * across).toFixed(1)},${(b.y - uy * along + ux * across).toFixed(1)}`;
  return make(canvas, "path", { d: `M${at(0, 0)}L${at(9, 4.5)}L${at(9, -4.5)}Z`, fill: bold ? INK : GREY });
}

const legend = (canvas: Canvas, y: number): Element[] =>
  ["● listed", "◐ caught by its owners", "? possibly caught", "bold line: stakes that reach the threshold", "bold frame: asked about"].map((text, i, all) =>
    words(canvas, text, 24 + all.slice(0, i).reduce((n, t) => n + t.length * 6.4 + 18, 0), y, { "font-size": 11.5, fill: GREY }),
  );

function words(canvas: Canvas, text: string, x: number, y: number, more: Readonly<Record<string, string | number>>): Element {
  const t = make(canvas, "text", { x: x.toFixed(1), y: y.toFixed(1), ...more });
  t.textContent = text;
  return t;
}
function make(canvas: Canvas, name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const e = canvas.createElementNS(SVG, name);
  for (const [k, v] of Object.entries(attributes)) if (v !== "") e.setAttribute(k, String(v));
  return e;
}
