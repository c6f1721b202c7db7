import type { Party } from "../types.js";
import { type Folded, fold, NameError, type Token } from "./fold.js";
import { initials } from "./parts.js";
import { nearest, type Postings, postings } from "./postings.js";

/** Listed names, taken apart and ready to be searched. Immutable. */
export interface NameIndex {
  readonly parties: readonly Party[];
  /** Of each name: whose it is, which of its names, and its words. */
  readonly party: Int32Array;
  readonly which: Int32Array;
  readonly folded: readonly Folded[];
  readonly postings: Postings;
  /** Rarity of words, by parties that use them; pinned to these lists. */
  readonly weight: (t: Token) => number;
  /** Identifiers of parties, without signs, to the parties. */
  readonly identifiers: ReadonlyMap<string, readonly number[]>;
  /** Names that could not be taken apart: none is dropped in silence. */
  readonly unread: readonly string[];
}

const FORM = 0.25;
const NUMBER = 5;
/** An identifier without spaces and signs. */
export const bare = (value: string): string => value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The short name that some lists print in brackets after the full one: its first word, or its initials. A place in brackets is none. */
function shortOf(text: string): Folded[] {
  const m = /^(.{4,}?)\s*\(([^()]{2,20})\)\s*\.?$/.exec(text.trim());
  if (m === null || m[1] === undefined || m[2] === undefined) return [];
  try {
    const [full, short] = [fold(m[1]), fold(m[2])];
    const word = short.latin.length === 1 ? short.latin[0] : undefined;
    if (word?.kind !== "word" || word.text.length < 3) return [];
    return full.latin[0]?.text === word.text || initials(full.latin).includes(word.text) ? [short] : [];
  } catch (e) {
    if (e instanceof NameError) return [];
    throw e;
  }
}

/**
 * Makes the index of all names of all parties. Some 14,000 parties take about half a second.
 * @example matchNames(buildNameIndex(parties), { name: "Huawei" }, { limit: 5 })
 */
export function buildNameIndex(parties: readonly Party[]): NameIndex {
  const [party, which, unread]: [number[], number[], string[]] = [[], [], []];
  const folded: Folded[] = [];
  const users = new Map<string, number>();
  const identifiers = new Map<string, number[]>();
  parties.forEach((p, n) => {
    const seen = new Set<string>();
    p.names.forEach((name, i) => {
      let f: Folded;
      try {
        f = fold(name.text);
      } catch (e) {
        if (!(e instanceof NameError)) throw e;
        unread.push(`${p.id}: ${e.message}`);
        return;
      }
      for (const one of [f, ...shortOf(name.text)]) {
        party.push(n);
        which.push(i);
        folded.push(one);
      }
      for (const t of [...f.latin, ...(f.han ?? [])]) seen.add(t.text);
    });
    for (const t of seen) users.set(t, (users.get(t) ?? 0) + 1);
    for (const i of p.identifiers) {
      const key = bare(i.value);
      if (key.length >= 5) identifiers.set(key, [...(identifiers.get(key) ?? []), n]);
    }
  });
  const all = Math.max(1000, parties.length);
  const weights = new Map([...users].map(([t, n]) => [t, Math.log(1 + all / n)] as const));
  const most = Math.log(1 + all);
  const weight = (t: Token): number => (t.kind === "form" ? FORM : t.kind === "number" ? Math.max(NUMBER, weights.get(t.text) ?? 0) : t.kind === "han" ? most : (weights.get(t.text) ?? most));
  return {
    parties,
    party: Int32Array.from(party),
    which: Int32Array.from(which),
    folded,
    postings: postings(folded),
    weight,
    identifiers,
    unread,
  };
}

/** Names that may be meant, best first. */
export const candidates = (index: NameIndex, f: Folded, most: number): number[] => nearest(index.postings, f, most);
