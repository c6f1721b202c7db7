import MiniSearch, { type SearchResult } from "minisearch";
import { stem, stems } from "./stem.js";

/** What a word counts that only begins like the one asked, and one that is only spelt nearly so. */
const WEIGHTS = { prefix: 0.3, fuzzy: 0.2 };
const FEWEST_LETTERS = 3;
/** Share of a word's letters that may be wrong, how many at most, and the shortest word that may be misspelt. */
const WRONG = 0.34;
const MOST_WRONG = 2;
const SHORTEST_WRONG = 5;

/** Which of many short texts hold a word, and how much the word says there: a rare word more, a word of a long text less. */
export class WordIndex {
  private readonly index = new MiniSearch<{ id: number; text: string }>({ fields: ["text"], tokenize: stems, searchOptions: { weights: WEIGHTS } });

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

  /** The texts that hold a word, singular or plural, or one that begins as it is written. */
  beginning(word: string): Map<number, number> {
    return scores(this.index.search(word, { tokenize: () => [...new Set([stem(word), word])], prefix: (term) => term === word && word.length >= FEWEST_LETTERS }));
  }

  /** The texts that hold a word spelt nearly so, if possible with the same first letter: for a word that nothing holds. */
  nearly(word: string): Map<number, number> {
    const found = this.index.search(word, { fuzzy: (term) => term.length >= SHORTEST_WRONG && WRONG, maxFuzzy: MOST_WRONG });
    const alike = found.filter((r) => Object.keys(r.match).some((term) => term[0] === word[0]));
    return scores(alike.length > 0 ? alike : found);
  }
}

const scores = (found: readonly SearchResult[]): Map<number, number> => new Map(found.map((r) => [r.id as number, r.score / r.queryTerms.length]));
