import type { Party, PartyName, PartyType } from "../types.js";
import { type Folded, fold, type Token } from "./fold.js";
import { bare, candidates, type NameIndex } from "./index-of-names.js";
import { birth } from "./born.js";
import { DOUBTFUL, type Reason, scoreNames } from "./score.js";
import { isCommon } from "./words.js";

/** Who is asked about. */
export interface NameQuery {
  readonly name: string;
  readonly type?: PartyType;
  /** Two-letter code. */
  readonly country?: string;
  readonly address?: string;
  readonly identifier?: string;
  /** Of a person: 1960-05-02, 1960-05 or 1960. */
  readonly born?: string;
}
/** A listed party that may be meant, the name of it that fits best, and why. */
export interface NameMatch {
  readonly party: number;
  readonly score: number;
  readonly name: string;
  readonly because: readonly Reason[];
}
export interface Matches {
  readonly matches: readonly NameMatch[];
  /** How many parties reached the threshold, shown or not. */
  readonly total: number;
  /** How many names the index holds. */
  readonly searched: number;
}

export interface MatchOptions {
  readonly limit?: number;
  readonly threshold?: number;
  /** Only parties for which it is true. */
  readonly keep?: (p: Party) => boolean;
}

/**
 * From here on a name is shown as one that may be meant, and from there on taken as the party's. Chosen on the labelled pairs of test/names: see docs/assumptions.md.
 */
export const POSSIBLE = 0.7;
export const STRONG = 0.85;
const CANDIDATES = 60;
const BIRTH = { same: 0.05, fits: 0, near: 0.9, differs: 0.7 } as const;
const BIRTH_SAYS = {
  same: "the same day of birth",
  fits: "birth dates that may be the same",
  near: "birth dates a year apart, or day and month the other way round",
  differs: "another birth date",
} as const;
const [COUNTRY_DIFFERS, TYPE_DIFFERS] = [0.9, 0.8];

/**
 * Listed parties whose names fit a name, best first, each with the reasons of its score.
 * @throws NameError for a name that cannot be compared
 * @example matchNames(index, { name: "Hauwei Technologies" }, { limit: 5 }).matches[0]?.score //=> about 0.9
 */
export function matchNames(index: NameIndex, query: NameQuery, options: MatchOptions = {}): Matches {
  const { limit = 10, threshold = POSSIBLE, keep } = options;
  const number = query.identifier === undefined ? "" : bare(query.identifier);
  const f = number !== "" && query.name.trim() === "" ? undefined : read(query.name);
  const best = new Map<number, { score: number; at: number }>();
  for (const at of f === undefined ? [] : candidates(index, query.type === "person" ? f.person : f.body, CANDIDATES)) {
    const n = index.party[at] as number;
    if (keep !== undefined && !keep(index.parties[n] as Party)) continue;
    const { score } = byName(index, f as Read, at, query, false);
    if (score > (best.get(n)?.score ?? 0)) best.set(n, { score, at });
  }
  const scored = [...best].map(([n, b]) => ({ n, at: b.at, ...adjusted(index.parties[n] as Party, query, b.score) }));
  for (const n of number === "" ? [] : (index.identifiers.get(number) ?? [])) {
    if (keep !== undefined && !keep(index.parties[n] as Party)) continue;
    const reason: Reason = { feature: "identifier", score: 1, weight: 1, query: query.identifier as string, candidate: number, detail: "the same number: it decides" };
    const held = scored.find((s) => s.n === n);
    if (held === undefined) scored.push({ n, at: index.party.indexOf(n), score: 1, reasons: [reason] });
    else Object.assign(held, { score: 1, reasons: [...held.reasons, reason] });
  }
  const found = scored.filter((s) => s.score >= threshold).sort((a, b) => b.score - a.score || ((index.parties[a.n] as Party).id < (index.parties[b.n] as Party).id ? -1 : 1));
  return {
    total: found.length,
    searched: index.folded.size,
    matches: found.slice(0, limit).map((s) => ({
      party: s.n,
      score: Math.round(s.score * 10_000) / 10_000,
      name: nameOf(index, s.n, s.at)?.text ?? "",
      because: [...(f === undefined || s.at < 0 ? [] : byName(index, f, s.at, query, true).reasons), ...s.reasons],
    })),
  };
}

/** A query as it is read for bodies and for persons. */
interface Read {
  readonly body: Folded;
  readonly person: Folded;
}
function read(name: string): Read {
  let person: Folded | undefined;
  return {
    body: fold(name),
    get person() {
      person ??= fold(name, true);
      return person;
    },
  };
}
/** The listed name that a place of the index stands for. */
const nameOf = (index: NameIndex, party: number, at: number): PartyName | undefined => (index.parties[party] as Party).names[at < 0 ? 0 : (index.which[at] as number)];

