import type { Folded, Token } from "./fold.js";

/** Parts of a name by which candidates are found: three letters in a row, one and two Chinese signs, initials. */
export function grams(f: Folded): string[] {
  const out = new Set<string>();
  for (const tokens of f.pinyin === undefined ? [f.latin] : [f.latin, f.pinyin]) {
    const letters = tokens.filter((t) => t.kind !== "form").map((t) => t.text);
    const text = `^${letters.join("")}$`;
    for (let i = 0; i + 3 <= text.length; i++) out.add(text.slice(i, i + 3));
    // Words apart, so that their order makes no difference to where they begin.
    for (const w of letters) if (w.length <= 12) out.add(`^${w.slice(0, 2)}`);
    for (const w of letters) if (w.length >= 3 && w.length <= 8) out.add(`#${w}`);
    for (const i of initials(tokens)) out.add(`#${i}`);
  }
  for (const t of f.han ?? [])
    if (t.kind === "han") {
      for (const c of t.text) out.add(c);
      for (let i = 0; i + 2 <= t.text.length; i++) out.add(t.text.slice(i, i + 2));
    }
  return [...out];
}

const OPTIONAL = new Set(["group", "holding"]);
/** The initials of a name's words: of all, and without legal forms or words like "group". Only of three words or more. */
export function initials(tokens: readonly Token[]): string[] {
  const of = (keep: (t: Token) => boolean): string =>
    tokens
      .filter((t) => t.initial !== "" && keep(t))
      .map((t) => t.initial)
      .join("");
  const forms = tokens.filter((t) => t.kind === "form");
  const oneForm = (t: Token): boolean => t.kind !== "form" || t === forms[0];
  const all = [of(() => true), of((t) => t.kind !== "form"), of(oneForm), of((t) => oneForm(t) && !OPTIONAL.has(t.text)), of((t) => t.kind !== "form" && !OPTIONAL.has(t.text))];
  return [...new Set(all)].filter((i) => i.length >= 3 && i.length <= 8);
}

/** Which names hold each part: names of part `i` are `names[start[i]]` to `names[start[i + 1] - 1]`. */
export interface Postings {
  readonly parts: ReadonlyMap<string, number>;
  readonly start: Int32Array;
  readonly names: Int32Array;
  /** How rare each part is, and how much of a name's parts it has, as lengths of vectors. */
  readonly rarity: Float32Array;
  readonly length: Float32Array;
}

/** Postings of all names. */
export function postings(all: readonly (readonly string[])[]): Postings {
  const parts = new Map<string, number>();
  const counts: number[] = [];
  for (const gs of all)
    for (const g of gs) {
      const n = parts.get(g);
      if (n === undefined) {
        parts.set(g, counts.length);
        counts.push(1);
      } else counts[n] = (counts[n] as number) + 1;
    }
  const start = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) start[i + 1] = (start[i] as number) + (counts[i] as number);
  const rarity = Float32Array.from(counts, (c) => Math.log(1 + all.length / c));
  const names = new Int32Array(start[counts.length] as number);
  const next = start.slice();
  const length = new Float32Array(all.length);
  all.forEach((gs, name) => {
    let sum = 0;
    for (const g of gs) {
      const n = parts.get(g) as number;
      names[next[n] as number] = name;
      next[n] = (next[n] as number) + 1;
      sum += (rarity[n] as number) ** 2;
    }
    length[name] = Math.sqrt(sum);
  });
  return { parts, start, names, rarity, length };
}

const WHOLE_WORD = 4;
/** The names that share most with the parts of a query, best first. @param scores a field of zeros as long as there are names; it is zero again afterwards */
export function nearest(p: Postings, query: readonly string[], most: number, scores: Float32Array): number[] {
  const touched: number[] = [];
  let unseen = 0;
  for (const g of query) {
    const n = p.parts.get(g);
    if (n === undefined) {
      unseen++;
      continue;
    }
    // A whole word, or initials that are one, says more than three letters in a row.
    const weight = (p.rarity[n] as number) ** 2 * (g.startsWith("#") ? WHOLE_WORD : 1);
    for (let i = p.start[n] as number; i < (p.start[n + 1] as number); i++) {
      const name = p.names[i] as number;
      if (scores[name] === 0) touched.push(name);
      scores[name] = (scores[name] as number) + weight;
    }
  }
  for (const name of touched) scores[name] = (scores[name] as number) / (p.length[name] as number);
  const best = pick(touched, scores, most);
  for (const name of touched) scores[name] = 0;
  return unseen === query.length ? [] : best;
}

const BINS = 2048;
const bins = new Int32Array(BINS);
/** The `most` names of the highest scores, best first: those in the highest bins, then sorted. */
function pick(touched: number[], scores: Float32Array, most: number): number[] {
  let kept = touched;
  if (touched.length > most * 2) {
    let top = 0;
    for (const n of touched) top = Math.max(top, scores[n] as number);
    const bin = (n: number): number => Math.min(BINS - 1, Math.floor(((scores[n] as number) / top) * BINS));
    bins.fill(0);
    for (const n of touched) bins[bin(n)] = (bins[bin(n)] as number) + 1;
    let [floor, held] = [BINS, 0];
    while (held < most && floor > 0) held += bins[--floor] as number;
    kept = touched.filter((n) => bin(n) >= floor);
  }
  return kept.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b).slice(0, most);
}
