import type { Goods } from "../goods/index.js";
import type { Instant } from "../time/index.js";
import type { Assessor } from "./assess.js";
import type { Placed } from "./base.js";
import { underProvision, withDutiable } from "./chapter-98.js";
import type { Kept } from "./kept.js";
import { type Merged, merge } from "./merge.js";
import { withQuota } from "./quota.js";

/** A line of goods in its circumstances, at whatever instant. Days are of the ordinary rate: of the entry, and of what is known. */
export interface Case {
  readonly place: Placed;
  readonly from: string;
  readonly facts: ReadonlyMap<string, string>;
  readonly onDay: string;
  readonly knownDay: string;
}

/** What an assessor says of a line at an instant, lines under a short code joined. */
export function judging(assessor: Assessor, kept: Kept, goods: Goods, { place, from, facts, onDay, knownDay }: Case): (at: Instant) => Merged {
  const { side } = assessor;
  const provision = side === "us" ? facts.get("chapter-98") : undefined;
  const ordinary = (leaf: string) => kept.base(leaf, side, onDay, knownDay, facts.get("program"));
  const base = provision === undefined ? ordinary : (leaf: string) => underProvision(ordinary(leaf), provision, facts.get("dutiable"), goods.schedule("us"));
  const joined = (at: Instant) => merge(place, base, (leaf, b) => assessor.assess(leaf, from, at, facts, b));
  return side === "cn" ? (at) => withQuota(goods, place.leaves, facts, joined(at)) : provision === undefined ? joined : (at) => withDutiable(provision, facts, joined(at), goods.schedule("us"));
}
