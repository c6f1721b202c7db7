/** A rate of duty as printed, taken apart. Percent in parts per million, money in billionths of a dollar. */
export interface Rate {
  readonly text: string;
  /** Ad valorem part on the whole value; 0 for a free or purely specific rate; undefined where the text is not a sum of such parts. */
  readonly percent: number | undefined;
  readonly specific: readonly Specific[];
  /** Percentages on a part of the article ("6% on the case"), whose value is then needed. */
  readonly partial: readonly { readonly percent: number; readonly of: string }[];
  /** Words that this reader does not turn into a number ("See …", "The rate applicable to …"). */
  readonly words?: string;
}
export interface Specific {
  /** Billionths of a dollar for one unit. */
  readonly nano: number;
  /** The unit as printed: "kg", "kg on lead content", "doz", "1000". */
  readonly unit: string;
  /** Raw sugar: so much less for each degree of polarity under `under`, down to `atLeast`; both in billionths of a dollar for one unit. */
  readonly less?: { readonly nano: number; readonly under: number; readonly atLeast: number };
}

const PERCENT = /^([\d.]+)\s?%(?: on the entire set)?$/;
const PARTIAL = /^([\d.]+)\s?(?:%|percent) (?:on|of) (?:the )?(?:value of (?:the )?)?(.+?)(?:, if any)?$/;
const MONEY = /^(?:([\d.]+)\s?¢|\$([\d.]+))(?!\s*for )\s?\/?(.+)$/;
const DEGREES = /^([\d.]+)¢\/(\S+) less ([\d.]+)¢\/\2 for each degree under (\d+) degrees \(and fractions of a degree in proportion\) but not less (?:than )?([\d.]+)¢\/\2$/;

/**
 * Reads a rate of duty as the tariff prints it: ad valorem, specific, compound, on a part or a content, and by degrees of sugar.
 * What is no sum of such parts stays `words`, with no percentage, and is never read as free.
 * @example parseRate("4.4¢/kg + 6%") //=> { percent: 60000, specific: [{ nano: 44000000, unit: "kg" }], … }
 */
export function parseRate(text: string): Rate {
  const clean = text.trim();
  const words = { text: clean, percent: undefined, specific: [], partial: [], words: clean };
  if (/^free$/i.test(clean)) return { text: clean, percent: 0, specific: [], partial: [] };
  // Blanks at a slash and words broken at the end of a printed line.
  const read = clean.replace(/\s*\/\s*/g, "/").replace(/([a-z])- ([a-z])/g, "$1$2");
  const degrees = DEGREES.exec(read);
  if (degrees !== null) {
    const [, full, unit, step, under, least] = degrees as unknown as string[];
    const less = { nano: cents(step as string), under: Number(under), atLeast: cents(least as string) };
    return { text: clean, percent: 0, specific: [{ nano: cents(full as string), unit: unit as string, less }], partial: [] };
  }
  if (clean === "" || /\b(less|but if|minus|whichever)\b/.test(clean)) return words;
  let percent = 0;
  const specific: Specific[] = [];
  const partial: { percent: number; of: string }[] = [];
  for (const part of read.split("+").map((p) => p.trim())) {
    const ad = PERCENT.exec(part);
    const on = PARTIAL.exec(part);
    const money = MONEY.exec(part);
    if (ad !== null) percent += scaled(ad[1] as string, 4);
    else if (on !== null) partial.push({ percent: scaled(on[1] as string, 4), of: on[2] as string });
    else if (money !== null) specific.push({ nano: money[1] !== undefined ? cents(money[1]) : scaled(money[2] as string, 9), unit: printed(money[3] as string) });
    else return words;
  }
  return { text: clean, percent, specific, partial };
}

const cents = (text: string): number => scaled(text, 7);

/** A decimal text times ten to a power, exactly. */
function scaled(text: string, places: number): number {
  const [whole = "0", fraction = ""] = text.split(".");
  if (fraction.length > places) throw new RangeError(`"${text}" is finer than this reader keeps`);
  return Number(whole) * 10 ** places + Number(fraction.padEnd(places, "0") || "0");
}

const printed = (unit: string): string => unit.trim().replace(/\.$/, "").replace(/\s+/g, " ");
