import type { FeeRow, FeeTable } from "../goods/index.js";
import { aboveInformal, type FormalityQuestion, formalityByValue } from "./informal.js";
import { partOf, showCents, showPercent } from "./money.js";
import type { FeeView } from "./result.js";

/** What the fees of one whole US entry turn on. */
export interface FeeQuestion {
  /** Customs value of all lines of the entry, in cents, rounded as the fee is worked. */
  readonly valueCents: number;
  /** The same before it was rounded, which alone decides whether the entry may be informal. */
  readonly exactCents?: number | undefined;
  /** The day of entry and the last day of what is known, in Washington. */
  readonly onDay: string;
  readonly knownDay: string;
  /** Formal or informal where it is told; else by value. */
  readonly kind?: "formal" | "informal" | undefined;
  readonly mode?: string | undefined;
  /** Whether a heading of chapter 99, subchapters III and IV, is filed; undefined where it is not known. */
  readonly chapter99?: boolean | undefined;
  /** The value on which the MPF is taken where that is not all of it, and why; null where a fact is needed to tell. */
  readonly mpf?: MpfBasis | undefined;
}
export interface MpfBasis {
  readonly cents: number | null;
  readonly why: string;
}

const CHAPTER_98 = "19 CFR 24.23(c)";
/** Provisions of chapter 98 on which the fee is taken, on the value added abroad. */
const PROCESSED = ["9802.00.60", "9802.00.80"];

/**
 * The fees of a US entry, once for the whole of it: the merchandise processing fee, and the harbor maintenance fee where its mode of transport is the one given (ocean).
 * Both are of goods of any origin here. Amounts are null where their rate is not in hand.
 * Source: 19 CFR 24.23, 24.24, 143.21.
 * @example entryFees({ valueCents: 1000000, onDay: "2025-10-25", knownDay: "2025-10-25" }, goods.fees)[0]?.amount //=> "34.64"
 */
export function entryFees(q: FeeQuestion, table: FeeTable): FeeView[] {
  const out = [mpf(q, table)];
  if (q.mode !== undefined && table.rows.some((r) => r.fee === "HMF" && r.mode === q.mode)) out.push(hmf(q, table));
  return out;
}

const formality = (q: FeeQuestion): FormalityQuestion => ({ cents: q.exactCents ?? q.valueCents, onDay: q.onDay, knownDay: q.knownDay, chapter99: q.chapter99 });

/** What is to be warned of where an entry is told to be informal above the limit. */
export const overInformal = (q: FeeQuestion, table: FeeTable): string | undefined => (q.kind === "informal" ? aboveInformal(formality(q), table) : undefined);

/** The sum of fees in cents; undefined where one of them is not in hand. */
export function sumOfFees(fees: readonly FeeView[]): number | undefined {
  let sum = 0;
  for (const f of fees) {
    if (f.amount === null) return undefined;
    sum += Number(f.amount.replace(".", ""));
  }
  return sum;
}

/** The newest row of a fee that holds on a day and was known by then. */
function rowOf(fee: FeeRow["fee"], q: FeeQuestion, table: FeeTable): FeeRow | undefined {
  for (let i = table.rows.length - 1; i >= 0; i--) {
    const row = table.rows[i] as FeeRow;
    if (row.fee === fee && row.from <= q.onDay && row.announced <= q.knownDay) return row;
  }
  return undefined;
}

function mpf(q: FeeQuestion, table: FeeTable): FeeView {
  const none = (why: string, amount: string | null = null): FeeView => ({ name: "MPF", amount, percent: null, why });
  if (q.mpf?.cents === 0) return none(q.mpf.why, "0.00");
  const row = rowOf("MPF", q, table);
  if (row === undefined) return none(`the rate of ${q.onDay} is not in hand, or was not known by ${q.knownDay}`);
  const words = wordsOf(row);
  const byValue = q.kind === undefined ? formalityByValue(formality(q), table) : { is: q.kind, why: overInformal(q, table) };
  if (byValue.is === undefined) return none(byValue.why);
  const informal = byValue.is === "informal";
  const told = byValue.why === undefined ? "" : `; ${byValue.why}`;
  const stale = isStale(row, q.onDay) ? words.stale : "";
  if (informal) return none(`${words.informal}${told}${stale}`, row.informal === undefined ? null : showCents(row.informal));
  const percent = words.percent;
  const basis = q.mpf === undefined ? q.valueCents : q.mpf.cents;
  if (basis === null) return { name: "MPF", amount: null, percent, why: q.mpf?.why ?? "" };
  if (row.min === undefined || row.max === undefined) return { name: "MPF", amount: null, percent, why: `the least and the most of an entry are not in hand (${row.source})` };
  const plain = partOf(basis, row.percent);
  const [amount, why, limit] = plain < row.min ? ([row.min, words.least, "min"] as const) : plain > row.max ? ([row.max, words.most, "max"] as const) : ([plain, words.plain, undefined] as const);
  return { name: "MPF", amount: showCents(amount), percent, why: `${why}${q.mpf === undefined ? "" : `; ${q.mpf.why}`}${told}${stale}`, ...(limit === undefined ? {} : { limit }) };
}

