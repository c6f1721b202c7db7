/* Cells of a line as the numbers that the books ask for. NULL stands for what cannot be read, never for a guess. */

/** The highest customs value of a line, in cents. */
export const TOP_CENTS = 1_000_000_000_000;
const DAY_MS = 86_400_000;
/** A tariff code as one number: its digits, and how many there are in front. */
const CODE = 10_000_000_000;

/** Without the spaces around it, of any script; a tab is no space here. */
export const trimmed = (cell: string): string => cell.replace(/^\p{Zs}+|\p{Zs}+$/gu, "");

/**
 * A tariff code as one number; null where there are not 5 to 10 digits. Dots, spaces and dashes are left out, and a zero that a
 * spreadsheet dropped is put back.
 * @example codeNumber("4202.92.31") //=> 80042029231
 */
export function codeNumber(cell: string): number | null {
  const digits = cell.replace(/\.0$/, "").replace(/[.\t\n\f\r -]/g, "");
  if (!/^\d{5,10}$/.test(digits)) return null;
  return (digits.length + (digits.length % 2)) * CODE + Number(digits);
}

/** The digits of a code that `codeNumber` gave. */
export const codeDigits = (code: number): string => String(code % CODE).padStart(Math.floor(code / CODE), "0");

const OWN_MARKS = [/^(?:USD|US\$|\$)[\t\n\f\r ]*/i, /[\t\n\f\r ]*(?:USD|US\$|\$)$/i, /^(?:CNY|RMB|CN¥|¥|￥|元|人民币)[\t\n\f\r ]*/i, /[\t\n\f\r ]*(?:CNY|RMB|CN¥|¥|￥|元|人民币)$/i] as const;

/**
 * A customs value in cents; null for what is no amount of at most two decimals between 0 and 10 billion, or has the mark of the other
 * side's currency.
 * @param side 0 for the United States, 1 for China
 */
export function centsOf(cell: string, side: number): number | null {
  if (/^\d{1,10}(?:\.\d{1,2})?$/.test(cell)) return decimal(cell);
  const [before, behind] = side === 1 ? [OWN_MARKS[2], OWN_MARKS[3]] : [OWN_MARKS[0], OWN_MARKS[1]];
  const bare = trimmed(cell).replace(before, "").replace(behind, "");
  // Digits in groups of three, 1,234.50 or 1.234,50; a single mark with three digits behind it is no decimal point.
  const plain = /^\d{1,3}(?:[,\u00a0 ]\d{3})+(?:\.\d*)?$/.test(bare)
    ? bare.replace(/[,\u00a0 ]/g, "")
    : /^\d{1,3}(?:[.\u00a0 ]\d{3})+,\d{1,2}$/.test(bare)
      ? bare.replace(/[.\u00a0 ]/g, "").replace(",", ".")
      : bare;
  if (!/^(?:\d{1,11}(?:\.\d{0,2}0*)?|\.\d{1,2})$/.test(plain)) return null;
  const cents = decimal(plain.replace(/(\.\d{2})0+$/, "$1"));
  return cents <= TOP_CENTS ? cents : null;
}

function decimal(text: string): number {
  const at = text.indexOf(".");
  if (at < 0) return Number(text) * 100;
  return Number(text.slice(0, at)) * 100 + Number(text.slice(at + 1).padEnd(2, "0"));
}

const COUNTRIES: ReadonlyMap<string, number> = new Map([
  ...["CN", "CHN", "CHINA", "PRC", "P.R. CHINA", "PEOPLE'S REPUBLIC OF CHINA", "中国"].map((w) => [w, 0] as const),
  ...["HK", "HKG", "HONG KONG", "HONGKONG", "香港"].map((w) => [w, 1] as const),
  ...["MO", "MAC", "MACAU", "MACAO", "澳门"].map((w) => [w, 2] as const),
  ...["US", "USA", "UNITED STATES", "UNITED STATES OF AMERICA", "美国"].map((w) => [w, 3] as const),
]);
/** A country as a small number: 0 CN, 1 HK, 2 MO, 3 US; 4 for any other that is named; null where none is. */
export function countryNumber(cell: string): number | null {
  const word = trimmed(cell).toUpperCase();
  return word === "" ? null : (COUNTRIES.get(word) ?? 4);
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const CLOCK = /[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?[AaPp][Mm])?$/;
const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const SHORT = MONTHS.map((m) => m.slice(0, 3));
/** 1899-12-30, from which spreadsheets count days. */
const SERIAL = -25_569;

/**
 * When a line is entered: the minute since 1970 UTC of an instant with its offset, or, below zero, a bare day (minus its number since
 * 1970, minus one), which means noon in the territory. Null for what is no day from 1990 to 2199.
 * @param dayFirst whether the day stands before the month where both are numbers
 */
export function whenNumber(cell: string, dayFirst: boolean): number | null {
  if (/^.{4}-.{2}-.{2}$/u.test(cell)) {
    const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell);
    return m === null ? null : bareDay(Number(m[1]), Number(m[2]), Number(m[3]));
  }
  const raw = trimmed(cell);
  const at = INSTANT.exec(raw);
  if (at !== null) return minuteOf(at);
  const bare = raw.replace(CLOCK, "");
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(bare);
  const day = written(bare, dayFirst) ?? (serial === null ? null : Number(serial[1]) + SERIAL);
  return day === null || day < FIRST_DAY || day > LAST_DAY ? null : -day - 1;
}

