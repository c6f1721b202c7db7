import { nearestWords } from "./nearest-words.js";
import { stems } from "./stem.js";

/** What a word counts that only begins like the one asked, and one that is only spelt nearly so. */
const BEGINS = 0.3;
const NEARLY = 0.2;
/** A word of a long text says less of it. */
const BY_LENGTH = 0.3;
const FEWEST_LETTERS = 3;

/** Which of many short texts hold a word, and how much the word says there: a rare word more, a word of a long text less. */
export class WordIndex {
  private readonly held = new Map<string, number[]>();
  private readonly lengths: number[] = [];
  private readonly average: number;

  constructor(texts: Iterable<string>) {
    let sum = 0;
    for (const text of texts) {
      const id = this.lengths.length;
      const words = stems(text);
      sum += words.length;
      this.lengths.push(words.length);
      for (const w of words) {
        const ids = this.held.get(w);
        if (ids === undefined) this.held.set(w, [id]);
        else if (ids.at(-1) !== id) ids.push(id);
      }
    }
    this.average = sum / Math.max(1, this.lengths.length);
  }

  /** What a word counts that stands in one text only. */
  get rarest(): number {
    return Math.log(1 + this.lengths.length);
  }

  /** The texts that hold all these words, by number, each with the mean score of the words. */
  all(words: string): Map<number, number> {
    const each = stems(words).map((w) => this.exactly(w));
    const [first, ...rest] = each;
    const out = new Map<number, number>();
    for (const [id, score] of first ?? []) if (rest.every((r) => r.has(id))) out.set(id, rest.reduce((s, r) => s + (r.get(id) as number), score) / each.length);
    return out;
  }

  /** The texts that hold a word or one that begins with it. */
  beginning(stem: string, written: string): Map<number, number> {
    const out = this.exactly(stem);
    if (written.length < FEWEST_LETTERS) return out;
    for (const w of this.held.keys()) if (w !== stem && w.startsWith(written)) this.into(out, w, (BEGINS * written.length) / w.length);
    return out;
  }

  /** The texts that hold a word spelt nearly so: for a word that nothing holds. */
  nearly(stem: string): Map<number, number> {
    const out = new Map<number, number>();
    for (const w of nearestWords(stem, this.held.keys())) this.into(out, w, NEARLY);
    return out;
  }

  private exactly(stem: string): Map<number, number> {
    const out = new Map<number, number>();
    this.into(out, stem, 1);
    return out;
  }

  private into(out: Map<number, number>, word: string, weight: number): void {
    const ids = this.held.get(word) ?? [];
    const rare = Math.log(1 + this.lengths.length / (ids.length || 1)) * weight;
    for (const id of ids) out.set(id, Math.max(out.get(id) ?? 0, rare / (1 - BY_LENGTH + (BY_LENGTH * (this.lengths[id] as number)) / this.average)));
  }
}
