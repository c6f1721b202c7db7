import { otherSyllables } from "./pinyin-words.js";

const [A, B, C] = [new Uint16Array(260), new Uint16Array(260), new Uint16Array(260)];

/**
 * Edits between two words, a swap of neighbours counting as one (optimal string alignment). Words over 256 letters count as wholly different.
 * @example edits("huawei", "hauwei") //=> 1
 */
export function edits(a: string, b: string): number {
  const [m, n] = [a.length, b.length];
  if (m > 256 || n > 256) return Math.max(m, n);
  let [before, last, now] = [A, B, C];
  for (let j = 0; j <= n; j++) last[j] = j;
  for (let i = 1; i <= m; i++) {
    now[0] = i;
    for (let j = 1; j <= n; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let best = Math.min((last[j] as number) + 1, (now[j - 1] as number) + 1, (last[j - 1] as number) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) best = Math.min(best, (before[j - 2] as number) + 1);
      now[j] = best;
    }
    [before, last, now] = [last, now, before];
  }
  return last[n] as number;
}

const [SEEN_A, SEEN_B] = [new Uint8Array(260), new Uint8Array(260)];
/** Jaro-Winkler likeness of two words, 0 to 1. */
export function jaroWinkler(a: string, b: string): number {
  const [m, n] = [a.length, b.length];
  if (a === b) return 1;
  if (m === 0 || n === 0 || m > 256 || n > 256) return 0;
  const reach = Math.max(0, (Math.max(m, n) >> 1) - 1);
  SEEN_A.fill(0, 0, m);
  SEEN_B.fill(0, 0, n);
  let common = 0;
  for (let i = 0; i < m; i++)
    for (let j = Math.max(0, i - reach); j < Math.min(n, i + reach + 1); j++)
      if (SEEN_B[j] === 0 && a.charCodeAt(i) === b.charCodeAt(j)) {
        SEEN_A[i] = 1;
        SEEN_B[j] = 1;
        common++;
        break;
      }
  if (common === 0) return 0;
  let [swaps, j] = [0, 0];
  for (let i = 0; i < m; i++)
    if (SEEN_A[i] === 1) {
      while (SEEN_B[j] === 0) j++;
      if (a.charCodeAt(i) !== b.charCodeAt(j)) swaps++;
      j++;
    }
  const jaro = (common / m + common / n + (common - swaps / 2) / common) / 3;
  let prefix = 0;
  while (prefix < Math.min(4, m, n) && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tch|tsch/g, "ch"],
  [/sch|shch/g, "sh"],
  [/kh|gh/g, "h"],
  [/ph/g, "f"],
  [/ou/g, "u"],
  [/oo/g, "u"],
  [/ee/g, "i"],
  [/x/g, "ks"],
  [/ck|q|c(?=[aou]|$)/g, "k"],
  [/w/g, "v"],
  [/dj|dzh/g, "j"],
  [/zh/g, "j"],
  [/iy|yi|ij|y/g, "i"],
  [/e?v$/g, "v"],
  [/(.)\1+/g, "$1"],
];
/** A word's sound, and which letters it and its sound hold. */
interface Heard {
  readonly sound: string;
  readonly letters: number;
  readonly soundLetters: number;
  /** Its sound without vowels, where it ends in none: Ahmad, Ahmed. */
  readonly bones: string;
}
const heard = new Map<string, Heard>();
const HEARD_MOST = 50_000;
function hear(word: string): Heard {
  const known = heard.get(word);
  if (known !== undefined) return known;
  const s = SOUNDS.reduce((w, [from, to]) => w.replace(from, to), word);
  const h = { sound: s, letters: lettersOf(word), soundLetters: lettersOf(s), bones: /[aeiou]$/.test(s) ? "" : s.replace(/[aeiou]/g, "") };
  if (heard.size >= HEARD_MOST) heard.clear();
  heard.set(word, h);
  return h;
}
/** Letters as bits; signs that share a bit only make words seem more alike than they are. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}
function count(bits: number): number {
  let n = 0;
  for (let b = bits; b !== 0; b &= b - 1) n++;
  return n;
}
/** Whether a word and several written together may be alike: but for two letters they hold the same. */
export function mayJoin(one: string, many: readonly string[]): boolean {
  let letters = 0;
  for (const w of many) letters |= hear(w).letters;
  return least(hear(one).letters, letters) <= 2;
}
/** Edits there must at least be: each letter that only one of two words holds takes one. */
const least = (a: number, b: number): number => Math.max(count(a & ~b), count(b & ~a));

/** A word by its sound, so that usual ways of writing the same sound in Latin letters fall together. */
export const sound = (word: string): string => hear(word).sound;

/** Whether names of persons differ only in vowels within, as renderings of Arabic do: Ahmad and Ahmed, Husayn and Hussein. */
export function sameBones(a: string, b: string): boolean {
  const { bones } = hear(a);
  return bones.length >= 3 && bones === hear(b).bones && Math.abs(a.length - b.length) <= 2 && !otherSyllables(a, b);
}

/** A word cut short: "petrochem" for "petrochemical". Only words that many names hold are. */
export function cutShort(short: string, long: string): number {
  if (short.length < 3 || long.length < short.length + 2 || !long.startsWith(short)) return 0;
  return short.length >= 5 ? 0.93 : 0.88;
}

/** What two words are worth to each other. Below this they are strangers. */
export const STRANGERS = 0.72;
/** A letter more, less or other makes another word of a short one, unless it sounds the same. */
const TWO_EDITS = 0.89;
const OTHER_SYLLABLES = 0.8;
const PLURAL = 0.96;
const SHORT = [0, 0, 0, 0, 0.78, 0.86] as const;

/**
 * How alike two words are, 0 to 1: the better of Jaro-Winkler and edits by length, and of their sounds a little less. Short words must be equal or nearly so.
 */
export function alike(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a.length, b.length] : [b.length, a.length];
  // One or many: "cell" and "cells".
  if (short >= 4 && (a === `${b}s` || b === `${a}s`)) return PLURAL;
  // Longer by so much, no edit and no spelling of a sound makes them alike.
  if (short <= 3 || long - short > 2 + long * 0.28) return 0;
  const [ha, hb] = [hear(a), hear(b)];
  const [sa, sb] = [ha.sound, hb.sound];
  if (sa === sb) return long <= 4 ? 0.9 : 0.95;
  if (1 - least(ha.letters, hb.letters) / long < STRANGERS && 1 - least(ha.soundLetters, hb.soundLetters) / Math.max(sa.length, sb.length) < STRANGERS) return 0;
  const e = edits(a, b);
  if (long <= 5) return e === 1 ? (SHORT[long] as number) : 0;
  if (e > 1 + long / 2) return 0;
  const byLetters = e <= Math.max(1, long >> 2) ? jaroWinkler(a, b) : 0;
  const likeness = Math.max(1 - e / long, e === 1 ? byLetters : Math.min(TWO_EDITS, byLetters));
  const best = likeness >= 0.97 ? likeness : Math.max(likeness, (1 - edits(sa, sb) / Math.max(sa.length, sb.length)) * 0.97);
  return best > OTHER_SYLLABLES && otherSyllables(a, b) ? OTHER_SYLLABLES : best;
}
