import type { Folded, Token } from "./fold.js";

/** Many folded names in little room: each different word once, and every name as numbers of words. */
export class FoldedNames {
  constructor(
    readonly tokens: readonly Token[],
    /** Of each name: how many readings, then of each how many words, and these. */
    readonly stream: Int32Array,
    readonly start: Int32Array,
  ) {}

  get size(): number {
    return this.start.length - 1;
  }

  /** One name, put together again. */
  at(name: number): Folded {
    let i = this.start[name] as number;
    const readings = this.stream[i++] as number;
    const lists: Token[][] = [];
    for (let r = 0; r < readings; r++) {
      const words: Token[] = [];
      for (let left = this.stream[i++] as number; left > 0; left--) words.push(this.tokens[this.stream[i++] as number] as Token);
      lists.push(words);
    }
    const [latin = [], pinyin, han, ...also] = lists;
    return pinyin === undefined || han === undefined ? { latin } : { latin, pinyin, han, ...(also.length === 0 ? {} : { also }) };
  }
}

/** Gathers folded names one by one. */
export class FoldedWriter {
  private readonly places = new Map<string, number>();
  private readonly tokens: Token[] = [];
  private readonly stream: number[] = [];
  private readonly start = [0];

  add(f: Folded): void {
    const lists = f.pinyin === undefined || f.han === undefined ? [f.latin] : [f.latin, f.pinyin, f.han, ...(f.also ?? [])];
    this.stream.push(lists.length);
    for (const list of lists) {
      this.stream.push(list.length);
      for (const t of list) this.stream.push(this.place(t));
    }
    this.start.push(this.stream.length);
  }

  private place(t: Token): number {
    const key = `${t.text}\t${t.kind}\t${t.initial}\t${t.raw ?? ""}`;
    let n = this.places.get(key);
    if (n === undefined) {
      n = this.tokens.push(t) - 1;
      this.places.set(key, n);
    }
    return n;
  }

  done(): FoldedNames {
    return new FoldedNames(this.tokens, Int32Array.from(this.stream), Int32Array.from(this.start));
  }
}
