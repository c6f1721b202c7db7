import type { Regime } from "./regime.js";
import type { Instrument, InstrumentId } from "./types.js";
import { localDay } from "./zone-of.js";

/** A document in a chain of cause and response. */
export interface ChainNode {
  readonly id: InstrumentId;
  readonly title: string;
  readonly day: string;
  readonly side: "us" | "cn" | "bi";
  readonly kind: string;
  readonly standing: string;
  /** Steps from the document asked about: below zero what led to it, above what it led to. */
  readonly step: number;
}
export interface ChainEdge {
  readonly from: InstrumentId;
  readonly to: InstrumentId;
  readonly kind: "causes" | "is carried out by";
}
export interface Chain {
  readonly nodes: readonly ChainNode[];
  readonly edges: readonly ChainEdge[];
}
/** So many steps each way; what lies further has its own chain. */
const STEPS = 6;

/**
 * What led to a document and what it led to, as known: along the causes that documents name, and from an arrangement to those that carry it out.
 * @example chainOf(regime, "us/threat-2025-10-10-100pct").nodes.filter((n) => n.step < 0).map((n) => n.id) //=> ["cn/mofcom-2025-61", …]
 */
export function chainOf(regime: Regime, id: InstrumentId): Chain {
  const known = new Map(regime.instruments.map((i) => [i.id, i]));
  const edges = regime.instruments.flatMap((i): ChainEdge[] => [
    ...(i.causes ?? []).filter((c) => known.has(c)).map((c) => ({ from: c, to: i.id, kind: "causes" as const })),
    ...(i.implements ?? []).filter((c) => known.has(c)).map((c) => ({ from: c, to: i.id, kind: "is carried out by" as const })),
  ]);
  const steps = new Map<InstrumentId, number>([[id, 0]]);
  const walk = (way: 1 | -1): ChainEdge[] => {
    const used: ChainEdge[] = [];
    let at = new Set([id]);
    for (let step = way; Math.abs(step) <= STEPS && at.size > 0; step += way) {
      const next = new Set<InstrumentId>();
      for (const e of edges) {
        const [here, there] = way === 1 ? [e.from, e.to] : [e.to, e.from];
        if (!at.has(here)) continue;
        used.push(e);
        // A document reached before is not walked from again, so a circle ends.
        if (steps.has(there)) continue;
        steps.set(there, step);
        next.add(there);
      }
      at = next;
    }
    return used;
  };
  const used = [...walk(-1), ...walk(1)];
  const nodes = [...steps].flatMap(([n, step]): ChainNode[] => {
    const i = known.get(n);
    return i === undefined ? [] : [nodeOf(i, step)];
  });
  return { nodes: nodes.sort((a, b) => a.step - b.step || (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1)), edges: [...new Set(used)] };
}

const nodeOf = (i: Instrument, step: number): ChainNode => ({
  id: i.id,
  title: i.title,
  day: localDay(i.id, i.announced, i.announcedDay),
  side: i.id.slice(0, 2) as ChainNode["side"],
  kind: i.kind,
  standing: i.standing,
  step,
});
