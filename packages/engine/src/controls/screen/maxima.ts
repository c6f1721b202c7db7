import { counts, type Reach, strictest, type Terms3 } from "../ownership/index.js";
import type { Listing, ListCode } from "../types.js";
import type { Moment } from "./grounds.js";
import { termsOfListing } from "./terms.js";
import type { RegimeVerdict } from "./types.js";

/** The listed parties that own a part of a person, themselves or through members of a capture, each with its listings that count. */
export function listedAbove(r: Reach, x: number, members = r.widest): { owner: number; listings: readonly Listing[] }[] {
  const { graph } = r;
  const seen = new Set([x]);
  const out: { owner: number; listings: readonly Listing[] }[] = [];
  const work = [x];
  for (let n = work.pop(); n !== undefined; n = work.pop())
    for (let i = graph.intoStart[n] as number; i < (graph.intoStart[n + 1] as number); i++) {
      const e = graph.into[i] as number;
      const o = graph.owner[e] as number;
      if ((members.rank[o] as number) === 0 || (graph.high[e] as number) === 0 || seen.has(o)) continue;
      seen.add(o);
      work.push(o);
      const listings = (r.listed.get(o) ?? []).filter((l) => counts(r.rule, l));
      if (listings.length > 0) out.push({ owner: o, listings });
    }
  return out;
}

/** The codes of the lists on which they stand. */
export const listsAbove = (r: Reach, x: number): ReadonlySet<ListCode> => new Set(listedAbove(r, x).flatMap((o) => o.listings.map((l) => l.list)));

/** The three strictest, over the listings of every owner that counts, and of their owners in turn. Where one party stands on two lists, the rule may say which of them is looked at. */
export function maxima(m: Moment, r: Reach, x: number, sure: boolean, name: (n: number) => string): RegimeVerdict["strictest"] {
  const none = { requirement: null, exceptions: null, review: null };
  const terms: Terms3[] = [];
  for (const { owner, listings } of listedAbove(r, x, sure ? r.sure : r.widest)) {
    const on = new Set(listings.map((l) => l.list));
    const behind = new Set((r.rule.before ?? []).filter((b) => on.has(b.list)).map((b) => b.over));
    for (const l of listings) if (!behind.has(l.list)) terms.push(termsOfListing(m.grounds, l, name(owner)));
  }
  return terms.length === 0 ? none : { ...none, ...strictest(m.grounds.input.strictness, terms) };
}
