import MiniSearch, { type SearchResult } from "minisearch";
import { stems } from "./stem.js";

/** What a word counts that only begins like the one asked, and one that is only spelt nearly so. */
const WEIGHTS = { prefix: 0.3, fuzzy: 0.2 };
/** A word of a long text says less of it; in a text of middle length it counts its rarity. */
const BM25 = { k: 3 / 7, b: 1, d: 0 };
const FEWEST_LETTERS = 3;
/** Share of a word's letters that may be wrong, and the shortest word that may be misspelt. */
const WRONG = 0.34;
const SHORTEST_WRONG = 5;

/** Which of many short texts hold a word, and how much the word says there: a rare word more, a word of a long text less. */
export class WordIndex {
  private readonly index = new MiniSearch<{ id: number; text: string }>({
    fields: ["text"],
    tokenize: (text) => [...new Set(stems(text))],
    processTerm: (stem) => stem,
    searchOptions: { weights: WEIGHTS, bm25: BM25 },
  });

  constructor(texts: Iterable<string>) {
    this.index.addAll(Array.from(texts, (text, id) => ({ id, text })));
  }

  /** What a word counts that stands in one text only. */
  get rarest(): number {
    return Math.log(1 + this.index.documentCount);
  }

  /** The texts that hold all these words, by number, each with the mean score of the words. */
  all(words: string): Map<number, number> {
    return scores(this.index.search(words, { combineWith: "AND" }));
  }

  /** The texts that hold a word, singular or plural, or else one that begins as it is written. */
  beginning(word: string): Map<number, number> {
    const begun = word.length < FEWEST_LETTERS ? [] : this.index.search(word, { tokenize: (w) => [w], prefix: true });
    return new Map([...scores(begun), ...this.all(word)]);
  }

  /** The texts that hold a word spelt nearly so: one that begins with the same letter, if there is any. For a word that nothing holds. */
  nearly(word: string): Map<number, number> {
    const [one = [], two = []] = [1, 2].map((maxFuzzy) => this.index.search(word, { fuzzy: (term) => term.length >= SHORTEST_WRONG && WRONG, maxFuzzy }));
    const alike = [one, two].map((found) => found.filter((r) => Object.keys(r.match).some((term) => term[0] === word[0])));
    return scores([...alike, one, two].find((found) => found.length > 0) ?? []);
  }
}

/** The library multiplies the sum of a text's words by their number; we want the mean. */
const scores = (found: readonly SearchResult[]): Map<number, number> => new Map(found.map((r) => [r.id as number, r.score / r.terms.length ** 2]));
