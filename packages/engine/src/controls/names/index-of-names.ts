import type { Party } from "../types.js";
import { type Folded, fold, NameError, type Token } from "./fold.js";
import { initials } from "./parts.js";
import { type FoldedNames, FoldedWriter } from "./folded-names.js";
import { nearest, type Postings, postings } from "./postings.js";
import { type Uses, weights } from "./rarity.js";

/** Listed names, taken apart and ready to be searched. Immutable. */
export interface NameIndex {
  readonly parties: readonly Party[];
  /** Of each name: whose it is, which of its names, and its words. */
  readonly party: Int32Array;
  readonly which: Int32Array;
  readonly folded: FoldedNames;
  readonly postings: Postings;
  readonly uses: Uses;
  /** Rarity of words, by parties that use them; pinned to these lists. */
  readonly weight: (t: Token) => number;
  /** Identifiers of parties, without signs, to the parties. */
  readonly identifiers: ReadonlyMap<string, readonly number[]>;
  /** Names that could not be taken apart: none is dropped in silence. */
  readonly unread: readonly string[];
  /** Which lists the rarity of words was counted in: two indexes of the same edition give the same scores. */
  readonly edition: string;
}

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
 * Makes the index of all names of all parties. Some 14,000 parties take about half a second; `openNameIndex` opens one made before.
 * @example matchNames(buildNameIndex(parties), { name: "Huawei" }, { limit: 5 })
 */
export function buildNameIndex(parties: readonly Party[]): NameIndex {
  const [party, which, unread]: [number[], number[], string[]] = [[], [], []];
  const folded: Folded[] = [];
  const words = new Map<string, [number, number]>();
  parties.forEach((p, n) => {
    const person = p.type === "person";
    const seen = new Set<string>();
    p.names.forEach((name, i) => {
      let f: Folded;
      try {
        f = fold(name.text, person);
      } catch (e) {
        if (!(e instanceof NameError)) throw e;
        unread.push(`${p.id}: ${e.message}`);
        return;
      }
      for (const one of [f, ...(person ? [] : shorter(name.text))]) {
        party.push(n);
        which.push(i);
        folded.push(one);
      }
      for (const t of [...f.latin, ...(f.han ?? [])]) seen.add(t.text);
    });
    for (const t of seen) {
      const [all, persons] = words.get(t) ?? [0, 0];
      words.set(t, [all + 1, persons + (person ? 1 : 0)]);
    }
  });
  const writer = new FoldedWriter();
  for (const f of folded) writer.add(f);
  return indexOf({ parties, party: Int32Array.from(party), which: Int32Array.from(which), folded: writer.done(), postings: postings(folded), uses: { parties: parties.length, words }, unread });
}

/** The index with what follows from its parts. */
export function indexOf(parts: Omit<NameIndex, "weight" | "identifiers" | "edition">): NameIndex {
  let identifiers: Map<string, readonly number[]> | undefined;
  let edition: string | undefined;
  return {
    ...parts,
    weight: weights(parts.uses),
    get identifiers() {
      identifiers ??= identifiersOf(parts.parties);
      return identifiers;
    },
    get edition() {
      edition ??= editionOf(parts.parties);
      return edition;
    },
  };
}

function identifiersOf(parties: readonly Party[]): Map<string, readonly number[]> {
  const out = new Map<string, readonly number[]>();
  parties.forEach((p, n) => {
    for (const i of p.identifiers) {
      const key = bare(i.value);
      if (key.length >= 5) out.set(key, [...(out.get(key) ?? []), n]);
    }
  });
  return out;
}

/** Changes with every change of how names are taken apart or weighed. */
const MANNER = 2;
/** A sign for these parties and their names, the same for the same lists. */
export function editionOf(parties: readonly Party[]): string {
  let hash = 0x811c9dc5;
  const add = (text: string): void => {
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ 10, 0x01000193);
  };
  for (const p of parties) {
    add(p.id);
    add(p.type);
    for (const n of p.names) add(n.text);
  }
  return `${MANNER}-${parties.length}-${(hash >>> 0).toString(16).padStart(8, "0")}`;
}

/** Names that may be meant, best first. */
export const candidates = (index: NameIndex, f: Folded, most: number): number[] => nearest(index.postings, f, most);
