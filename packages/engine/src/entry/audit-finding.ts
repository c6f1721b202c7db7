/** What an audit can find. `needs-facts` and `possible-relief` are no errors: the first cannot be decided, the second may be claimed. */
export const FINDING_KINDS = [
  "missing-heading",
  "extra-heading",
  "wrong-rate",
  "wrong-order",
  "missing-exemption-heading",
  "wrong-base-rate",
  "wrong-value-split",
  "unknown-code",
  "needs-facts",
  "wrong-fee",
  "refused-claim",
  "overpaid",
  "underpaid",
  "possible-relief",
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/**
 * By whose knowledge a filing disagrees with the law: what was known on the day of entry, what is known now, or both.
 * A disagreement by `then` alone has turned out right.
 */
export type Clock = "both" | "then" | "hindsight";

/** One disagreement between a filed line and the law. Money as decimal text; a difference is what was filed less what is expected. */
export interface AuditFinding {
  readonly kind: FindingKind;
  /** Whether it is an error by what is known now. */
  readonly error: boolean;
  readonly clock: Clock;
  readonly entry: string;
  /** Number of the line in the entry; null where the whole entry is meant. */
  readonly line: number | null;
  /** Row of the file, the header being row 1. */
  readonly row: number;
  /** The tariff number, with dots. */
  readonly code: string | null;
  /** The same where it is one of chapter 99, else null. */
  readonly heading: string | null;
  readonly message: string;
  readonly filed: string | null;
  readonly expected: string | null;
  readonly difference: string | null;
  /** Between which the difference lies where it cannot be told, or may be relieved. */
  readonly range: { readonly min: string; readonly max: string | null } | null;
  readonly why: string;
  readonly instruments: readonly string[];
}

/** A finding while its line is looked at: money in cents, no clock yet. */
export interface Found {
  readonly kind: FindingKind;
  readonly line: number | null;
  readonly row: number;
  readonly code: string | null;
  readonly message: string;
  readonly filed: string | null;
  readonly expected: string | null;
  readonly difference: number | null;
  readonly range?: { readonly min: number; readonly max: number | null };
  readonly why: string;
  readonly instruments: readonly string[];
}

/** Whether a kind says that the filing is wrong. */
export function isError(kind: FindingKind): boolean {
  return kind !== "needs-facts" && kind !== "possible-relief";
}

/** Whether two findings say the same of the same row. */
export function sameFinding(a: Found, b: Found): boolean {
  return a.kind === b.kind && a.row === b.row && a.code === b.code && a.filed === b.filed && a.expected === b.expected && a.difference === b.difference && a.range?.max === b.range?.max;
}

/** Cents with their sign, as decimal text. @example showSigned(-1250) //=> "-12.50" */
export function showSigned(cents: number): string {
  const abs = Math.abs(cents);
  return `${cents < 0 ? "-" : ""}${Math.floor(abs / 100)}.${String(abs % 100).padStart(2, "0")}`;
}
