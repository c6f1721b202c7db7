import type { FeeTable, InformalRow } from "../goods/index.js";
import { showCents } from "./money.js";

/** What it turns on whether an entry may be informal. */
export interface FormalityQuestion {
  /** Customs value of all lines, in cents, as it is: not in whole dollars. */
  readonly cents: number;
  /** The day of entry and the last day of what is known, in Washington. */
  readonly onDay: string;
  readonly knownDay: string;
  /** Whether a heading of chapter 99, subchapters III and IV, is filed; undefined where a fact is needed to tell. */
  readonly chapter99: boolean | undefined;
}
/** Formal or informal by value, with the rule of that day; `is` undefined where it is not known. */
export interface Formality {
  readonly is: "formal" | "informal" | undefined;
  readonly why: string;
}

/** The newest limit that holds on a day and was known by then. */
const ruleOf = (q: FormalityQuestion, table: FeeTable): InformalRow | undefined => table.informal.findLast((r) => r.from <= q.onDay && r.announced <= q.knownDay);

/** The limit of these goods; undefined where it turns on a heading that is not settled. */
function limitOf(row: InformalRow, q: FormalityQuestion): number | undefined {
  if (row.aboveWithChapter99 === undefined || q.chapter99 === false) return row.above;
  return q.chapter99 === true ? row.aboveWithChapter99 : q.cents > row.above ? row.above : q.cents <= row.aboveWithChapter99 ? row.aboveWithChapter99 : undefined;
}

const CHAPTER_99 = "a heading of chapter 99, subchapter III or IV";
const limitWords = (row: InformalRow, limit: number, q: FormalityQuestion): string => {
  const heading = row.aboveWithChapter99 === undefined || q.chapter99 === undefined ? "" : q.chapter99 ? ` with ${CHAPTER_99}` : ` without ${CHAPTER_99}`;
  return `${showCents(limit)}${heading} (${row.source})`;
};

/**
 * Whether an entry is taken as formal or informal by its value, where nobody says so. Source: 19 CFR 143.21(a).
 * @example formalityByValue({ cents: 100000, onDay: "2025-04-29", knownDay: "2025-04-29", chapter99: true }, goods.fees).is //=> "formal"
 */
export function formalityByValue(q: FormalityQuestion, table: FeeTable): Formality {
  const row = ruleOf(q, table);
  if (row === undefined) return { is: undefined, why: `up to which value an entry of ${q.onDay} may be informal is not in hand: --fact entry=formal or entry=informal` };
  const limit = limitOf(row, q);
  if (limit === undefined)
    return {
      is: undefined,
      why: `formal above ${showCents(row.aboveWithChapter99 ?? row.above)} with ${CHAPTER_99}, else above ${showCents(row.above)} (${row.source}), and which of them is not settled: --fact entry=formal or entry=informal`,
    };
  return q.cents > limit
    ? { is: "formal", why: `taken as formal above ${limitWords(row, limit, q)}, else --fact entry=informal` }
    : { is: "informal", why: `taken as informal up to ${limitWords(row, limit, q)}, else --fact entry=formal` };
}

/** What is said where an entry is told to be informal and its value is above the limit of that day; else undefined. */
export function aboveInformal(q: FormalityQuestion, table: FeeTable): string | undefined {
  const row = ruleOf(q, table);
  const limit = row === undefined ? undefined : limitOf(row, q);
  return row === undefined || limit === undefined || q.cents <= limit ? undefined : `the value is above ${limitWords(row, limit, q)}, up to which an entry may be informal`;
}
