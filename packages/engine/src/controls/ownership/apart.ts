import type { Standing } from "../standing.js";
import { judge, type Owned, type Reach, underStay } from "./judge.js";

/** A rule over a graph at one instant, and how the rule stands then. */
export interface RuleAt {
  readonly reach: Reach;
  readonly stands: Standing;
}
export type OwnedVerdict = Owned | "stayed";
/** A person of whom a rule says something else at another instant, or under a supposition. */
export interface Apart {
  readonly id: string;
  readonly from: OwnedVerdict;
  readonly to: OwnedVerdict;
  /** Becomes restricted, is restricted no longer, or another verdict changes. */
  readonly change: "restricted" | "freed" | "other";
}

/**
 * Who is treated otherwise by one rule at two instants, or with and without a supposition: in the order of their ids. Whoever stands in one graph alone is `none` in the other.
 * @example apart({ reach: now, stands }, { reach: then, stands: back }).filter((a) => a.change === "restricted") // restricted on the day of return
 */
export function apart(before: RuleAt, after: RuleAt): Apart[] {
  const ids = new Set([...before.reach.graph.ids, ...after.reach.graph.ids]);
  const out: Apart[] = [];
  for (const id of ids) {
    const [from, to] = [verdictOf(before, id), verdictOf(after, id)];
    if (from === to) continue;
    out.push({ id, from, to, change: to === "restricted" ? "restricted" : from === "restricted" ? "freed" : "other" });
  }
  return out.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function verdictOf({ reach, stands }: RuleAt, id: string): OwnedVerdict {
  const x = reach.graph.place.get(id);
  return x === undefined ? "none" : (underStay(judge(reach, x).owned, stands) ?? "none");
}
