/** A rate of duty as printed, taken apart. Percent in parts per million, money in millionths of a dollar. */
export interface Rate {
  readonly text: string;
  /** Ad valorem part on the whole value; 0 for a free or purely specific rate; undefined where the text names no such rate. */
  readonly percent: number | undefined;
  readonly specific: readonly Specific[];
  /** Percentages on a part of the article ("6% on the case"). */
  readonly partial: readonly { readonly percent: number; readonly of: string }[];
  /** Words that this reader does not turn into a number ("See …", "The rate applicable to …"). */
  readonly words?: string;
}
export interface Specific {
  /** Millionths of a dollar for one unit. */
  readonly micro: number;
  readonly unit: string;
}

const PERCENT = /^([\d.]+)\s?%$/;
const PARTIAL = /^([\d.]+)\s?% on (?:the )?(.+)$/;
const MONEY = /^(?:([\d.]+)\s?¢|\$([\d.]+))\s?(?:\/\s?)?(.+)$/;

/**
 * Reads a rate of duty as the tariff prints it.
 * @example parseRate("4.4¢/kg + 6%") //=> { percent: 60000, specific: [{ micro: 44000, unit: "kg" }], … }
 */
export function parseRate(text: string): Rate {
  const clean = text.trim();
  const words = { text: clean, percent: undefined, specific: [], partial: [], words: clean };
  if (/^free$/i.test(clean)) return { text: clean, percent: 0, specific: [], partial: [] };
  if (clean === "" || /\b(less|not less|but if|minus)\b/.test(clean)) return words;
  let percent = 0;
  const specific: Specific[] = [];
  const partial: { percent: number; of: string }[] = [];
  for (const part of clean.split("+").map((p) => p.trim())) {
    const ad = PERCENT.exec(part);
    const on = PARTIAL.exec(part);
    const money = MONEY.exec(part);
    if (ad !== null) percent += scaled(ad[1] as string, 4);
    else if (on !== null) partial.push({ percent: scaled(on[1] as string, 4), of: on[2] as string });
    else if (money !== null) specific.push({ micro: money[1] !== undefined ? scaled(money[1], 4) : scaled(money[2] as string, 6), unit: unit(money[3] as string) });
    else return words;
  }
  return { text: clean, percent, specific, partial };
}

/** A decimal text times ten to a power, exactly. */
function scaled(text: string, places: number): number {
  const [whole = "0", fraction = ""] = text.split(".");
  if (fraction.length > places) throw new RangeError(`"${text}" is finer than this reader keeps`);
  return Number(whole) * 10 ** places + Number(fraction.padEnd(places, "0") || "0");
}

const unit = (text: string): string =>
  text
    .trim()
    .replace(/^each$/, "each")
    .replace(/\.$/, "")
    .replace(/\s+/g, " ");
