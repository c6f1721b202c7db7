import type { Share } from "../types.js";
import { type Capture, holds } from "./capture.js";
import { byName, type OwnerGraph } from "./graph.js";

/** One firm of a witness, and the fewest stakes that reach the threshold in it. */
export interface Step {
  readonly firm: number;
  readonly edges: readonly number[];
  readonly sum: Share;
}

/**
 * Why a person is in a capture: for it, and for each owner that is itself only caught, the fewest stakes that reach the threshold. From the listed parties down.
 * Empty for a listed party, and for one that is not in the capture.
 */
export function witness(g: OwnerGraph, c: Capture, person: number): Step[] {
  const steps = new Map<number, Step>();
  const work = [person];
  for (let x = work.pop(); x !== undefined; x = work.pop()) {
    if ((c.rank[x] as number) < 2 || steps.has(x)) continue;
    const step = fewest(g, c, x);
    steps.set(x, step);
    for (const e of step.edges) work.push(g.owner[e] as number);
  }
  return [...steps.values()].sort((a, b) => (c.rank[a.firm] as number) - (c.rank[b.firm] as number));
}

/** The largest stakes first, until the threshold is reached, then without those that are not needed. Only owners that joined before count, so that nothing rests on itself. */
function fewest(g: OwnerGraph, c: Capture, x: number): Step {
  const repeats = holds(c.rule.repeats, c.reading);
  const whole = c.bound === "low" ? (repeats ? g.low : g.lowDirect) : repeats ? g.high : g.highDirect;
  const alone = (e: number): number => whole[e] as number;
  const edges: number[] = [];
  for (let i = g.intoStart[x] as number; i < (g.intoStart[x + 1] as number); i++) {
    const e = g.into[i] as number;
    const rank = c.rank[g.owner[e] as number] as number;
    if (rank > 0 && rank < (c.rank[x] as number) && alone(e) > 0) edges.push(e);
  }
  // One that is enough alone counts with what it holds indirectly; several count with their direct parts, which cannot be the same.
  const one = c.bound === "low" && edges.some((e) => alone(e) >= c.rule.threshold);
  const size = (e: number): number => (one || c.bound === "high" ? alone(e) : (g.lowDirect[e] as number));
  edges.sort((a, b) => size(b) - size(a) || byName(g, a, b));
  const taken: number[] = [];
  let sum = 0;
  for (const e of edges) {
    if (sum >= c.rule.threshold) break;
    taken.push(e);
    sum += size(e);
  }
  for (const e of [...taken].reverse())
    if (sum - size(e) >= c.rule.threshold) {
      taken.splice(taken.indexOf(e), 1);
      sum -= size(e);
    }
  return { firm: x, edges: taken, sum };
}
