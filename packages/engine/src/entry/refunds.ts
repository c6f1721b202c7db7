import { showCents } from "../duty/index.js";
import type { Regime } from "../law/index.js";
import { dayIn, type Instant, toUtc, toZoned, WASHINGTON } from "../time/index.js";
import { type Desk, entryRefund, type Judged } from "./entry-refund.js";
import type { FiledEntry, RowProblem } from "./filed.js";
import { headingsOf } from "./headings.js";
import { Interest, type InterestRange } from "./interest.js";
import { providedThat } from "./provided.js";
import type { BucketView, InterestView, Refunds } from "./refund-result.js";
import { BUCKETS, type InterestRules, type RefundRules } from "./refund-rules.js";

/** What the desk is asked: entries as filed, with what could not be read of them. */
export interface RefundAsk {
  readonly entries: readonly FiledEntry[];
  readonly problems: readonly RowProblem[];
  readonly incomplete: ReadonlySet<string>;
  readonly warnings: readonly string[];
}
/** By which law and on which day. `on` is the moment of the declaration. */
export interface RefundClocks {
  readonly on: Instant;
  readonly known: Instant;
  readonly horizon: string;
}

/** What no refund answer covers. */
const NOT_COVERED = [
  "nothing is filed: the files and days are for the importer of record or the filer to use",
  "whether the importer of record is the one to be paid, and claims of others on the refund",
  "refunds of fees that were computed on duty, and of anti-dumping or countervailing duty",
  "the last day of a period that falls on a Saturday, Sunday or holiday: it is given as counted",
  "offset of the refund against what is owed to customs",
];

/**
 * Sorts entries by the way in which their duties can come back, as the law stood to those who knew what was known then.
 * @example refunds({ entries, problems: [], incomplete: new Set(), warnings: [] }, regime, rules, interest, clocks).totals.recoverableNow //=> "3000.00"
 */
export function refunds(ask: RefundAsk, regime: Regime, rules: RefundRules, rates: InterestRules, clocks: RefundClocks): Refunds {
  const on = dayIn(clocks.on, WASHINGTON);
  const phases = rules.phases.filter((p) => p.announced <= clocks.known);
  const desk: Desk = { regime, headings: headingsOf(regime), rules, phases, interest: new Interest(rates, clocks.known), on };
  const judged = ask.entries.map((e) => entryRefund(e, desk, ask.incomplete.has(e.number)));
  const all = judged.map((j) => j.view);
  const sum = (of: (j: Judged) => number): string => showCents(judged.reduce((n, j) => n + of(j), 0));
  return {
    on: toZoned(clocks.on, WASHINGTON),
    known: toUtc(clocks.known),
    horizon: clocks.horizon,
    totals: {
      entries: all.length,
      paid: sum((j) => j.cents.paid),
      recoverableNow: sum((j) => j.cents.now),
      contested: sum((j) => j.cents.contested),
      undecided: sum((j) => j.cents.undecided),
      interest: interestOf(judged.map((j) => j.interest)),
    },
    buckets: BUCKETS.flatMap((b) => bucketOf(b, judged)),
    entries: all,
    problems: ask.problems,
    warnings: [...ask.warnings, ...warningsOf(ask, rules, judged, on, clocks, phases.length > 0)],
    notCovered: [...NOT_COVERED, ...foreignOf(judged)],
  };
}

