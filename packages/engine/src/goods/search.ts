import { chain, shown } from "./chain.js";
import type { Schedule } from "./schedule.js";
import { stem, stems, tokens } from "./stem.js";
import { WordIndex } from "./word-index.js";
import { TRADE_WORDS } from "./words.js";

/** A code that words lead to; the higher the score the closer. */
export interface Found {
  readonly code: string;
  readonly text: string;
  readonly score: number;
}
export interface FindOptions {
  readonly limit?: number;
  /** Only codes printed on this day. */
  readonly day?: string;
}
interface Described {
  readonly code: string;
  readonly text: string;
  /** The heading's whole text, where it is in hand. */
  readonly heading: string;
  readonly links: readonly number[];
}
/** What one word leads to: links that hold it, each with its score, and codes that it is another name for. */
interface Hits {
  readonly links: ReadonlyMap<number, number>;
  readonly codes: readonly string[];
}

/** What a parent's words count against the code's own, for each step up. */
const STEP = 0.75;
const CODE = /^\d[\d.]*$/;
const DIGITS = /^\d+$/;
/** What one link that holds all the words loses for each step up. */
const WHOLE_STEP = 0.95;
/** What a word counts once more where the heading itself has it: goods named there are what the heading is about. */
const HEADING = 0.4;
/** The tariff's own word for an everyday one counts a little less than the word itself. */
const OTHER_WORD = 0.8;
const key = (words: readonly string[]): string => words.map(stem).join(" ");
const NAMES = new Map(Object.entries(TRADE_WORDS).map(([name, others]) => [key(tokens(name)), others]));
const LONGEST_NAME = Math.max(...[...NAMES.keys()].map((n) => n.split(" ").length));

/**
 * Looks up tariff codes by words. Texts are chains, "Live horses: Horses: Other", that share most of their links:
 * each link is indexed once, and a code scores by its own link and, a step less each, by those above it.
 */
export class GoodsSearch {
  private readonly codes: Described[] = [];
  private readonly index: WordIndex;

  constructor(private readonly schedule: Schedule) {
    const links = new Map<string, number>();
    const number = (link: string): number => {
      const at = links.get(link) ?? links.size;
      if (at === links.size) links.set(link, at);
      return at;
    };
    let heading = { code: "none", text: "" };
    for (const { code, text } of schedule.described()) {
      if (code.length === 4 || /^\d{4}0000$/.test(code)) heading = { code: code.slice(0, 4), text };
      if (code.length < 6) continue;
      const under = code.startsWith(heading.code) ? heading.text : "";
      this.codes.push({ code, text, heading: under, links: chain(text, under).map(number) });
    }
    this.index = new WordIndex(links.keys());
  }

  /**
   * The codes that fit words best, closest first. Singular and plural are one; words may be cut short; a word that nothing holds is taken
   * for the one spelt most nearly so; digits are the beginning of a code, and restrict.
   * A code that fits only some of the words ranks far below one that fits all.
   * @example search.find("backpacks")[0].code //=> "4202923120"
   */
  find(query: string, options: FindOptions = {}): Found[] {
    const parts = query.trim().split(/\s+/);
    const starts = parts.filter((p) => CODE.test(p)).map((p) => p.replaceAll(".", ""));
    const hits = this.hits(tokens(parts.filter((p) => !CODE.test(p)).join(" ")));
    if (hits.length === 0 && starts.length === 0) return [];
    const out: { c: Described; score: number }[] = [];
    for (const c of this.codes) {
      if (starts.length > 0 && !starts.some((s) => c.code.startsWith(s))) continue;
      const score = hits.length === 0 ? 1 : this.fit(c, hits);
      if (score > 0) out.push({ c, score });
    }
    out.sort((a, b) => b.score - a.score || a.c.code.length - b.c.code.length || (a.c.code < b.c.code ? -1 : 1));
    const { limit = 20, day } = options;
    const printed: Found[] = [];
    for (const { c, score } of out) {
      if (printed.length >= limit) break;
      if (day === undefined || this.schedule.on(c.code, day) !== undefined) printed.push({ code: c.code, text: shown(chain(c.text, c.heading)), score: Math.round(score * 100) / 100 });
    }
    return printed;
  }

  /** What each word, or each name of several words, leads to. */
  private hits(words: readonly string[]): Hits[] {
    const out: Hits[] = [];
    for (let i = 0; i < words.length; ) {
      const asked = words.slice(i, i + nameLength(words.slice(i)));
      if (stems(asked.join(" ")).length > 0) out.push(this.hit(asked));
      i += asked.length;
    }
    return out;
  }

  /** The links of a word or name and those of the tariff's words for it; where there are none, those of the word spelt most nearly so. */
  private hit(asked: readonly string[]): Hits {
    const text = asked.join(" ");
    const others = NAMES.get(key(asked)) ?? [];
    const links = asked.length > 1 ? this.index.all(text) : this.index.beginning(text);
    for (const other of others) if (!DIGITS.test(other)) for (const [id, score] of this.index.all(other)) links.set(id, Math.max(links.get(id) ?? 0, score * OTHER_WORD));
    const codes = others.filter((o) => DIGITS.test(o));
    return { links: links.size === 0 && codes.length === 0 ? this.index.nearly(text) : links, codes };
  }

  /**
   * How well a code fits the words: for each word its best link, and the square of the share of words found;
   * or the one link that holds them all, which hardly counts less for standing higher up.
   */
  private fit(c: Described, hits: readonly Hits[]): number {
    let sum = 0;
    let matched = 0;
    for (const hit of hits) {
      let best = hit.codes.some((start) => c.code.startsWith(start)) ? this.index.rarest : 0;
      let weight = 1;
      for (let i = c.links.length - 1; i >= 0; i--, weight *= STEP) best = Math.max(best, (hit.links.get(c.links[i] as number) ?? 0) * weight);
      if (best > 0) matched++;
      sum += best + HEADING * (hit.links.get(c.links[0] as number) ?? 0);
    }
    return Math.max(sum * (matched / hits.length) ** 2, hits.length > 1 && matched === hits.length ? whole(c.links, hits) : 0);
  }
}

/** How many words the longest name has that these begin with; 1 where they begin with none. */
function nameLength(words: readonly string[]): number {
  let n = Math.min(LONGEST_NAME, words.length);
  while (n > 1 && !NAMES.has(key(words.slice(0, n)))) n--;
  return n;
}

function whole(links: readonly number[], hits: readonly Hits[]): number {
  let best = 0;
  let weight = 1;
  for (let i = links.length - 1; i >= 0; i--, weight *= WHOLE_STEP) {
    const scores = hits.map((h) => h.links.get(links[i] as number) ?? 0);
    if (!scores.includes(0)) best = Math.max(best, scores.reduce((a, b) => a + b) * weight);
  }
  return best;
}
