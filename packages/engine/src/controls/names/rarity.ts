import type { Token } from "./fold.js";
import { isCommon } from "./words.js";

/** How many parties use a word, and how many of them are persons; fixed when the index is made. */
export interface Uses {
  readonly parties: number;
  readonly words: ReadonlyMap<string, readonly [all: number, persons: number]>;
}

const FORM = 0.25;
const NUMBER = 5;
/** A word of the table weighs at most so much, however rare in these lists; another at least so much, however many companies of one group bear it. */
const [COMMON, OWN] = [5.5, 6.5];
/** With fewer parties than these no word is called rare for being used once. */
const FEWEST = 1000;

/** What a word is worth: rare words much, common ones little, legal forms next to nothing. */
export function weights(uses: Uses): (t: Token) => number {
  const all = Math.max(FEWEST, uses.parties);
  const most = Math.log(1 + all);
  const kept = new Map<string, number>();
  const of = (word: string): number => {
    const known = kept.get(word);
    if (known !== undefined) return known;
    const [n, persons] = uses.words.get(word) ?? [0, 0];
    const rarity = n === 0 ? most : Math.log(1 + all / n);
    const worth = persons * 2 >= n && n > 0 ? rarity : isCommon(word) ? Math.min(COMMON, rarity) : Math.max(OWN, rarity);
    if (n > 0) kept.set(word, worth);
    return worth;
  };
  return (t) => (t.kind === "form" ? FORM : t.kind === "han" ? most : t.kind === "number" ? Math.max(NUMBER, uses.words.has(t.text) ? of(t.text) : 0) : of(t.text));
}
