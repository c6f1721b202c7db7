import type { OwnerGraph } from "./graph.js";
import type { OwnershipRule } from "./rules.js";

/** How a rule is read: what its text leaves open is taken as said, or as not said. */
export type Reading = "narrow" | "wide";
export type Bound = "low" | "high";

/** The smallest set that a rule reaches: when each member joined (0 = not in it, 1 = listed itself), and the sum of its members' stakes in each firm. */
export interface Capture {
  readonly rank: Int32Array;
  readonly sum: Float64Array;
  readonly rule: OwnershipRule;
  readonly reading: Reading;
  readonly bound: Bound;
}

const holds = (limb: OwnershipRule["sums"], reading: Reading): boolean => limb === "yes" || (limb === "unsettled" && reading === "wide");

/**
 * The least set of persons that a rule reaches: those listed, and every firm in which members hold the threshold.
 * A member counts with its whole stake, each stake once; rings without a listed party are not in it. Time grows with the number of stakes.
 * @param seeds places of the persons that are listed and count under the rule
 * @param exempt places of firms that the rule does not catch, such as those at home
 * @example capture(graph, [0], rule, "low", "narrow").rank[1] > 0 //=> whether person 1 is surely reached
 */
export function capture(g: OwnerGraph, seeds: readonly number[], exempt: Uint8Array, rule: OwnershipRule, bound: Bound, reading: Reading): Capture {
  const rank = new Int32Array(g.size);
  const sum = new Float64Array(g.size);
  const share = bound === "low" ? g.low : g.high;
  const [adds, repeats] = [holds(rule.sums, reading), holds(rule.repeats, reading)];
  const work: number[] = [];
  let joined = 0;
  for (const s of seeds)
    if (rank[s] === 0) {
      rank[s] = 1;
      work.push(s);
    }
  joined = 1;
  for (let next = 0; next < work.length; next++) {
    const o = work[next] as number;
    if (!repeats && rank[o] !== 1) continue;
    for (let e = g.start[o] as number; e < (g.start[o + 1] as number); e++) {
      const x = g.owned[e] as number;
      const part = share[e] as number;
      sum[x] = adds ? (sum[x] as number) + part : Math.max(sum[x] as number, part);
      if (rank[x] === 0 && exempt[x] === 0 && (sum[x] as number) >= rule.threshold) {
        rank[x] = ++joined;
        work.push(x);
      }
    }
  }
  return { rank, sum, rule, reading, bound };
}
