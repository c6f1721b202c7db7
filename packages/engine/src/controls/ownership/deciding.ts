import type { Share } from "../types.js";
import { type Capture, holds, reached } from "./capture.js";
import { byName, type OwnerGraph } from "./graph.js";

/** A stake whose size would decide: what it would have to be, all else being as it surely is. */
export interface Deciding {
  readonly edge: number;
  /** The least that would reach the threshold; undefined where others would have to grow too. */
  readonly needed: Share | undefined;
}

/**
 * The stakes that leave it open whether a firm is caught: it is in the set of the upper bounds and not in that of the lower ones.
 * @param low the capture of the lower bounds @param high that of the upper bounds
 */
export function deciding(g: OwnerGraph, low: Capture, high: Capture, person: number): Deciding[] {
  const out = new Map<number, Deciding>();
  const seen = new Set<number>();
  const work = [person];
  const adds = holds(low.rule.sums, low.reading);
  for (let x = work.pop(); x !== undefined; x = work.pop()) {
    if (seen.has(x) || (high.rank[x] as number) < 2 || (low.rank[x] as number) > 0) continue;
    seen.add(x);
    for (let i = g.intoStart[x] as number; i < (g.intoStart[x + 1] as number); i++) {
      const e = g.into[i] as number;
      const owner = g.owner[e] as number;
      const member = (high.rank[owner] as number) > 0;
      if ((!member && unnamed(g, owner) === false) || (g.high[e] as number) === 0) continue;
      if (member && (low.rank[owner] as number) === 0) work.push(owner);
      if (g.low[e] === g.high[e] && member) continue;
      // What members surely hold besides; where stakes of several do not add up, one has to be enough.
      const besides = adds ? (low.sum[x] as number) - ((low.rank[owner] as number) > 0 ? (g.low[e] as number) : 0) : 0;
      const needed = Math.max(0, low.rule.threshold - besides);
      out.set(e, { edge: e, needed: reached(g.high[e] as number, g.open[e] === 1, needed) ? needed : undefined });
    }
  }
  return [...out.values()].sort((a, b) => (a.needed ?? Infinity) - (b.needed ?? Infinity) || byName(g, a.edge, b.edge));
}

const unnamed = (g: OwnerGraph, owner: number): boolean => g.persons.get(g.ids[owner] as string)?.unnamed === true;
