import anyAscii from "any-ascii";
import { Converter } from "opencc-js/t2cn";
import { pinyin } from "pinyin-pro";
import { FORM_PHRASES, FORMS_AT_ENDS, FORMS_LATIN, ORDINALS, STOP } from "./forms.js";
import { type Piece, pieces } from "./han.js";
import { SAME } from "./words.js";

/** One word of a name: a word, a legal form, a number, or Chinese that no table knows. */
export interface Token {
  readonly text: string;
  /** As it was written, where the table reads it as another. */
  readonly raw?: string;
  readonly kind: "word" | "form" | "number" | "han";
  /** The first letter as it was written, for abbreviations. */
  readonly initial: string;
}
/** A name as it is compared: in Latin letters, and in Chinese where it has any. */
export interface Folded {
  readonly latin: readonly Token[];
  /** Its Chinese as pinyin throughout, no word put into English. */
  readonly pinyin?: readonly Token[];
  readonly han?: readonly Token[];
  /** Other renderings in English of Chinese words that have several. */
  readonly also?: readonly (readonly Token[])[];
}
/** Thrown for a name that cannot be compared. */
export class NameError extends Error {
  constructor(
    readonly code: "empty-name" | "name-too-long",
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}
export const LONGEST = 1000;
/** Words that a name may have: none that is listed comes near, and each takes time. */
export const MOST_WORDS = 100;

let converter: ReturnType<typeof Converter> | undefined;
/** Traditional characters made simplified; the table is made ready when it is first needed. */
function simplified(text: string): string {
  converter ??= Converter({ from: "t", to: "cn" });
  return converter(text);
}
const HAN = /\p{Script=Han}/u;
const HAN_RUN = /[\p{Script=Han}〇零一二三四五六七八九十百]+/gu;

/**
 * A name taken apart for comparing: width, case, accents, brackets, hidden signs, traditional characters and legal forms make no difference.
 * @param person the name is a person's: no word of it is a legal form, a number or a filler
 * @throws NameError for a name without a letter or digit, longer than 1,000 characters or of more than 100 words
 * @example fold("華為技術有限公司").latin.map((t) => t.text) //=> ["huawei", "technology", "co"]
 */
export function fold(name: string, person = false): Folded {
  if (name.length > LONGEST * 4) throw tooLong(name.length);
  const clean = name
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, (signs) => (/[\p{Cc}\p{Co}\p{Cs}]/u.test(signs) ? " " : ""))
    .trim();
  if (clean.length > LONGEST) throw tooLong(clean.length);
  if (!/[\p{L}\p{N}]/u.test(clean)) throw new NameError("empty-name", "the name holds no letter and no digit", "give the name as it is written on papers");
  const folded = HAN.test(clean) ? chinese(simplified(clean).replace(/第\s*(?=\d)/g, ""), person) : { latin: latin(clean, person) };
  if (folded.latin.length > MOST_WORDS) throw new NameError("name-too-long", `the name has ${folded.latin.length} words: at most ${MOST_WORDS}`, "give one name at a time");
  // A name of fillers or legal forms only, such as "The" or "AB", is what it says.
  return folded.han !== undefined || folded.latin.some((t) => t.kind !== "form") ? folded : { latin: latin(clean, true) };
}
const tooLong = (length: number): NameError => new NameError("name-too-long", `the name has ${length.toLocaleString("en")} characters: at most ${LONGEST}`, "give one name at a time");

function chinese(text: string, person: boolean): Folded {
  const [asLatin, asHan, asPinyin]: [Token[], Token[], Token[]] = [[], [], []];
  const also: Token[][] = [];
  let at = 0;
  const between = (to?: number): void => {
    const tokens = latin(text.slice(at, to), person);
    for (const list of [asLatin, asHan, asPinyin, ...also]) list.push(...tokens);
  };
  for (const run of text.matchAll(HAN_RUN)) {
    between(run.index);
    for (const p of person ? [{ kind: "han", text: run[0], written: run[0] } satisfies Piece] : pieces(run[0])) {
      const [first = "", ...others] = p.renderings ?? [p.text];
      for (const _ of others.slice(also.length)) also.push([...asLatin]);
      const spoken = p.kind === "number" || p.kind === "form" ? tokensOf(p, p.text) : said(p.written, person);
      const read = p.kind === "han" ? spoken : tokensOf(p, first);
      asHan.push(...(p.kind === "han" ? [{ text: p.text, kind: "han", initial: "" } satisfies Token] : read));
      asPinyin.push(...spoken);
      asLatin.push(...read);
      also.forEach((list, i) => list.push(...(others[i] === undefined ? read : tokensOf(p, others[i]))));
    }
    at = (run.index ?? 0) + run[0].length;
  }
  between();
  return { latin: asLatin, pinyin: asPinyin, han: asHan, ...(also.length === 0 ? {} : { also }) };
}
const tokensOf = (p: Piece, text: string): Token[] => text.split(" ").map((word): Token => ({ text: word, kind: p.kind, initial: p.kind === "word" ? word.charAt(0) : "" }));

