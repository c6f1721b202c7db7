import { entryNumber } from "../entry/index.js";
import { TYPES } from "./words.js";

/** Thrown for a cell that cannot be read; the row is then left out and said. */
export class BadCell extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}
const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const SHORTENED = /^\d+(?:\.\d+)?E\+?\d+$/i;
const asText = "format the column as text and export again: a spreadsheet has shortened the number";

/** Whether a spreadsheet would take a cell for a formula. Such a cell is never evaluated. */
export const looksLikeFormula = (text: string): boolean => /^(?:[=+@]|-(?![\d$.(]))/.test(text);

export function entryCell(text: string): string {
  if (SHORTENED.test(text)) throw new BadCell("shortened-number", `"${cut(text)}" is not a whole entry number`, asText);
  const found = entryNumber(text);
  if (typeof found === "string") return found;
  if (found.fault === "form") throw new BadCell("bad-entry-number", `"${cut(text)}" is not an entry number`, "write three characters of the filer and eight digits, such as ABC-1234567-6");
  throw new BadCell("check-digit", `the check digit of ${cut(text)} is ${found.is}; its other characters give ${found.should}`, "compare the number with the entry: a character is wrong");
}

/**
 * Digits of a tariff number: eight for chapter 99, eight or ten for the others. A leading zero that a spreadsheet dropped is put back.
 * @example codeCell("9903.88.03") //=> "99038803"
 */
export function codeCell(text: string): string {
  if (SHORTENED.test(text)) throw new BadCell("shortened-number", `"${cut(text)}" is not a whole tariff number`, asText);
  let digits = text.replace(/[.\s]/g, "");
  if (!/^\d+$/.test(digits)) throw new BadCell("bad-code", `"${cut(text)}" is not a tariff number`, "write eight or ten digits, dots allowed, such as 4202.92.31.31 or 9903.88.03");
  if (digits.length === 7 || digits.length === 9) digits = `0${digits}`;
  if (digits.startsWith("99") && digits.length === 10 && digits.endsWith("00")) digits = digits.slice(0, 8);
  const chapter = Number(digits.slice(0, 2));
  const long = digits.length === 8 || (digits.length === 10 && chapter !== 99);
  if (!long || chapter === 0 || chapter === 77) throw new BadCell("bad-code", `"${cut(text)}" is not a tariff number`, "write eight or ten digits, dots allowed, such as 4202.92.31.31 or 9903.88.03");
  return digits;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const FIRST = "2000-01-01";
const LAST = "2099-12-31";

/**
 * A day: month/day/year, YYYY-MM-DD, YYYYMMDD, 8-Apr-2025, or the number by which a spreadsheet keeps a day. A time of day after it is dropped.
 * @example dayCell("4/8/2025") //=> "2025-04-08"
 */
export function dayCell(text: string): string {
  const kept = days.get(text);
  if (kept !== undefined) return kept;
  const read = readDay(text);
  if (days.size < KEPT) days.set(text, read);
  return read;
}

/** Days already read: a report repeats few of them in many rows. */
const days = new Map<string, string>();
const KEPT = 10_000;
function readDay(text: string): string {
  const day = text.replace(/[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?[AP]M)?(?:Z|[+-]\d{2}:?\d{2})?$/i, "");
  const american = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(day);
  const plain = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(day) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(day);
  const named = /^(\d{1,2})[- ]([A-Za-z]{3})[a-z]*[- ](\d{4})$/i.exec(day);
  const spelled = /^([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/i.exec(day);
  let parts: readonly [string, string, string] | undefined;
  if (american !== null) parts = [american[3] as string, american[1] as string, american[2] as string];
  else if (plain !== null) parts = [plain[1] as string, plain[2] as string, plain[3] as string];
  else if (named !== null) parts = [named[3] as string, String(MONTHS.indexOf((named[2] as string).toLowerCase()) + 1), named[1] as string];
  else if (spelled !== null) parts = [spelled[3] as string, String(MONTHS.indexOf((spelled[1] as string).toLowerCase()) + 1), spelled[2] as string];
  else if (/^\d{5}(?:\.\d+)?$/.test(day)) return within(new Date(Math.floor(Number(day) - 25_569) * 86_400_000).toISOString().slice(0, 10), text);
  if (parts === undefined) throw new BadCell("bad-date", `"${cut(text)}" is not a date`, "write month/day/year with four digits of the year, or YYYY-MM-DD");
  const written = `${parts[0]}-${parts[1].padStart(2, "0")}-${parts[2].padStart(2, "0")}`;
  const at = new Date(`${written}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== written)
    throw new BadCell("bad-date", `"${cut(text)}" is not a day of the calendar`, american === null ? "write YYYY-MM-DD" : "the report writes month/day/year: is the month first?");
  return within(written, text);
}
function within(day: string, text: string): string {
  if (day < FIRST || day > LAST) throw new BadCell("out-of-range", `"${cut(text)}" is ${day}, which is not between ${FIRST} and ${LAST}`, "look whether the column holds dates");
  return day;
}

const CURRENCY = /[€£¥]|\b(?:EUR|GBP|CNY|RMB|JPY|HKD|CAD|MXN|CHF|AUD)\b/i;
/**
 * Whole cents of an amount in US dollars. A number of a spreadsheet is read to fifteen digits, as the spreadsheet keeps it.
 * @example centsCell("$1,234.50") //=> 123450
 */
export function centsCell(text: string, credit: string): number {
  if (CURRENCY.test(text)) throw new BadCell("bad-currency", `"${cut(text)}" is not in US dollars`, "amounts of an entry summary are in US dollars: convert nothing, export the report again");
  const bare = text.replace(/^(-?)\s*(?:USD|US\$|\$)\s*/i, "$1").replace(/\s*USD$/i, "");
  if (/^\(.*\)$/.test(bare) || bare.startsWith("-")) {
    if (/^[(-]\s*\$?0*(?:\.0*)?\)?$/.test(bare)) return 0;
    throw new BadCell("negative-amount", `"${cut(text)}" is below zero`, credit);
  }
  const m = /^(?:(\d{1,3}(?:,\d{3})+)|(\d+))?(?:\.(\d*))?$/.exec(bare);
  const whole = m?.[1]?.replaceAll(",", "") ?? m?.[2];
  const part = (m?.[3] ?? "").replace(/0+$/, "");
  if (m === null || (whole === undefined && part === "") || part.length > 2)
    throw new BadCell("bad-amount", `"${cut(text)}" is not an amount`, "write dollars with at most two decimals after a point, such as 1,234.50");
  const cents = Number(whole ?? "0") * 100 + Number(part.padEnd(2, "0"));
  if (cents > 1_000_000_000_000) throw new BadCell("out-of-range", `"${cut(text)}" is above 10000000000.00`, "look whether the column holds amounts");
  return cents;
}

export function quantityCell(text: string): string {
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  if (plain.startsWith("-") || plain.startsWith("(")) throw new BadCell("negative-amount", `"${cut(text)}" is below zero`, "a quantity is zero or more");
  if (!/^\d{1,9}(?:\.\d{1,4})?$/.test(plain)) throw new BadCell("bad-quantity", `"${cut(text)}" is not a quantity`, "write digits with at most four decimals, such as 120 or 0.5");
  return plain;
}

export function unitCell(text: string): string {
  if (!/^[A-Za-z][A-Za-z0-9²³ ./]{0,11}$/.test(text)) throw new BadCell("bad-unit", `"${cut(text)}" is not a unit`, "write the unit that the report prints, such as KG or NO");
  return text.toUpperCase();
}

export function typeCell(text: string): string {
  const m = /^(?:type\s+)?(\d{1,2})(?:\s*[-:/(]\s*[A-Za-z].*|\s+[A-Za-z].*)?$/i.exec(text);
  const type = m?.[1]?.padStart(2, "0") ?? "";
  if (!TYPES.has(type)) throw new BadCell("bad-type", `"${cut(text)}" is not a type of entry`, "write two digits, such as 01, 03 or 11");
  return type;
}

export function countCell(text: string, most: number): number {
  const n = /^\d{1,6}(?:\.0+)?$/.test(text) ? Math.trunc(Number(text)) : Number.NaN;
  if (Number.isNaN(n)) throw new BadCell("bad-number", `"${cut(text)}" is not a whole number`, "write digits");
  if (n > most) throw new BadCell("out-of-range", `${n} is above ${most}`, "look whether the columns are in their places");
  return n;
}

/** The number of a line in its entry, from 1. */
export function lineCell(text: string): number {
  const n = countCell(text, 9_999);
  if (n === 0) throw new BadCell("out-of-range", "a line has the number 0", "lines of an entry are numbered from 1");
  return n;
}

export const wordOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
/** A word out of a table. */
export function wordCell<T>(text: string, table: Readonly<Record<string, T>>): T {
  const key = wordOf(text);
  if (Object.hasOwn(table, key)) return table[key] as T;
  const keys = Object.keys(table).filter((k) => k.length > 1 && !/^\d/.test(k) && table[k] !== undefined);
  const plain = keys.filter((k, i) => keys.findIndex((other) => table[other] === table[k]) === i);
  throw new BadCell("bad-word", `"${cut(text)}" is not a word that is known here`, `write one of: ${plain.join(", ")}`);
}

const REGIONS = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
/** Codes that have a name and are no country. */
const NO_COUNTRY: ReadonlySet<string> = new Set(["ZZ", "EU", "EZ", "UN", "XA", "XB"]);
/** Codes of US customs that ISO 3166 has not: the West Bank, the Gaza Strip, Kosovo. */
const CUSTOMS_CODES: ReadonlySet<string> = new Set(["WE", "GZ", "KV"]);

export function countryCell(text: string, names: Readonly<Record<string, string>>): string {
  if (/^[A-Za-z]{2}$/.test(text)) {
    const code = text.toUpperCase();
    if ((REGIONS.of(code) !== undefined && !NO_COUNTRY.has(code)) || CUSTOMS_CODES.has(code)) return code;
    throw new BadCell("bad-country", `"${code}" is the code of no country`, "write two letters of ISO 3166, such as CN or HK");
  }
  const found = names[wordOf(text)];
  if (found === undefined) throw new BadCell("bad-country", `"${cut(text)}" is not a country code`, "write two letters, such as CN or HK");
  return found;
}

export function importerCell(text: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9 .-]{0,19}$/.test(text) && !/^[A-Za-z][\w .,&'()/#-]{0,79}$/.test(text))
    throw new BadCell("bad-importer", `"${cut(text)}" is not an importer number`, "write the number as the report prints it, such as 12-345678900");
  return text;
}
