import { align, OPTIONAL, type Pair } from "./align.js";
import type { Token } from "./fold.js";
import { initials } from "./parts.js";
import { isCommon, isPlace } from "./words.js";

/** One line of why a score is what it is. */
export interface Reason {
  readonly feature: "word" | "missing" | "surplus" | "number" | "country" | "type" | "identifier" | "address" | "birth" | "rarest" | "common" | "place" | "initials" | "weak-alias";
  /** How well it fits, 0 to 1, and how much of the score it carries or what it multiplies it by. */
  readonly score: number;
  readonly weight: number;
  readonly query: string;
  readonly candidate: string;
  readonly detail: string;
}
/** What a word is worth: rare words much, common ones little, legal forms next to nothing. */
export type Weight = (t: Token) => number;
export interface Scored {
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** Coverage of the query counts more than that of the candidate: people leave words out. */
const QUERY_SHARE = 0.6;
/** A likeness that is not sameness counts less than it says. */
const worth = (likeness: number): number => Math.max(0, 1 - (1 - likeness) * 1.5);
const NUMBERS_DIFFER = 0.4;
const RAREST_DIFFERS = 0.62;
/** Names that share only words such as "technology" and "China", and each has others. */
const ONLY_COMMON = 0.75;
/** Bodies in places that differ are most often two. */
const PLACES_DIFFER = 0.88;
/** What is left over says little where it is the trade of the listed body, or a place. */
const LEFT_OVER = 0.7;
/** Below the mark from which a name is taken as the party's. */
export const DOUBTFUL = 0.84;
/** The telling word of a name must be this alike for more. */
const SURE = 0.9;

/** How well two names fit, word by word. @param person both may be a person's name */
export function scoreNames(q: readonly Token[], c: readonly Token[], weight: Weight, person: boolean, explain: boolean): Scored {
  if (q.length === 0 || c.length === 0) return { score: 0, reasons: [] };
  const pairs = align(q, c, person);
  const [usedQ, usedC] = [new Set(pairs.flatMap((p) => p.query)), new Set(pairs.flatMap((p) => p.candidate))];
  const part = (tokens: readonly Token[], i: number, used: ReadonlySet<number>, light: (word: string) => boolean): number => {
    const t = tokens[i] as Token;
    if (person || used.has(i) || t.kind !== "word") return 1;
    return light(t.text) ? LEFT_OVER : isOwnInitials(tokens, i) ? OWN_INITIALS : 1;
  };
  const wq = weighed(q, weight).map((w, i) => w * part(q, i, usedQ, isPlace));
  const wc = c.map((t, j) => weight(t) * part(c, j, usedC, isCommon));
  const sum = (all: readonly number[]): number => all.reduce((n, w) => n + w, 0);
  const [allQ, allC] = [sum(wq), sum(wc)];
  let [heldQ, heldC] = [0, 0];
  for (const p of pairs) {
    heldQ += sum(p.query.map((i) => wq[i] as number)) * worth(p.likeness);
    heldC += sum(p.candidate.map((j) => wc[j] as number)) * worth(p.likeness);
  }
  const [coverQ, coverC] = [heldQ / allQ, heldC / allC];
  let score = coverQ === 0 || coverC === 0 ? 0 : 1 / (QUERY_SHARE / coverQ + (1 - QUERY_SHARE) / coverC);
  const reasons: Reason[] = [];
  const numbers = (tokens: readonly Token[]): string[] => tokens.filter((t) => t.kind === "number").map((t) => t.text);
  const [nq, nc] = [numbers(q), numbers(c)];
  if (nq.length > 0 && nc.length > 0 && !nq.some((n) => nc.includes(n))) {
    score *= NUMBERS_DIFFER;
    if (explain) reasons.push({ feature: "number", score: 0, weight: NUMBERS_DIFFER, query: nq.join(" "), candidate: nc.join(" "), detail: "numbers that differ: another body" });
  }
  // Initials are shared by many: they point to a name and prove none.
  const byInitials = pairs.filter((p) => p.how === "initials").reduce((n, p) => n + sum(p.query.map((i) => wq[i] as number)), 0) / allQ;
  if (byInitials > 0.5 && score > DOUBTFUL) {
    score = DOUBTFUL;
    if (explain) reasons.push({ feature: "initials", score: DOUBTFUL, weight: 1, query: "", candidate: "", detail: `most of it rests on initials: at most ${DOUBTFUL}` });
  }
  if (!person && onlyCommon(q, c, pairs, usedQ, usedC)) {
    score *= ONLY_COMMON;
    if (explain) reasons.push({ feature: "common", score: 0, weight: ONLY_COMMON, query: "", candidate: "", detail: "they share only words that say what a body does or where, and differ in others" });
  }
  const [placesQ, placesC] = person ? ["", ""] : [places(q, usedQ), places(c, usedC)];
  if (placesQ !== "" && placesC !== "") {
    score *= PLACES_DIFFER;
    if (explain) reasons.push({ feature: "place", score: 0, weight: PLACES_DIFFER, query: placesQ, candidate: placesC, detail: "places that differ" });
  }
  const rarest = (tokens: readonly Token[], w: readonly number[]): number => w.reduce((best, x, i) => ((tokens[i] as Token).kind !== "form" && x > (w[best] as number) ? i : best), 0);
  const [rq, rc] = [rarest(q, wq), rarest(c, wc)];
  const [pairQ, pairC] = [pairs.find((p) => p.query.includes(rq)), pairs.find((p) => p.candidate.includes(rc))];
  const known = (p: Pair | undefined): boolean => p !== undefined && p.likeness >= 0.8;
  if (!known(pairQ) && !known(pairC)) {
    score *= RAREST_DIFFERS;
    if (explain)
      reasons.push({ feature: "rarest", score: 0, weight: RAREST_DIFFERS, query: (q[rq] as Token).text, candidate: (c[rc] as Token).text, detail: "the rarest word of each is not in the other" });
  }
  // Every word of a person's name tells who it is.
  const telling = Math.min(pairQ?.likeness ?? 1, pairC?.likeness ?? 1, ...(person ? pairs.filter((p) => p.how === "alike").map((p) => p.likeness) : []));
  if (telling < SURE && score > DOUBTFUL) {
    score = DOUBTFUL;
    if (explain)
      reasons.push({ feature: "rarest", score: telling, weight: 1, query: (q[rq] as Token).text, candidate: (c[rc] as Token).text, detail: `a telling word is only alike: at most ${DOUBTFUL}` });
  }
  if (explain) reasons.unshift(...words(q, c, pairs, wq, wc, allQ));
  return { score, reasons };
}

/** The weights of a name's words, counted once for each name of a query. */
const known = new WeakMap<readonly Token[], readonly [Weight, readonly number[]]>();
function weighed(tokens: readonly Token[], weight: Weight): readonly number[] {
  const before = known.get(tokens);
  if (before?.[0] === weight) return before[1];
  const all = tokens.map(weight);
  known.set(tokens, [weight, all]);
  return all;
}

/** A name followed by its own initials: they add nothing. */
const OWN_INITIALS = 0.1;
const isOwnInitials = (tokens: readonly Token[], i: number): boolean => {
  const { text } = tokens[i] as Token;
  if (tokens.length < 4 || text.length < 3 || text.length > 8 || isCommon(text)) return false;
  return initials(tokens.filter((_, j) => j !== i)).includes(text);
};
const places = (tokens: readonly Token[], used: ReadonlySet<number>): string =>
  tokens
    .filter((t, i) => !used.has(i) && t.kind === "word" && isPlace(t.text))
    .map((t) => t.text)
    .join(" ");

/** Whether nothing that two names share says which body it is, and something in which they differ does or may. */
function onlyCommon(q: readonly Token[], c: readonly Token[], pairs: readonly Pair[], usedQ: ReadonlySet<number>, usedC: ReadonlySet<number>): boolean {
  const says = (t: Token): boolean => t.kind === "han" || t.kind === "number" || (t.kind === "word" && !isCommon(t.text));
  if (pairs.some((p) => p.how === "initials" || p.query.some((i) => says(q[i] as Token)) || p.candidate.some((j) => says(c[j] as Token)))) return false;
  const left = (tokens: readonly Token[], used: ReadonlySet<number>): Token[] =>
    tokens.filter((t, i) => !used.has(i) && t.kind !== "form" && !isOwnInitials(tokens, i) && t.text !== "national" && !OPTIONAL.has(t.text));
  const [leftQ, leftC] = [left(q, usedQ), left(c, usedC)];
  // A branch in another place is the same body, two places are not.
  return [...leftQ, ...leftC].some((t) => !isPlace(t.text)) || (leftQ.length > 0 && leftC.length > 0);
}

const HOW: Readonly<Record<Pair["how"], string>> = {
  same: "the same word",
  alike: "alike in letters or sound",
  joined: "written as one word or as several",
  initials: "initials of these words",
  initial: "initial of a given name",
  family: "other spelling of a family name",
};
const round = (n: number): number => Math.round(n * 10_000) / 10_000;

function words(q: readonly Token[], c: readonly Token[], pairs: readonly Pair[], wq: readonly number[], wc: readonly number[], all: number): Reason[] {
  const text = (tokens: readonly Token[], at: readonly number[]): string => at.map((i) => (tokens[i] as Token).text).join(" ");
  const part = (w: readonly number[], at: readonly number[]): number => round(at.reduce((n, i) => n + (w[i] as number), 0) / all);
  const loose = (n: number, taken: (p: Pair) => readonly number[]): number[] => Array.from({ length: n }, (_, i) => i).filter((i) => !pairs.some((p) => taken(p).includes(i)));
  const [missing, surplus] = [loose(q.length, (p) => p.query), loose(c.length, (p) => p.candidate)];
  return [
    ...pairs.map((p): Reason => ({ feature: "word", score: round(p.likeness), weight: part(wq, p.query), query: text(q, p.query), candidate: text(c, p.candidate), detail: HOW[p.how] })),
    ...(missing.length === 0 ? [] : [{ feature: "missing" as const, score: 0, weight: part(wq, missing), query: text(q, missing), candidate: "", detail: "asked for, not in the listed name" }]),
    ...(surplus.length === 0
      ? []
      : [
          {
            feature: "surplus" as const,
            score: 0,
            weight: round(surplus.reduce((n, j) => n + (wc[j] as number), 0) / all),
            query: "",
            candidate: text(c, surplus),
            detail: "in the listed name, not asked for",
          },
        ]),
  ];
}