const dayNumber = (y: number, m: number, d: number): number | null => {
  const at = new Date(0);
  at.setUTCFullYear(y, m - 1, d);
  return at.getUTCMonth() === m - 1 && at.getUTCDate() === d ? Math.round(at.getTime() / DAY_MS) : null;
};
const FIRST_DAY = dayNumber(1990, 1, 1) as number;
const LAST_DAY = dayNumber(2199, 12, 31) as number;

function bareDay(y: number, m: number, d: number): number | null {
  const day = dayNumber(y, m, d);
  return day === null || day < FIRST_DAY || day > LAST_DAY ? null : -day - 1;
}

function minuteOf(m: RegExpExecArray): number | null {
  const [, day, hour, minute, second, offset] = m as unknown as [string, string, string, string, string | undefined, string];
  const [y, mo, d] = day.split("-").map(Number) as [number, number, number];
  const own = dayNumber(y, mo, d);
  const [h, min, s] = [Number(hour), Number(minute), Number(second ?? 0)];
  if (own === null || min > 59 || s > 59 || h > 24 || (h === 24 && (min > 0 || s > 0))) return null;
  const [oh, om] = offset === "Z" ? [0, 0] : [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
  if (om > 59) return null;
  return own * 1440 + h * 60 + min - (offset.startsWith("-") ? -1 : 1) * (oh * 60 + om);
}

/** The day that a text writes in one of the usual forms. */
function written(text: string, dayFirst: boolean): number | null {
  const day = (y: string | undefined, m: number, d: string | undefined): number | null => dayNumber(Number(y), m, Number(d));
  let m = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (m !== null) return day(m[1], Number(m[3]), m[4]);
  m = /^(\d{4})(\d{2})(\d{1,2})$/.exec(text);
  if (m !== null) return day(m[1], Number(m[2]), m[3]);
  m = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (m !== null) return dayFirst ? day(m[4], Number(m[3]), m[1]) : day(m[4], Number(m[1]), m[3]);
  m = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  if (m !== null) return day(m[3], Number(m[2]), m[1]);
  m = /^(\d{1,2})-([a-z]{3})-(\d{4})$/i.exec(text) ?? /^(\d{1,2}) +([a-z]+) +(\d{4})$/i.exec(text);
  if (m !== null) return day(m[3], monthOf(m[2] as string), m[1]);
  m = /^([a-z]+) +(\d{1,2}), +(\d{4})$/i.exec(text) ?? /^([a-z]{3}) +(\d{1,2}) +(\d{4})$/i.exec(text);
  return m === null ? null : day(m[3], monthOf(m[1] as string), m[2]);
}

/** 1 to 12; 0 for what is no month, which is no day's. */
function monthOf(word: string): number {
  const w = word.toLowerCase();
  return 1 + (w.length === 3 ? SHORT : MONTHS).indexOf(w);
}

/** Signs of which number of a day comes first: counts of days above 12 before and behind the first mark, and of days in that form. */
export class DayOrder {
  dayFirst = 0;
  monthFirst = 0;
  either = 0;

  see(cell: string): void {
    const m = /^(\d{1,2})[/-](\d{1,2})[/-]\d{4}/.exec(trimmed(cell));
    if (m === null) return;
    this.either++;
    if (Number(m[1]) > 12) this.dayFirst++;
    if (Number(m[2]) > 12) this.monthFirst++;
  }
}