function hmf(q: FeeQuestion, table: FeeTable): FeeView {
  const row = rowOf("HMF", q, table);
  if (row === undefined) return { name: "HMF", amount: null, percent: null, why: `the rate of ${q.onDay} is not in hand` };
  const percent = showPercent(row.percent);
  if (q.mpf !== undefined) return { name: "HMF", amount: null, percent, why: "how the fee is taken on articles of chapter 98 is not in hand" };
  return { name: "HMF", amount: showCents(partOf(q.valueCents, row.percent)), percent, why: `${percent} % of the value of cargo unloaded from a vessel, without limits (${row.source})` };
}

/** A row of limits is for one fiscal year; from the first of October after it, another will hold that is not known. */
const isStale = (row: FeeRow, onDay: string): boolean => onDay >= fiscalEnd(row.from);
const fiscalEnd = (from: string): string => `${Number(from.slice(0, 4)) + (from.slice(5) < "10-01" ? 0 : 1)}-10-01`;

interface Words {
  readonly percent: string;
  readonly plain: string;
  readonly least: string;
  readonly most: string;
  readonly informal: string;
  readonly stale: string;
}
const made = new WeakMap<FeeRow, Words>();

/** The sentences of a row, made once: an answer only chooses among them. */
function wordsOf(row: FeeRow): Words {
  let w = made.get(row);
  if (w === undefined) {
    const percent = showPercent(row.percent);
    const source = row.confidence === "confirmed" ? row.source : `${row.source}, as secondary sources quote it`;
    const limits = `${showCents(row.min ?? 0)} to ${showCents(row.max ?? 0)} an entry from ${row.from}: ${source}`;
    w = {
      percent,
      plain: `${percent} % of the value, once for the entry (${limits})`,
      least: `the least that a formal entry pays; ${percent} % would be less (${limits})`,
      most: `the most that a formal entry pays; ${percent} % would be more (${limits})`,
      informal: `the flat fee of an automated informal entry (${source})`,
      stale: `; these are the amounts of the fiscal year from ${row.from}, the last known`,
    };
    made.set(row, w);
  }
  return w;
}

/**
 * The value on which the MPF of a chapter 98 entry is taken: none, but for processing and assembly abroad, where it is the dutiable share.
 * `dutiable` in parts per million. Source: 19 CFR 24.23(c).
 * @example mpfBasis("9802.00.50", undefined, 1000000)?.cents //=> 0
 */
export function mpfBasis(provision: string | undefined, dutiable: number | undefined, valueCents: number): MpfBasis | undefined {
  if (provision === undefined) return undefined;
  const own = PROCESSED.find((p) => provision.startsWith(p));
  if (own === undefined) return { cents: 0, why: `articles of chapter 98 are exempt, but for ${PROCESSED.join(" and ")} (${CHAPTER_98})` };
  if (dutiable === undefined) return { cents: null, why: `taken on the value added abroad under ${own} (${CHAPTER_98}): --fact dutiable=PERCENT` };
  return { cents: partOf(valueCents, dutiable), why: `taken on the value added abroad under ${own} (${CHAPTER_98})` };
}

/** What is said once where no mode of transport is given: the fee of ocean cargo is not in the answer. */
export function harborNote(table: FeeTable): string {
  const row = table.rows.findLast((r) => r.fee === "HMF");
  return `HMF ${row === undefined ? "" : `${showPercent(row.percent)} % `}is added for ocean cargo: --fact mode=ocean`;
}
