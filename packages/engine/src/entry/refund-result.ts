import type { RowProblem } from "./filed.js";
import type { Bucket } from "./refund-rules.js";

/** Money of the refund desk, as decimal strings in US dollars. What can be had now and what is contested are never added up. */
export interface RefundAmounts {
  /** All that was paid and can come back by any way. */
  readonly paid: string;
  readonly recoverableNow: string;
  readonly contested: string;
  /** Where a fact is missing, or the day has not come. */
  readonly undecided: string;
}
export interface MeasureAmount {
  readonly measure: string;
  readonly instrument: string;
  readonly headings: readonly string[];
  readonly amount: string;
  readonly owed: "yes" | "no" | "contested";
  readonly refundable: "no" | "yes" | "contested";
}
export interface InterestView {
  readonly min: string;
  /** Null where a rate is not known. */
  readonly max: string | null;
  readonly why: readonly string[];
}
/** A day that matters to an entry. `daysLeft` is 0 on the last day. */
export interface Deadline {
  readonly what: string;
  readonly day: string;
  readonly daysLeft: number;
}
export interface EntryRefund {
  readonly number: string;
  readonly bucket: Bucket;
  readonly why: string;
  readonly route: readonly string[];
  readonly type: string | null;
  readonly entered: string;
  readonly liquidation: { readonly is: "liquidated" | "open" | "unknown"; readonly day: string | null };
  readonly importer: string | null;
  readonly amounts: RefundAmounts;
  readonly byMeasure: readonly MeasureAmount[];
  readonly deadline: string | null;
  readonly daysLeft: number | null;
  readonly deadlines: readonly Deadline[];
  readonly interest: InterestView;
  /** Columns that would decide, by their plain names. */
  readonly asks: readonly string[];
  /** Columns that the file does not have and that were taken for "no" to name the way: while there are any, nothing counts as recoverable now. */
  readonly provided: readonly string[];
  /** A protest would keep a claim open on a duty that is contested and not struck down. */
  readonly protective: boolean;
  /** Rows of it could not be read: its amounts are not whole. */
  readonly incomplete: boolean;
  readonly cites: readonly string[];
}
export interface BucketView {
  readonly bucket: Bucket;
  readonly entries: number;
  readonly paid: string;
  readonly recoverableNow: string;
  readonly contested: string;
  readonly undecided: string;
  readonly byMeasure: readonly Omit<MeasureAmount, "headings">[];
  readonly nextDeadline: string | null;
  readonly interest: InterestView;
}
/** The answer of the refund desk, as other programs rely on it. */
export interface Refunds {
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly totals: RefundAmounts & { readonly entries: number; readonly interest: InterestView };
  readonly buckets: readonly BucketView[];
  readonly entries: readonly EntryRefund[];
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly string[];
  readonly notCovered: readonly string[];
}
