import type { Chain, ChainNode } from "@truce/engine/law";
import { paint, section } from "./layout.js";

const SIDES = { us: "US", cn: "CN", bi: "both" } as const;

/** What led to a document and what it led to, step by step. */
export function chainPart(c: Chain): string {
  const by = (n: ChainNode): string[] =>
    c.edges.filter((e) => (n.step < 0 ? e.from === n.id : e.to === n.id)).map((e) => (n.step < 0 ? `→ ${e.to}` : `← ${e.from}${e.kind === "causes" ? "" : " (carries it out)"}`));
  const line = (n: ChainNode): string =>
    `${"  ".repeat(Math.abs(n.step) + 1)}${n.day}  ${SIDES[n.side].padEnd(4)}  ${n.step === 0 ? paint.bold(n.id) : n.id}  ${n.title.slice(0, 60)}${n.standing === "law" ? "" : `  (${n.standing})`}${n.step === 0 ? "" : `  ${paint.dim(by(n).join(", "))}`}`;
  const part = (title: string, nodes: readonly ChainNode[]): string => section(title, nodes.map(line).join("\n"));
  return `${part(
    "What led to it",
    c.nodes.filter((n) => n.step < 0),
  )}${part(
    "What it led to",
    c.nodes.filter((n) => n.step > 0),
  )}`;
}
