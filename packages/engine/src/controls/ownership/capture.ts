import type { OwnerGraph } from "./graph.js";
import type { OwnershipRule } from "./rules.js";

/** How a rule is read: what its text leaves open is taken as said, or as not said. */
export type Reading = "narrow" | "wide";
export type Bound = "low" | "high";

/** The smallest set that a rule reaches: when each member joined (0 = not in it, 1 = listed itself), and the sum of its members' stakes in each firm. */
export interface Capture {
  readonly rank: Int32Array;
  readonly sum: Float64Array;
  /** 1 where the sum itself is never reached: a stake in it is "less than" so much. */
  readonly under: Uint8Array;
  readonly rule: OwnershipRule;
  readonly reading: Reading;
  readonly bound: Bound;
}

export const holds = (limb: OwnershipRule["sums"], reading: Reading): boolean => limb === "yes" || (limb === "unsettled" && reading === "wide");

/**
 * The least set of persons that a rule reaches: those listed, their branches, and every firm in which members hold the threshold.
 * A member counts with its whole stake, each stake once; rings without a listed party are not in it. Time grows with the number of stakes.
 * @param seeds places of the persons that are listed and count under the rule
 * @param exempt places of firms that the rule does not catch, such as those at home; a branch of a member is the member and not exempt
 * @example capture(graph, [0], exempt, rule, "low", "narrow").rank[1] > 0 //=> whether person 1 is surely reached
 */
export function capture(g: OwnerGraph, seeds: readonly number[], exempt: Uint8Array, rule: OwnershipRule, bound: Bound, reading: Reading): Capture {
  const rank = new Int32Array(g.size);
  const sum = new Float64Array(g.size);
  const under = new Uint8Array(g.size);
  const [adds, repeats] = [holds(rule.sums, reading), holds(rule.repeats, reading)];
  // Where only a listed party's own stakes count, what it holds through others does not.
  const [lows, highs] = repeats ? [g.low, g.high] : [g.lowDirect, g.highDirect];
  const share = bound === "low" ? lows : highs;
  // An indirect part may be the very part that a direct owner holds: surely there is the larger of the two, not both.
  const direct = bound === "low" && share !== g.lowDirect ? new Float64Array(g.size) : undefined;
  const work: number[] = [];
  for (const s of seeds)
    if (rank[s] === 0) {
      rank[s] = 1;
      work.push(s);
    }
  let joined = 1;
  const join = (x: number): void => {
    rank[x] = ++joined;
    work.push(x);
  };
  const firms = listedFirms(g, work);
  for (const x of firms?.keys() ?? []) if (rank[x] === 0) join(x);
  // What each listed firm and its branches hold together, where stakes of several owners do not add up.
  const ofFirm = !adds && firms !== undefined ? new Map<number, { part: number; open: boolean }>() : undefined;
  for (let next = 0; next < work.length; next++) {
    const o = work[next] as number;
    if (!repeats && rank[o] !== 1 && firms?.has(o) !== true) continue;
    for (let e = g.start[o] as number; e < (g.start[o + 1] as number); e++) {
      const x = g.owned[e] as number;
      const branch = g.branch?.[e] === 1;
      let part = share[e] as number;
      let open = bound === "high" && g.open[e] === 1;
      // Owners whom nobody names may be members; that is looked at only where a member is known.
      if (bound === "high" && part > 0 && g.unnamed !== undefined && (!adds || sum[x] === 0)) part += g.unnamed[x] as number;
      if (ofFirm !== undefined && !branch) {
        const key = (firms?.get(o) ?? o) * g.size + x;
        const own = ofFirm.get(key) ?? { part: 0, open: false };
        [part, open] = [part + own.part, open || own.open];
        ofFirm.set(key, { part, open });
      }
      if (direct !== undefined) {
        direct[x] = (direct[x] as number) + (g.lowDirect[e] as number);
        sum[x] = Math.max(sum[x] as number, direct[x] as number, part);
      } else if (adds) {
        sum[x] = (sum[x] as number) + part;
        if (open && part > 0) under[x] = 1;
      } else if (part > (sum[x] as number) || (part === sum[x] && !open)) {
        sum[x] = part;
        under[x] = open ? 1 : 0;
      }
      if (rank[x] === 0 && (branch || exempt[x] === 0) && reached(sum[x] as number, under[x] === 1, rule.threshold)) join(x);
    }
  }
  return { rank, sum, under, rule, reading, bound };
}

/** Whether a sum comes up to a threshold; one that is never reached itself must exceed it. */
export const reached = (sum: number, under: boolean, threshold: number): boolean => sum > threshold || (sum === threshold && !under);

/** The listed firm of which each listed party and each branch of one is a part; undefined where there are no branches. */
function listedFirms(g: OwnerGraph, seeds: readonly number[]): Map<number, number> | undefined {
  if (g.branch === undefined) return undefined;
  const firms = new Map(seeds.map((s) => [s, s]));
  const work = [...seeds];
  for (let o = work.pop(); o !== undefined; o = work.pop())
    for (let e = g.start[o] as number; e < (g.start[o + 1] as number); e++) {
      const x = g.owned[e] as number;
      if (g.branch[e] !== 1 || firms.has(x)) continue;
      firms.set(x, firms.get(o) as number);
      work.push(x);
    }
  return firms;
}
