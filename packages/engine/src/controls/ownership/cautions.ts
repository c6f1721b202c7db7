import type { Capture } from "./capture.js";
import type { OwnerGraph } from "./graph.js";

/** A fact that calls for care without restricting: a smaller stake, a listed child, a listed sister, another interest. */
export interface Caution {
  readonly kind: "minority" | "parent" | "sister" | "interest";
  /** The stakes that show it. */
  readonly edges: readonly number[];
}
const MOST = 20;

/** What calls for care about a person that is not caught: members that hold less than the threshold of it, listed firms that it owns, listed firms with the same majority owner. */
export function cautions(g: OwnerGraph, high: Capture, person: number): Caution[] {
  const out: Caution[] = [];
  const owners = [...into(g, person)].filter((e) => (high.rank[g.owner[e] as number] as number) > 0);
  if (owners.length > 0) out.push({ kind: "minority", edges: owners.slice(0, MOST) });
  const children = [...from(g, person)].filter((e) => high.rank[g.owned[e] as number] === 1);
  if (children.length > 0) out.push({ kind: "parent", edges: children.slice(0, MOST) });
  const sisters: number[] = [];
  for (const e of into(g, person)) {
    if ((g.high[e] as number) < high.rule.threshold) continue;
    for (const f of from(g, g.owner[e] as number)) {
      const sister = g.owned[f] as number;
      if (sister !== person && high.rank[sister] === 1 && (g.high[f] as number) >= high.rule.threshold && sisters.length < MOST) sisters.push(e, f);
    }
  }
  if (sisters.length > 0) out.push({ kind: "sister", edges: sisters });
  return out;
}

export function* into(g: OwnerGraph, x: number): Generator<number> {
  for (let i = g.intoStart[x] as number; i < (g.intoStart[x + 1] as number); i++) yield g.into[i] as number;
}
export function* from(g: OwnerGraph, x: number): Generator<number> {
  for (let e = g.start[x] as number; e < (g.start[x + 1] as number); e++) yield e;
}
