import anyAscii from "any-ascii";
import { Converter } from "opencc-js/t2cn";
import { pinyin } from "pinyin-pro";
import { FORMS_HAN, FORMS_LATIN, HAN_WORDS, ORDINALS, SAME, STOP } from "./words.js";

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

const simplified = Converter({ from: "t", to: "cn" });
const HAN = /\p{Script=Han}/u;
const HAN_RUN = /[\p{Script=Han}〇零一二三四五六七八九十百]+/gu;

/**
 * A name taken apart for comparing: width, case, accents, brackets, hidden signs, traditional characters and legal forms make no difference.
 * @throws NameError for a name without a letter or digit, or longer than 1,000 characters
 * @example fold("華為技術有限公司").latin.map((t) => t.text) //=> ["huawei", "technology", "co"]
 */
export function fold(name: string): Folded {
  if (name.length > LONGEST * 4) throw tooLong(name.length);
  const clean = name
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu, " ")
    .trim();
  if (clean.length > LONGEST) throw tooLong(clean.length);
  if (!/[\p{L}\p{N}]/u.test(clean)) throw new NameError("empty-name", "the name holds no letter and no digit", "give the name as it is written on papers");
  if (!HAN.test(clean)) return { latin: latin(clean) };
  const chinese = simplified(clean);
  const [asLatin, asHan, asPinyin]: [Token[], Token[], Token[]] = [[], [], []];
  let at = 0;
  for (const run of chinese.matchAll(HAN_RUN)) {
    const between = latin(chinese.slice(at, run.index));
    asLatin.push(...between);
    asHan.push(...between);
    asPinyin.push(...between);
    for (const { token, written } of segments(run[0])) {
      asHan.push(token);
      const spoken = token.kind === "number" || token.kind === "form" ? token : said(written);
      asPinyin.push(spoken);
      asLatin.push(token.kind === "han" ? spoken : token);
    }
    at = (run.index ?? 0) + run[0].length;
  }
  const rest = latin(chinese.slice(at));
  return { latin: [...asLatin, ...rest], pinyin: [...asPinyin, ...rest], han: [...asHan, ...rest] };
}
/** Chinese by its sound, as one word. */
function said(text: string): Token {
  const sounds = pinyin(text, { toneType: "none", type: "array", surname: "off" })
    .join("")
    .replaceAll("ü", "v")
    .replace(/[^a-z0-9]/g, "");
  return { text: sounds === "" ? text : sounds, kind: "word", initial: sounds.charAt(0) };
}
const tooLong = (length: number): NameError => new NameError("name-too-long", `the name has ${length.toLocaleString("en")} characters: at most ${LONGEST}`, "give one name at a time");

/** Latin, Cyrillic, Arabic, Hangul and other letters as words. */
function latin(text: string): Token[] {
  if (text.trim() === "") return [];
  const plain = anyAscii(text)
    .toLowerCase()
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, "$1")
    .replace(/\bs\.p\.a\b|\bs\.a\.s\b|\bs\.r\.l\b/g, (m) => m.replaceAll(".", ""))
    .replace(/['`’]/g, "")
    .replace(/&/g, " and ");
  const out: Token[] = [];
  const parts = plain.split(/[^a-z0-9]+/).filter((p) => p !== "");
  for (let i = 0; i < parts.length; i++) {
    const p = parts[i] as string;
    const next = parts[i + 1];
    // Names of two words that are written as one.
    if ((p === "hong" && next === "kong") || (p === "rare" && next === "earth") || (p === "inner" && next === "mongolia")) {
      out.push({ text: p + next, kind: "word", initial: p.charAt(0) });
      i++;
      continue;
    }
    if ((p === "no" || p === "nr" || p === "number") && next !== undefined && /^\d+(th|st|nd|rd)?$/.test(next)) continue;
    out.push(...word(p));
  }
  return out;
}

function word(p: string): Token[] {
  const ordinal = ORDINALS.get(p) ?? /^(\d+)(?:th|st|nd|rd)$/.exec(p)?.[1];
  if (ordinal !== undefined) return [{ text: String(Number(ordinal)), kind: "number", initial: "" }];
  if (/^\d+$/.test(p)) return [{ text: p.length > 15 ? p : String(Number(p)), kind: "number", initial: "" }];
  if (STOP.has(p)) return [];
  if (FORMS_LATIN.has(p)) return [{ text: "co", kind: "form", initial: p.charAt(0) }];
  const same = SAME.get(p);
  return [same === undefined || same === p ? { text: p, kind: "word", initial: p.charAt(0) } : { text: same, raw: p, kind: "word", initial: p.charAt(0) }];
}

const DIGITS = "〇一二三四五六七八九";
/** A Chinese numeral up to 9999 as digits; undefined for other text. */
export function hanNumber(text: string): string | undefined {
  if (!/^[〇零一二三四五六七八九十百千]+$/.test(text)) return undefined;
  const digit = (c: string): number => (c === "零" ? 0 : DIGITS.indexOf(c));
  if (!/[十百千]/.test(text)) return text.length < 2 ? undefined : [...text].map(digit).join("");
  let [sum, held] = [0, 0];
  for (const c of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[c];
    if (unit === undefined) held = digit(c);
    else {
      sum += (held === 0 ? 1 : held) * unit;
      held = 0;
    }
  }
  return String(sum + held);
}

/** Chinese text by the words of the table, each with how it was written; what is left stands as it is. */
function segments(text: string): { token: Token; written: string }[] {
  const out: { token: Token; written: string }[] = [];
  const put = (word: string, kind: Token["kind"], written: string): void => void out.push({ token: { text: word, kind, initial: kind === "word" ? word.charAt(0) : "" }, written });
  let rest = "";
  const flush = (): void => {
    if (rest !== "") put(rest, "han", rest);
    rest = "";
  };
  for (let i = 0; i < text.length; ) {
    const numbered = /^第?([〇零一二三四五六七八九十百千]+)(?=研究|所|厂|院|局|设计|号|工程|航|部|重)/.exec(text.slice(i));
    const number = numbered === null ? undefined : (hanNumber(numbered[1] as string) ?? (numbered[0].startsWith("第") ? String(DIGITS.indexOf(numbered[1] as string)) : undefined));
    const form = FORMS_HAN.find((f) => text.startsWith(f, i));
    const known = HAN_WORDS.find((w) => text.startsWith(w, i) && (w.length > 1 || i + 1 === text.length));
    // The city or province after its name.
    if (rest === "" && out.at(-1)?.token.kind === "word" && /^[市省]/.test(text.slice(i)) && i + 1 < text.length) {
      i++;
      continue;
    }
    const length = numbered !== null && number !== undefined ? numbered[0].length : (form ?? known)?.length;
    if (length === undefined) {
      rest += text.charAt(i++);
      continue;
    }
    flush();
    const written = text.slice(i, i + length);
    if (numbered !== null && number !== undefined) put(number, "number", written);
    else if (form !== undefined) put("co", "form", written);
    else put(SAME.get(known as string) as string, "word", written);
    i += length;
  }
  flush();
  return out;
}
