/** The answer to a duty question, as other programs rely on it. Percentages and money are decimal strings. */
export interface DutyResult {
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly outcome: "settled" | "needs-facts" | "beyond-horizon" | "not-covered";
  readonly text: string;
  readonly base: BaseView | null;
  readonly components: readonly Component[];
  readonly notDue: readonly NotDue[];
  readonly missing: readonly MissingView[];
  readonly candidates: readonly { heading: string; relieves: string; id: string; text: string }[];
  readonly additionalPercent: string | null;
  readonly totalPercent: string | null;
  readonly owedPercent: string | null;
  /** The additional points between which the answer lies while facts are missing. */
  readonly range: { percentMin: string; percentMax: string | null } | null;
  readonly amount: Amount;
  readonly filing: readonly string[];
  readonly next: readonly NextChange[];
  readonly branches: readonly Branch[];
  readonly notCovered: readonly string[];
  readonly splitDay?: readonly string[];
  readonly taxes?: readonly Tax[];
  readonly excluded?: { additionalPercent: string | null; totalPercent: string | null } | null;
  readonly warnings: readonly string[];
}
export interface BaseView {
  readonly text: string;
  readonly percent: string | null;
  readonly specific: readonly { amount: string; currency: string; unit: string }[];
  readonly instruments: readonly string[];
  readonly inferred?: boolean;
}
export interface Component {
  readonly measure: string;
  readonly heading: string | null;
  readonly percent: string;
  readonly basis: string;
  readonly amount: string;
  readonly instruments: readonly string[];
  readonly why: string;
  readonly kind: "adds" | "replaces-base";
  readonly owed: "yes" | "no" | "contested";
  readonly collected: "yes" | "no" | "unknown";
  readonly refundable: "no" | "yes" | "contested";
  readonly route?: readonly string[];
  readonly trust?: string;
  readonly inferred?: boolean;
}
export interface NotDue {
  readonly measure: string;
  readonly heading: string | null;
  readonly why: string;
  readonly instruments: readonly string[];
}
export interface MissingView {
  readonly fact: string;
  readonly why: string;
  readonly choices: readonly string[];
  readonly range: { percentMin: string; percentMax: string | null };
  readonly instruments: readonly string[];
}
export interface Amount {
  readonly currency: "USD" | "CNY";
  readonly base: string | null;
  readonly additional: string | null;
  readonly fees: readonly { name: string; amount: string }[];
  readonly total: string | null;
}
export interface NextChange {
  readonly at: string;
  readonly additionalPercent: string | null;
  readonly because: readonly string[];
}
export interface Branch {
  readonly if: string;
  readonly additionalPercent: string | null;
  readonly because: readonly string[];
  readonly range?: { percentMin: string; percentMax: string | null };
}
export interface Tax {
  readonly name: string;
  readonly percent: string | null;
  readonly basis: string | null;
  readonly amount: string | null;
  readonly why: string;
}
