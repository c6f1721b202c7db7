import MiniSearch from "minisearch";
import type { Schedule } from "./schedule.js";
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

/** What a parent's words count against the code's own, for each step up. */
const STEP = 0.75;
const CODE = /^\d[\d.]*$/;
/** What one link that holds all the words loses for each step up. */
const WHOLE_STEP = 0.95;
/** What a word counts once more where the heading itself has it: goods named there are what the heading is about. */
const HEADING = 0.4;
/** The tariff's own word for an everyday one counts a little less than the word itself. */
const OTHER_WORD = 0.8;
const tokens = (text: string): string[] => text.toLowerCase().split(/[^a-z0-9\u0080-\uffff]+/).filter((t) => t !== "");

/**
 * Looks up tariff codes by words. Texts are chains, "Live horses: Horses: Other", that share most of their links:
 * each link is indexed once, and a code scores by its own link and, a step less each, by those above it.
 */
export class GoodsSearch {
  private readonly codes: { readonly code: string; readonly text: string; readonly links: readonly number[] }[] = [];
  private readonly index = new MiniSearch<{ id: number; text: string }>({ fields: ["text"], tokenize: tokens, processTerm: (t) => t, searchOptions: { bm25: { k: 1.2, b: 0.3, d: 0.5 } } });

  constructor(private readonly schedule: Schedule) {
    const links = new Map<string, number>();
    for (const { code, text } of schedule.described()) {
      const own = text.split(": ").map((part) => {
        let at = links.get(part);
        if (at === undefined) links.set(part, (at = links.size));
        return at;
      });
      this.codes.push({ code, text, links: own });
    }
    this.index.addAll([...links].map(([text, id]) => ({ id, text })));
  }

  /**
   * The codes that fit words best, closest first. Words may be cut short or misspelt; digits are the beginning of a code, and restrict.
   * A code that fits only some of the words ranks far below one that fits all.
   * @example search.find("permanent magnets")[0].code //=> "85051100"
   */
  find(query: string, options: FindOptions = {}): Found[] {
    const parts = query.trim().split(/\s+/);
    const starts = parts.filter((p) => CODE.test(p)).map((p) => p.replaceAll(".", ""));
    const words = tokens(parts.filter((p) => !CODE.test(p)).join(" "));
    if (words.length === 0 && starts.length === 0) return [];
    const hits = words.map((w) => this.links(w));
    const out: Found[] = [];
    for (const c of this.codes) {
      if (c.code.length < 6 || (starts.length > 0 && !starts.some((s) => c.code.startsWith(s)))) continue;
      const score = words.length === 0 ? 1 : fit(c.links, hits);
      if (score > 0) out.push({ code: c.code, text: c.text, score });
    }
    out.sort((a, b) => b.score - a.score || a.code.length - b.code.length || (a.code < b.code ? -1 : 1));
    const { limit = 20, day } = options;
    const printed: Found[] = [];
    for (const f of out) {
      if (printed.length >= limit) break;
      if (day === undefined || this.schedule.on(f.code, day) !== undefined) printed.push({ ...f, score: Math.round(f.score * 100) / 100 });
    }
    return printed;
  }

  /** The links that hold a word, or the tariff's words for it, each with its score. */
  private links(word: string): Map<number, number> {
    const scores = new Map<number, number>();
    // The index multiplies a sum by the count of its words; one word's worth is wanted.
    const add = (query: string, all: boolean): void => {
      for (const r of this.index.search(query, { combineWith: all ? "AND" : "OR", prefix: (t) => t.length > 2, fuzzy: (t) => (!all && t.length > 4 ? 0.2 : false) }))
        scores.set(r.id as number, Math.max(scores.get(r.id as number) ?? 0, all ? (r.score * OTHER_WORD) / r.queryTerms.length ** 2 : r.score));
    };
    add(word, false);
    for (const other of TRADE_WORDS[word] ?? []) add(other, true);
    return scores;
  }
}

/**
 * How well a chain of links fits the words: for each word its best link, and the square of the share of words found;
 * or the one link that holds them all, which hardly counts less for standing higher up.
 */
function fit(links: readonly number[], hits: readonly ReadonlyMap<number, number>[]): number {
  let sum = 0;
  let matched = 0;
  const heading = links[0] as number;
  for (const hit of hits) {
    let best = 0;
    let weight = 1;
    for (let i = links.length - 1; i >= 0; i--, weight *= STEP) best = Math.max(best, (hit.get(links[i] as number) ?? 0) * weight);
    if (best > 0) matched++;
    sum += best + HEADING * (hit.get(heading) ?? 0);
  }
  return Math.max(sum * (matched / hits.length) ** 2, hits.length > 1 && matched === hits.length ? whole(links, hits) : 0);
}

function whole(links: readonly number[], hits: readonly ReadonlyMap<number, number>[]): number {
  let best = 0;
  let weight = 1;
  for (let i = links.length - 1; i >= 0; i--, weight *= WHOLE_STEP) {
    const scores = hits.map((h) => h.get(links[i] as number) ?? 0);
    if (!scores.includes(0)) best = Math.max(best, scores.reduce((a, b) => a + b) * weight);
  }
  return best;
}
