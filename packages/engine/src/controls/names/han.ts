import { FORMS_HAN, STOP_HAN } from "./forms.js";
import { HAN_WORDS, RENDERINGS, SAME } from "./words.js";

/** A piece of Chinese: what the table reads it as, and how it was written. */
export interface Piece {
  readonly kind: "word" | "form" | "number" | "han";
  readonly text: string;
  readonly written: string;
  /** Further words of the same piece, and other renderings of the whole. */
  readonly renderings?: readonly string[];
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

const NUMBERED = /^第?([〇零一二三四五六七八九十百千]+)(?=研究|所|厂|院|局|设计|号|工程|航|部|重)/;
/** The place at the beginning, when "city" or "province" says where it ends. */
const PLACE = /^(\p{Script=Han}{2,4}?)[市省](?=\p{Script=Han}{2})/u;

/** Chinese text by the words of the table; what is left stands as it is. */
export function pieces(text: string): Piece[] {
  const out: Piece[] = [];
  let rest = "";
  const flush = (): void => {
    if (rest !== "") out.push({ kind: "han", text: rest, written: rest });
    rest = "";
  };
  for (let i = 0; i < text.length; ) {
    const left = text.slice(i);
    // The city or province after its name.
    if (rest === "" && out.at(-1)?.kind === "word" && /^[市省]./.test(left)) {
      i++;
      continue;
    }
    // "And" between words; elsewhere the same sign is part of a name.
    if ((rest.length >= 2 || (rest === "" && out.at(-1)?.kind === "word")) && STOP_HAN.includes(left.charAt(0)) && HAN_WORDS.some((w) => w.length > 1 && left.startsWith(w, 1))) {
      flush();
      i++;
      continue;
    }
    const place = i === 0 && !HAN_WORDS.some((w) => w.length > 1 && left.startsWith(w)) ? PLACE.exec(left) : null;
    if (place !== null) {
      out.push({ kind: "han", text: place[1] as string, written: place[1] as string });
      i += place[0].length;
      continue;
    }
    const piece = known(left);
    if (piece === undefined) rest += text.charAt(i++);
    else {
      flush();
      out.push(piece);
      i += piece.written.length;
    }
  }
  flush();
  return out;
}

/** The piece of the table that a text begins with. */
function known(left: string): Piece | undefined {
  const numbered = NUMBERED.exec(left);
  if (numbered !== null) {
    const number = hanNumber(numbered[1] as string) ?? (numbered[0].startsWith("第") ? String(DIGITS.indexOf(numbered[1] as string)) : undefined);
    if (number !== undefined) return { kind: "number", text: String(Number(number)), written: numbered[0] };
  }
  const form = FORMS_HAN.find((f) => left.startsWith(f));
  if (form !== undefined) return { kind: "form", text: "co", written: form };
  const rendered = RENDERINGS.find(([w]) => left.startsWith(w));
  if (rendered !== undefined) return { kind: "word", text: rendered[1][0] as string, written: rendered[0], renderings: rendered[1] };
  // One sign is a word only at the end.
  const word = HAN_WORDS.find((w) => left.startsWith(w) && (w.length > 1 || left.length === 1));
  return word === undefined ? undefined : { kind: "word", text: SAME.get(word) as string, written: word };
}
