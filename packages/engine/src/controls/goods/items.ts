import type { Confidence } from "../../law/index.js";

/** A group of goods that export controls name. Written in regime/items.yaml. */
export interface ControlItem {
  readonly id: string;
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly control: readonly string[];
  readonly codes: readonly { readonly code: string; readonly what: string; readonly control?: string; readonly confidence: Confidence; readonly source: string }[];
  /** Whether the announcement's own codes are all in hand. */
  readonly complete: boolean;
  /** Headings in which such goods are classified in general. */
  readonly reach: readonly string[];
  /** The announcement's list was not read: a word alone does not say whether goods are on it. */
  readonly unread?: true;
  readonly note?: string;
}
/** What is said of goods without a text that is law, or by a law of which too little is known. */
export interface Beside {
  readonly items: readonly string[];
  readonly to?: readonly string[];
  readonly document: string;
  /** The day on which it became known. */
  readonly known: string;
  readonly by: string;
  readonly says: string;
  readonly unsettled?: true;
}
/** A fact on which a control can turn. */
export interface ControlFact {
  readonly name: string;
  readonly asks: string;
  readonly choices?: readonly string[];
  readonly percent?: true;
  readonly item?: true;
}
export interface ItemTable {
  readonly facts: readonly ControlFact[];
  readonly items: readonly ControlItem[];
  readonly beside: readonly Beside[];
}

/** What the goods asked about are: surely of a group, or possibly. */
export interface ItemHit {
  readonly item: ControlItem;
  readonly sure: boolean;
  readonly why: string;
}

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, " ")
    .trim();

/** Whether the goods are asked about by digits of a tariff code. */
export const isCode = (goods: string): boolean => /^\d[\d. ]*$/.test(goods.trim()) && goods.replace(/\D/g, "").length >= 4;

/**
 * The groups that goods belong to: by a word, a control code (1C902.a.1) or China's tariff code.
 * A code that an announcement prints is taken as the goods that it prints it for; one that only lies in the reach of a group leaves it open.
 * @example itemsOf(table, "dysprosium").map((h) => h.item.id) //=> ["dysprosium"]
 */
export function itemsOf(table: ItemTable, goods: string): ItemHit[] {
  const hits = isCode(goods) ? byCode(table, goods.replace(/\D/g, "")) : byWord(table, goods);
  return hits.map((h) => (h.item.unread === true ? { ...h, sure: false, why: `${h.why}; the announcement's list was not read` } : h));
}

function byWord(table: ItemTable, goods: string): ItemHit[] {
  const asked = plain(goods);
  const control = /^\d[a-e]\d{3}/.test(asked);
  return table.items.flatMap((item): ItemHit[] => {
    if (control) {
      const codes = [...item.control, ...item.codes.flatMap((c) => c.control ?? [])].map((c) => c.toLowerCase());
      return codes.some((c) => c === asked || asked.startsWith(`${c}.`) || c.startsWith(`${asked}.`)) ? [{ item, sure: true, why: `control code ${goods.trim()}` }] : [];
    }
    const word = [item.id, ...item.words, ...item.names].find((w) => plain(w) === asked);
    if (word !== undefined) return [{ item, sure: true, why: `the word "${word}"` }];
    // A symbol or a short word inside a longer text says too little; a word of five letters or more names the goods.
    const inside = item.words.find((w) => (/\p{Script=Han}/u.test(w) ? asked.includes(w) : plain(w).length >= 5 && ` ${asked} `.includes(` ${plain(w)} `)));
    return inside === undefined ? [] : [{ item, sure: true, why: `the word "${inside}"` }];
  });
}

function byCode(table: ItemTable, code: string): ItemHit[] {
  const dotted = code;
  return table.items.flatMap((item): ItemHit[] => {
    const printed = item.codes.find((c) => code.startsWith(c.code));
    if (printed !== undefined) return [{ item, sure: true, why: `the announcement prints code ${printed.code} for ${printed.what}` }];
    const below = item.codes.find((c) => c.code.startsWith(code));
    if (below !== undefined) return [{ item, sure: false, why: `below ${dotted} lies ${below.code}, printed for ${below.what}` }];
    const heading = item.reach.find((r) => code.startsWith(r) || r.startsWith(code));
    return heading === undefined || item.complete ? [] : [{ item, sure: false, why: `such goods are classified under ${heading}, and the announcement's own codes are not all in hand` }];
  });
}