/** The best of the ways in which two names can be read: in Chinese where both have it, else in Latin letters. */
function byName(index: NameIndex, asked: Read, at: number, query: NameQuery, explain: boolean): { score: number; reasons: readonly Reason[] } {
  const c = index.folded.at(at);
  const { type } = index.parties[index.party[at] as number] as Party;
  const person = (query.type === undefined || query.type === "person") && (type === "person" || (type === "unknown" && mayBePerson(c.latin)));
  const f = type === "person" ? asked.person : asked.body;
  const run = (a: readonly Token[], b: readonly Token[], sure: boolean): { score: number; reasons: readonly Reason[] } => scoreNames(a, b, index.weight, person, sure);
  let [best, way]: [number, readonly [readonly Token[], readonly Token[]]] = [-1, [f.latin, c.latin]];
  for (const w of ways(f, c)) {
    const { score } = run(w[0], w[1], false);
    if (score > best) [best, way] = [score, w];
  }
  const weak = best > DOUBTFUL && nameOf(index, index.party[at] as number, at)?.kind === "weak-alias";
  if (!explain) return { score: weak ? DOUBTFUL : best, reasons: [] };
  const { score, reasons } = run(way[0], way[1], true);
  if (!weak) return { score, reasons };
  return {
    score: DOUBTFUL,
    reasons: [...reasons, { feature: "weak-alias", score: DOUBTFUL, weight: 1, query: "", candidate: "", detail: `the list itself calls this name a weak alias: at most ${DOUBTFUL}` }],
  };
}

/** Whether the name of a party of no known kind may be a person's: two to five words, none of them a legal form, a number or a trade. */
const mayBePerson = (words: readonly Token[]): boolean => words.length >= 2 && words.length <= 5 && words.every((t) => t.kind === "word" && !isCommon(t.text));

function ways(f: Folded, c: Folded): (readonly [readonly Token[], readonly Token[]])[] {
  if (f.han !== undefined && c.han !== undefined) return [[f.han, c.han]];
  return [
    [f.latin, c.latin],
    ...(c.pinyin === undefined ? [] : [[f.latin, c.pinyin] as const]),
    ...(f.pinyin === undefined ? [] : [[f.pinyin, c.latin] as const]),
    ...(c.also ?? []).map((other) => [f.latin, other] as const),
    ...(f.also ?? []).map((other) => [other, c.latin] as const),
  ];
}

/** What country, type and address add to or take from the score of the name. */
function adjusted(p: Party, q: NameQuery, score: number): { score: number; reasons: readonly Reason[] } {
  const reasons: Reason[] = [];
  let now = score;
  if (q.country !== undefined && p.countries.length > 0) {
    const same = p.countries.includes(q.country);
    if (!same) now *= COUNTRY_DIFFERS;
    reasons.push({
      feature: "country",
      score: same ? 1 : 0,
      weight: same ? 1 : COUNTRY_DIFFERS,
      query: q.country,
      candidate: p.countries.join(" "),
      detail: same ? "the same country" : "no country in common",
    });
  }
  const b = q.born === undefined || p.born === undefined ? undefined : birth(q.born, p.born);
  if (b !== undefined) {
    now = b.how === "same" ? Math.min(1, now + BIRTH.same) : b.how === "fits" ? now : now * BIRTH[b.how];
    reasons.push({ feature: "birth", score: b.how === "differs" ? 0 : b.how === "near" ? 0.5 : 1, weight: BIRTH[b.how], query: q.born as string, candidate: b.of, detail: BIRTH_SAYS[b.how] });
  }
  if (q.type !== undefined && q.type !== "unknown" && p.type !== "unknown" && q.type !== p.type) {
    now *= TYPE_DIFFERS;
    reasons.push({ feature: "type", score: 0, weight: TYPE_DIFFERS, query: q.type, candidate: p.type, detail: "another kind of party" });
  }
  if (q.address !== undefined && p.addresses.length > 0) {
    const wordsOf = (text: string): Set<string> =>
      new Set(
        text
          .toLowerCase()
          .split(/[^\p{L}\p{N}]+/u)
          .filter((w) => w.length > 2),
      );
    const asked = wordsOf(q.address);
    let [share, where] = [0, ""];
    for (const a of p.addresses) {
      const listed = wordsOf(a);
      const common = [...asked].filter((w) => listed.has(w)).length / Math.max(1, Math.min(asked.size, listed.size));
      if (common > share) [share, where] = [common, a];
    }
    if (share >= 0.5) now = Math.min(1, now + 0.05 * share);
    reasons.push({ feature: "address", score: Math.round(share * 100) / 100, weight: 0.05, query: q.address.slice(0, 120), candidate: where.slice(0, 120), detail: "words that the addresses share" });
  }
  return { score: Math.min(1, now), reasons };
}
