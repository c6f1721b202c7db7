import type { SaidOf } from "../said.js";

export const CONTROL_VERDICTS = ["prohibited", "refused-in-principle", "licence-required", "unsettled", "suspended", "no-control-known", "not-covered", "beyond-horizon"] as const;
export type ControlVerdict = (typeof CONTROL_VERDICTS)[number];

/** May these goods go from here to there. */
export interface ControlQuestion {
  readonly ref?: unknown;
  /** A tariff code of China (4 to 10 digits), a word, or a control code. */
  readonly goods: string;
  readonly from: string;
  readonly to: string;
  readonly facts: Readonly<Record<string, string>>;
}
/** One measure that speaks of the goods. */
export interface ControlBy {
  readonly measure: string;
  readonly verdict: ControlVerdict;
  readonly demand: string;
  readonly items: readonly string[];
  readonly what: string;
  readonly why: string;
  readonly force: string;
  readonly from: string | null;
  readonly until: string | null;
  readonly returns: string | null;
  readonly instruments: readonly string[];
  readonly cites: readonly string[];
  readonly confidence: string;
  readonly note: string | null;
}
export interface ControlMissing {
  readonly fact: string;
  readonly why: string;
  /** What the answer becomes where the fact is so. */
  readonly gives: readonly { readonly when: string; readonly verdict: ControlVerdict; readonly measure: string }[];
}
export interface ControlAnswer {
  readonly ref?: unknown;
  readonly goods: string;
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly verdict: ControlVerdict;
  readonly why: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly sure: boolean; readonly why: string }[];
  readonly by: readonly ControlBy[];
  readonly missing: readonly ControlMissing[];
  readonly next: readonly { readonly at: string; readonly verdict: ControlVerdict; readonly because: readonly string[]; readonly what: string }[];
  readonly branches: readonly { readonly if: string; readonly verdict: ControlVerdict; readonly because: readonly string[] }[];
  readonly said: readonly (SaidOf & { readonly measure: string })[];
  /** What was said of these goods without a text that is law. */
  readonly beside: readonly { readonly document: string; readonly by: string; readonly says: string }[];
  readonly looked: readonly string[];
  readonly splitDay?: readonly string[];
  readonly warnings: readonly string[];
}