/** Chinese by its sound: the name of a body as one word, that of a person as the family and what is given. */
function said(text: string, person: boolean): Token[] {
  const sounds = pinyin(text, { toneType: "none", type: "array", surname: person ? "head" : "off" }).map((s) => s.replaceAll("ü", "v").replace(/[^a-z0-9]/g, ""));
  const words = person && sounds.length > 1 && sounds.length <= 4 ? (sounds.length === 4 ? [sounds.slice(0, 2), sounds.slice(2)] : [sounds.slice(0, 1), sounds.slice(1)]) : [sounds];
  return words.map((w) => w.join("")).map((w): Token => ({ text: w === "" ? text : w, kind: "word", initial: w.charAt(0) }));
}

/** Latin, Cyrillic, Arabic, Hangul and other letters as words. */
function latin(text: string, person: boolean): Token[] {
  if (text.trim() === "") return [];
  let plain = anyAscii(text)
    .toLowerCase()
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, "$1")
    .replace(/\bs\.p\.a\b|\bs\.a\.s\b|\bs\.r\.l\b/g, (m) => m.replaceAll(".", ""))
    .replace(/['`’]/g, "")
    .replace(/\br ?(?:&|and) ?d\b/g, "research development")
    .replace(/&/g, " and ");
  if (!person) plain = plain.replace(/[^a-z0-9]+/g, " ").replace(FORM_PHRASES, " co ");
  const parts = plain.split(/[^a-z0-9]+/).filter((p) => p !== "");
  if (person) return parts.map((p): Token => ({ text: p, kind: "word", initial: p.charAt(0) }));
  const out: Token[] = [];
  for (let i = 0; i < parts.length; i++) {
    const p = parts[i] as string;
    const next = parts[i + 1];
    // Names of two words that are written as one.
    if (next !== undefined && COUPLES.has(`${p} ${next}`)) {
      out.push({ text: p + next, kind: "word", initial: p.charAt(0) });
      i++;
      continue;
    }
    // A single letter at the end is no filler: "Group A".
    if (p.length === 1 && i > 0 && next === undefined) {
      out.push({ text: p, kind: /\d/.test(p) ? "number" : "word", initial: /\d/.test(p) ? "" : p });
      continue;
    }
    if ((p === "no" || p === "nr" || p === "number") && next !== undefined && /^\d+(th|st|nd|rd)?$/.test(next)) continue;
    out.push(...word(p, i === 0 || i >= parts.length - 2));
  }
  return out;
}
const COUPLES: ReadonlySet<string> = new Set(["hong kong", "rare earth", "inner mongolia", "supply chain", "heavy industry", "heavy industries"]);

function word(p: string, atEnd: boolean): Token[] {
  const ordinal = ORDINALS.get(p) ?? /^(\d+)(?:th|st|nd|rd)$/.exec(p)?.[1];
  if (ordinal !== undefined) return [{ text: String(Number(ordinal)), kind: "number", initial: "" }];
  if (/^\d+$/.test(p)) return [{ text: p.length > 15 ? p : String(Number(p)), kind: "number", initial: "" }];
  if (STOP.has(p)) return [];
  if (FORMS_LATIN.has(p) || (atEnd && FORMS_AT_ENDS.has(p))) return [{ text: "co", raw: p, kind: "form", initial: p.charAt(0) }];
  const same = SAME.get(p);
  return [same === undefined || same === p ? { text: p, kind: "word", initial: p.charAt(0) } : { text: same, raw: p, kind: "word", initial: p.charAt(0) }];
}