function bucketOf(bucket: BucketView["bucket"], judged: readonly Judged[]): BucketView[] {
  const own = judged.filter((j) => j.view.bucket === bucket);
  if (own.length === 0) return [];
  const measures = new Map<string, Judged["measures"][number] & { sum: number }>();
  for (const j of own)
    for (const m of j.measures) {
      const key = `${m.measure} ${m.instrument} ${m.owed} ${m.refundable}`;
      measures.set(key, { ...m, sum: (measures.get(key)?.sum ?? 0) + m.cents });
    }
  const sum = (of: (j: Judged) => number): string => showCents(own.reduce((n, j) => n + of(j), 0));
  const days = own.flatMap((j) => j.view.deadline ?? []).sort();
  return [
    {
      bucket,
      entries: own.length,
      paid: sum((j) => j.cents.paid),
      recoverableNow: sum((j) => j.cents.now),
      contested: sum((j) => j.cents.contested),
      undecided: sum((j) => j.cents.undecided),
      byMeasure: [...measures.values()]
        .sort((a, b) => b.sum - a.sum || (a.measure < b.measure ? -1 : 1))
        .map((m) => ({ measure: m.measure, instrument: m.instrument, amount: showCents(m.sum), owed: m.owed, refundable: m.refundable })),
      nextDeadline: days[0] ?? null,
      interest: interestOf(own.map((j) => j.interest)),
    },
  ];
}

function interestOf(ranges: readonly InterestRange[]): InterestView {
  const open = ranges.find((r) => r.max === null);
  return {
    min: showCents(ranges.reduce((n, r) => n + r.min, 0)),
    max: open === undefined ? showCents(ranges.reduce((n, r) => n + (r.max ?? 0), 0)) : null,
    why: [...new Set(ranges.flatMap((r) => r.why.filter((w) => !w.startsWith("from a deposit"))))].slice(0, 4),
  };
}

function warningsOf(ask: RefundAsk, rules: RefundRules, judged: readonly Judged[], on: string, clocks: RefundClocks, cape: boolean): string[] {
  const out: string[] = [];
  const part = judged.filter((j) => j.view.incomplete).length;
  if (ask.problems.length > 0) out.push(`rows could not be read: ${ask.problems.length} problems${part === 0 ? "" : `, and the amounts of ${part} entries leave such rows out`}`);
  if (!cape) out.push("CAPE was not known by then");
  const open = judged.filter((j) => j.view.provided.length > 0);
  if (open.length > 0)
    out.push(
      `${entries(open.length)}: the way is named ${providedThat([...new Set(open.flatMap((j) => j.view.provided))])}, which the file does not say; nothing of them counts as recoverable now until it is said`,
    );
  const empty = ask.entries.filter((e) => e.liquidation.status === undefined && e.liquidation.date === undefined && (e.liquidation.blank ?? []).length > 0).length;
  if (empty > 0) out.push(`${entries(empty)} with an empty date or status of liquidation: taken as not liquidated by ${on}; a report that is older may have missed one`);
  const telling = [...rules.antidumping.types, ...rules.antidumping.never];
  const untold = ask.entries.filter((e) => e.antidumping === undefined && e.type !== undefined && !telling.includes(e.type)).length;
  if (untold > 0) out.push(`${entries(untold)} of a type that does not tell of anti-dumping or countervailing duty: taken to carry none, as the file has no column for it`);
  const young = judged.filter((j) => j.view.entered > on).length;
  if (young > 0) out.push(`${young} entries are dated after ${on}`);
  if (judged.some((j) => j.view.liquidation.is === "liquidated") && ask.entries.some((e) => e.liquidation.status === undefined && e.liquidation.date !== undefined && e.liquidation.date <= on))
    out.push("the file gives no liquidation_status for some entries: a date that has passed was taken as the day on which they liquidated");
  if (on > clocks.horizon) out.push(`the regime was checked to ${clocks.horizon}; later notices are not known here`);
  if (judged.some((j) => j.view.protective)) out.push("some entries paid a duty that is contested and still owed: a protest within its days would keep a claim open");
  return out;
}

/** Duties under IEEPA on goods of which this regime knows nothing. */
function foreignOf(judged: readonly Judged[]): string[] {
  const sums = new Map<string, number>();
  for (const j of judged) for (const f of j.foreign) sums.set(f.heading, (sums.get(f.heading) ?? 0) + f.cents);
  return [...sums].sort().map(([h, cents]) => `${showCents(cents)} USD under ${h}: not a heading of goods of China, Hong Kong or Macau in this regime`);
}
const entries = (n: number): string => (n === 1 ? "1 entry" : `${n} entries`);
