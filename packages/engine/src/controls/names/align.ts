import type { Token } from "./fold.js";
import { alike, cutShort, mayJoin, sameBones, STRANGERS } from "./similar.js";
import { FAMILIES } from "./families.js";
import { isCommon } from "./words.js";

/** Words of the query that answer to words of the candidate. */
export interface Pair {
  readonly query: readonly number[];
  readonly candidate: readonly number[];
  readonly likeness: number;
  readonly how: "same" | "alike" | "joined" | "initials" | "initial" | "family";
}

const JOIN = 4;
const SAME_BONES = 0.92;

/** Pairs the words of two names, the most alike first; each word once. @param person both may be a person's name: initials of given names and spellings of families count */
export function align(q: readonly Token[], c: readonly Token[], person: boolean): Pair[] {
  const pairs: Pair[] = [];
  q.forEach((a, i) => {
    c.forEach((b, j) => {
      if (a.kind === "number" || b.kind === "number" || a.kind === "form" || b.kind === "form") {
        if (a.kind === b.kind && a.text === b.text) pairs.push({ query: [i], candidate: [j], likeness: 1, how: "same" });
        return;
      }
      if (person && (a.text.length === 1 || b.text.length === 1)) {
        if (a.text.charAt(0) === b.text.charAt(0)) pairs.push({ query: [i], candidate: [j], likeness: a.text === b.text ? 1 : 0.85, how: a.text === b.text ? "same" : "initial" });
        return;
      }
      const bare = likenessOf(a, b);
      const likeness = person && bare < SAME_BONES && sameBones(a.text, b.text) ? SAME_BONES : bare;
      const family = person && (FAMILIES.get(a.text) ?? a.text) === (FAMILIES.get(b.text) ?? b.text);
      if (likeness >= STRANGERS || family)
        pairs.push({ query: [i], candidate: [j], likeness: family ? Math.max(likeness, 0.95) : likeness, how: likeness === 1 ? "same" : family ? "family" : "alike" });
    });
  });
  joined(q, c, (query, candidate, likeness) => pairs.push({ query, candidate, likeness, how: "joined" }));
  joined(c, q, (candidate, query, likeness) => pairs.push({ query, candidate, likeness, how: "joined" }));
  if (!person) abbreviated(q, c, (query, candidate) => pairs.push({ query, candidate, likeness: 0.94, how: "initials" }));
  if (!person) abbreviated(c, q, (candidate, query) => pairs.push({ query, candidate, likeness: 0.94, how: "initials" }));
  const size = (p: Pair): number => p.query.length + p.candidate.length;
  pairs.sort((a, b) => b.likeness - a.likeness || size(b) - size(a));
  const [usedQ, usedC] = [new Set<number>(), new Set<number>()];
  return pairs.filter((p) => {
    if (p.query.some((i) => usedQ.has(i)) || p.candidate.some((j) => usedC.has(j))) return false;
    for (const i of p.query) usedQ.add(i);
    for (const j of p.candidate) usedC.add(j);
    return true;
  });
}

/** Words of the index are the same objects wherever they stand: what a word of the query was compared with for one name need not be for the next. */
const compared = new WeakMap<Token, Map<Token, number>>();
function likenessOf(a: Token, b: Token): number {
  let ofA = compared.get(a);
  if (ofA === undefined) compared.set(a, (ofA = new Map()));
  let likeness = ofA.get(b);
  if (likeness === undefined) ofA.set(b, (likeness = likenessNow(a, b)));
  return likeness;
}

/** The better of how two words are read and how they were written. */
function likenessNow(a: Token, b: Token): number {
  const cut = a.raw === undefined && isCommon(b.text) ? cutShort(a.text, b.raw ?? b.text) : b.raw === undefined && isCommon(a.text) ? cutShort(b.text, a.raw ?? a.text) : 0;
  const read = Math.max(cut, alike(a.text, b.text));
  return read === 1 || (a.raw === undefined && b.raw === undefined) ? read : Math.max(read, alike(a.raw ?? a.text, b.raw ?? b.text));
}

/** Several words of one name that are one word of the other: "hua wei" and "huawei". */
function joined(many: readonly Token[], one: readonly Token[], put: (many: number[], one: number[], likeness: number) => void): void {
  for (let i = 0; i + 1 < many.length; i++) {
    const first = many[i] as Token;
    let [text, words] = [first.text, [first.text]];
    for (let n = 1; n < JOIN && i + n < many.length; n++) {
      const next = many[i + n] as Token;
      if (next.kind === "form") break;
      text += next.text;
      words = [...words, next.text];
      for (let j = 0; j < one.length; j++) {
        const o = one[j] as Token;
        if (o.kind === "form" || o.text.length < 4 || Math.abs(o.text.length - text.length) > 1 || !mayJoin(o.text, words)) continue;
        const likeness = o.text === text ? 1 : alike(o.text, text);
        if (likeness > 0.85)
          put(
            Array.from({ length: n + 1 }, (_, k) => i + k),
            [j],
            likeness * 0.98,
          );
      }
    }
  }
}

/** Words that a body's name may have or not. */
export const OPTIONAL: ReadonlySet<string> = new Set(["group", "holding"]);
/** A word of one name that is the initials of words in a row of the other. Legal forms and words like "group" may be left out. */
function abbreviated(short: readonly Token[], long: readonly Token[], put: (short: number[], long: number[]) => void): void {
  short.forEach((s, i) => {
    if (s.kind !== "word" || s.text.length < 3 || s.text.length > 8) return;
    for (let from = 0; from + 2 < long.length; from++) {
      const taken = spelled(s.text, long, from);
      if (taken !== undefined) put([i], taken);
    }
  });
}
function spelled(letters: string, long: readonly Token[], from: number): number[] | undefined {
  const taken: number[] = [];
  let [at, forms] = [0, 0];
  for (let j = from; j < long.length && at < letters.length; j++) {
    const t = long[j] as Token;
    if (t.initial !== "" && t.initial === letters.charAt(at)) {
      taken.push(j);
      at++;
      if (t.kind === "form") forms++;
    } else if (t.kind === "form" || OPTIONAL.has(t.text)) {
      if (taken.length > 0) taken.push(j);
    } else return undefined;
  }
  // Of three letters none may stand for "Company": too many names would have them.
  return at === letters.length && taken.length >= 3 && (forms === 0 || letters.length > 3) ? taken : undefined;
}
