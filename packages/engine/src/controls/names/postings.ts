import type { Folded } from "./fold.js";
import { LETTERS, Parts } from "./parts.js";

/** Which names hold each part: names of part `i` are `names[start[i]]` to `names[start[i + 1] - 1]`. */
export interface Postings {
  readonly parts: Parts;
  readonly start: Int32Array;
  readonly names: Int32Array;
  /** How rare each part is, and how much of a name's parts it has, as lengths of vectors. */
  readonly rarity: Float32Array;
  readonly length: Float32Array;
  /** Scores of the query at hand; zeros between queries. */
  readonly scratch: Float32Array;
}

/** Postings of all names. */
export function postings(all: readonly Folded[]): Postings {
  const parts = new Parts();
  let held = new Int32Array(all.length * 40 + 1024);
  let seen = new Int32Array(LETTERS * 2).fill(-1);
  const from = new Int32Array(all.length + 1);
  let at = 0;
  all.forEach((f, name) => {
    parts.of(f, true, (part) => {
      if (part >= seen.length) seen = grown(seen, part, -1);
      if (seen[part] === name) return;
      seen[part] = name;
      if (at >= held.length) held = grown(held, at, 0);
      held[at++] = part;
    });
    from[name + 1] = at;
  });
  const start = new Int32Array(parts.size + 1);
  for (let i = 0; i < at; i++) start[(held[i] as number) + 1] = (start[(held[i] as number) + 1] as number) + 1;
  for (let p = 0; p < parts.size; p++) start[p + 1] = (start[p + 1] as number) + (start[p] as number);
  const next = start.slice();
  const names = new Int32Array(at);
  for (let name = 0; name < all.length; name++)
    for (let i = from[name] as number; i < (from[name + 1] as number); i++) {
      const part = held[i] as number;
      names[next[part] as number] = name;
      next[part] = (next[part] as number) + 1;
    }
  return weighed(parts, start, names, all.length);
}

/** Postings with the rarity of each part, which follows from them. */
export function weighed(parts: Parts, start: Int32Array, names: Int32Array, count: number): Postings {
  const rarity = new Float32Array(parts.size);
  const length = new Float32Array(count);
  for (let p = 0; p < parts.size; p++) {
    const [from, to] = [start[p] as number, start[p + 1] as number];
    if (from === to) continue;
    const r = Math.log(1 + count / (to - from));
    rarity[p] = r;
    for (let i = from; i < to; i++) {
      const name = names[i] as number;
      length[name] = (length[name] as number) + r * r;
    }
  }
  for (let n = 0; n < count; n++) length[n] = Math.sqrt(length[n] as number);
  return { parts, start, names, rarity, length, scratch: new Float32Array(count) };
}

function grown(old: Int32Array<ArrayBuffer>, least: number, fill: number): Int32Array<ArrayBuffer> {
  const out = new Int32Array(Math.max(old.length * 2, least + 1)).fill(fill);
  out.set(old);
  return out;
}

const WHOLE_WORD = 4;
const [ENOUGH, USUAL, FEW] = [8, 0.04, 200];
/** The names that share most with the parts of a query, best first. */
export function nearest(p: Postings, query: Folded, most: number): number[] {
  const { scratch } = p;
  const touched: number[] = [];
  const asked = new Set<number>();
  p.parts.of(query, false, (part) => void asked.add(part));
  const count = (part: number): number => (p.start[part + 1] as number) - (p.start[part] as number);
  const rarest = [...asked].filter((part) => count(part) > 0).sort((a, b) => count(a) - count(b));
  const usual = Math.max(FEW, p.length.length * USUAL);
  for (const [i, part] of rarest.entries()) {
    // What very many names hold tells nothing where there is enough else.
    if (i >= ENOUGH && count(part) > usual) break;
    // A whole word, or initials that are one, says more than three letters in a row.
    const weight = (p.rarity[part] as number) ** 2 * (part >= LETTERS && p.parts.whole[part - LETTERS] === true ? WHOLE_WORD : 1);
    for (let i = p.start[part] as number; i < (p.start[part + 1] as number); i++) {
      const name = p.names[i] as number;
      if (scratch[name] === 0) touched.push(name);
      scratch[name] = (scratch[name] as number) + weight;
    }
  }
  for (const name of touched) scratch[name] = (scratch[name] as number) / (p.length[name] as number);
  const best = pick(touched, scratch, most);
  for (const name of touched) scratch[name] = 0;
  return best;
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
