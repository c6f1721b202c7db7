/** One value of an order from mild to strict, and the words of a list by which it is known. */
export interface Rank {
  readonly value: string;
  readonly words?: readonly string[];
}
/** Three orders that are looked at apart: an entity with several listed owners gets the strictest of each (15 CFR 744.11(a)(1)). */
export interface Strictness {
  readonly requirement: readonly Rank[];
  readonly exceptions: readonly Rank[];
  readonly review: readonly Rank[];
}
export type Maximum = keyof Strictness;
/** What one owner's listing says of the three. */
export interface Terms3 {
  readonly owner: string;
  readonly list: string;
  readonly section: string;
  readonly requirement?: string;
  readonly exceptions?: string;
  readonly review?: string;
}
/** The strictest value, who set it, and where it stands. `ranked` is false where the list's words are in no order that we know. */
export interface Strictest {
  readonly value: string;
  readonly words: string;
  readonly ranked: boolean;
  readonly owner: string;
  readonly list: string;
  readonly section: string;
  /** What other owners' lists say in words that are in no order: it may be stricter. */
  readonly besides?: readonly { readonly words: string; readonly owner: string; readonly list: string; readonly section: string }[];
}

/** Where words stand in an order; the strictest value whose words they hold; -1 where they hold none. */
export function rankOf(order: readonly Rank[], words: string): number {
  const said = words.toLowerCase();
  for (let i = order.length - 1; i >= 0; i--) {
    const r = order[i] as Rank;
    if (said === r.value || (r.words ?? []).some((w) => said.includes(w))) return i;
  }
  return -1;
}

/**
 * The strictest of each of the three, over the listings of all owners that count. They may come from three owners.
 * Words that are in no order are kept besides: they may be stricter than what is.
 * @example strictest(order, [{ owner: "A", list: "EL", section: "744.11", review: "Presumption of denial." }]).review?.value //=> "presumption of denial"
 */
export function strictest(order: Strictness, terms: readonly Terms3[]): Partial<Record<Maximum, Strictest>> {
  const out: Partial<Record<Maximum, Strictest>> = {};
  for (const field of ["requirement", "exceptions", "review"] as const) {
    const said = terms.flatMap((of) => {
      const words = of[field];
      return words === undefined || words === "" ? [] : [{ rank: rankOf(order[field], words), of, words }];
    });
    const best = said.reduce<(typeof said)[number] | undefined>((a, b) => (a === undefined || b.rank > a.rank ? b : a), undefined);
    if (best === undefined) continue;
    const value = best.rank < 0 ? best.words : (order[field][best.rank] as Rank).value;
    const seen = new Set([best.words]);
    const besides = said.filter((s) => s.rank < 0 && !seen.has(s.words) && seen.add(s.words)).map(({ words, of }) => ({ words, owner: of.owner, list: of.list, section: of.section }));
    out[field] = {
      value,
      words: best.words,
      ranked: best.rank >= 0,
      owner: best.of.owner,
      list: best.of.list,
      section: best.of.section,
      ...(besides.length === 0 ? {} : { besides }),
    };
  }
  return out;
}
