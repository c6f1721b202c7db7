import type { Party } from "../types.js";
import { type Folded, fold, NameError, type Token } from "./fold.js";
import { initials } from "./parts.js";
import { isCommon } from "./words.js";
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
/** A word of the table weighs at most so much, however rare in these lists; another at least so much, however many companies of one group bear it. */
const [COMMON, OWN] = [5.5, 6.5];
const worthOf = (word: string, rarity: number, ofPersons: boolean): number => (ofPersons ? rarity : isCommon(word) ? Math.min(COMMON, rarity) : Math.max(OWN, rarity));
/** An identifier without spaces and signs. */
export const bare = (value: string): string => value.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");

/**
 * A name without the short name that some lists print in brackets, and with that in place of what it is short for: its first word, or its initials. A place in brackets is none.
 */
function shorter(text: string): Folded[] {
  const m = /^(.{4,}?)\s*\(([^()]{2,20})\)\s*(.*)$/.exec(text.trim());
  if (m === null || m[1] === undefined || m[2] === undefined) return [];
  try {
    const [full, short] = [fold(m[1]), fold(m[2])];
    const word = short.latin.length === 1 ? short.latin[0] : undefined;
    if (word?.kind !== "word" || word.text.length < 3) return [];
    if (full.latin[0]?.text !== word.text && !initials(full.latin).includes(word.text)) return [];
    const rest = m[3] === undefined || !/[\p{L}\p{N}]/u.test(m[3]) ? "" : m[3];
    return [fold(`${m[1]} ${rest}`), fold(`${m[2]} ${rest}`)];
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
  const [users, persons] = [new Map<string, number>(), new Map<string, number>()];
  const identifiers = new Map<string, number[]>();
  parties.forEach((p, n) => {
    const seen = new Set<string>();
    p.names.forEach((name, i) => {
      let f: Folded;
      try {
        f = fold(name.text, p.type === "person");
      } catch (e) {
        if (!(e instanceof NameError)) throw e;
        unread.push(`${p.id}: ${e.message}`);
        return;
      }
      for (const one of [f, ...(p.type === "person" ? [] : shorter(name.text))]) {
        party.push(n);
        which.push(i);
        folded.push(one);
      }
      for (const t of [...f.latin, ...(f.han ?? [])]) seen.add(t.text);
    });
    for (const t of seen) users.set(t, (users.get(t) ?? 0) + 1);
    if (p.type === "person") for (const t of seen) persons.set(t, (persons.get(t) ?? 0) + 1);
    for (const i of p.identifiers) {
      const key = bare(i.value);
      if (key.length >= 5) identifiers.set(key, [...(identifiers.get(key) ?? []), n]);
    }
  });
  const all = Math.max(1000, parties.length);
  const most = Math.log(1 + all);
  const weights = new Map([...users].map(([t, n]) => [t, worthOf(t, Math.log(1 + all / n), (persons.get(t) ?? 0) * 2 >= n)] as const));
  const weight = (t: Token): number =>
    t.kind === "form" ? FORM : t.kind === "number" ? Math.max(NUMBER, weights.get(t.text) ?? 0) : t.kind === "han" ? most : (weights.get(t.text) ?? (isCommon(t.text) ? COMMON : most));
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
