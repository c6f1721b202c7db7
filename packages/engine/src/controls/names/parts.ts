import { OPTIONAL } from "./align.js";
import type { Folded, Token } from "./fold.js";

const BASE = 38;
/** Numbers below this are three letters in a row; the rest are whole words, beginnings of words and Chinese signs. */
export const LETTERS = BASE ** 3;
/** The place of a letter among those that three in a row are made of; -1 for others. */
const SYMBOL = new Int8Array(128).fill(-1);
[..."^$abcdefghijklmnopqrstuvwxyz0123456789"].forEach((c, i) => void (SYMBOL[c.charCodeAt(0)] = i));
const symbol = (text: string, at: number): number => {
  const c = text.charCodeAt(at);
  return c < 128 ? (SYMBOL[c] as number) : -1;
};

/** The parts by which names are found, each with its number. A query may not add any. */
export class Parts {
  private readonly named = new Map<string, number>();

  /** @param known parts that are not three letters in a row, in the order of their numbers */
  constructor(known: readonly string[] = []) {
    for (const text of known) this.number(text);
  }
  private number(text: string): number {
    const n = LETTERS + this.named.size;
    this.named.set(text, n);
    this.whole.push(text.startsWith("#"));
    return n;
  }
  get names(): string[] {
    return [...this.named.keys()];
  }
  get size(): number {
    return LETTERS + this.named.size;
  }
  /** Whether a part is a whole word, or initials that are one. */
  readonly whole: boolean[] = [];

  /** Calls `put` with each part of a name, some twice. @param add whether parts that are new are numbered */
  of(f: Folded, add: boolean, put: (part: number) => void): void {
    const name = (text: string): void => {
      let n = this.named.get(text);
      if (n === undefined) {
        if (!add) return;
        n = this.number(text);
      }
      put(n);
    };
    this.words(f.latin, name, put);
    if (f.pinyin !== undefined) this.words(f.pinyin, name, put);
    for (const other of f.also ?? []) this.words(other, name, put);
    for (const t of f.han ?? [])
      if (t.kind === "han") {
        for (const c of t.text) name(c);
        for (let i = 0; i + 2 <= t.text.length; i++) name(t.text.slice(i, i + 2));
      }
  }

  private words(tokens: readonly Token[], name: (text: string) => void, put: (part: number) => void): void {
    let text = "^";
    for (const t of tokens) {
      if (t.kind === "form") continue;
      text += t.text;
      // Words apart, so that their order makes no difference to where they begin.
      if (t.text.length <= 12) name(`^${t.text.slice(0, 2)}`);
      if (t.text.length >= 3 && t.text.length <= 8) name(`#${t.text}`);
    }
    text += "$";
    for (let i = 0; i + 3 <= text.length; i++) {
      const [a, b, c] = [symbol(text, i), symbol(text, i + 1), symbol(text, i + 2)];
      if (a < 0 || b < 0 || c < 0) name(text.slice(i, i + 3));
      else put((a * BASE + b) * BASE + c);
    }
    for (const i of initials(tokens)) name(`#${i}`);
    // A numbered body is called by the initials of what stands before the number: CETC 54.
    const number = tokens.findIndex((t) => t.kind === "number");
    if (number > 2) for (const i of initials(tokens.slice(0, number))) name(`#${i}`);
  }
}

/** The initials of a name's words: of all, and without legal forms or words like "group". Only of three words or more. */
export function initials(tokens: readonly Token[]): string[] {
  let [all, bare, one, oneLess, bareLess, forms] = ["", "", "", "", "", 0];
  for (const t of tokens) {
    if (t.initial === "") continue;
    const form = t.kind === "form";
    if (form) forms++;
    const optional = OPTIONAL.has(t.text);
    all += t.initial;
    if (!form) bare += t.initial;
    if (!form || forms === 1) one += t.initial;
    if ((!form || forms === 1) && !optional) oneLess += t.initial;
    if (!form && !optional) bareLess += t.initial;
  }
  return [...new Set([all, bare, one, oneLess, bareLess])].filter((i) => i.length >= 3 && i.length <= 8);
}
