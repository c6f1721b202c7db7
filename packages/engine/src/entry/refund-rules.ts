import type { Instant } from "../time/index.js";

/** Where an entry goes. `needs-facts`: the file does not say enough. */
export type Bucket = "cape-1" | "cape-2" | "cape-3" | "psc" | "protest" | "court" | "needs-facts" | "none";
export const BUCKETS: readonly Bucket[] = ["cape-1", "cape-2", "cape-3", "psc", "protest", "court", "needs-facts", "none"];

/** A phase of CBP's process for refunds of IEEPA duties (CAPE). */
export interface Phase {
  readonly bucket: "cape-1" | "cape-2" | "cape-3";
  readonly announced: Instant;
  /** The first day on which a declaration can be made. */
  readonly from: string;
  /** How many days before the declaration an entry may have liquidated. */
  readonly within?: number;
  readonly types?: readonly string[];
  readonly notTypes: readonly string[];
  /** Entries flagged for reconciliation: left out, or the only ones taken. */
  readonly reconciliation?: "out" | "flagged";
  /** Takes entries whose liquidation is final. */
  readonly final: boolean;
  /** Whether the law on it is contested; then nothing in it counts as recoverable now. */
  readonly contested: boolean;
  readonly cites: readonly string[];
}
/** The ways by which duties come back (regime/refunds.yaml). Days are counted from the day after. */
export interface RefundRules {
  /** Beginnings of the headings under IEEPA, digits only. */
  readonly families: readonly string[];
  readonly phases: readonly Phase[];
  readonly correction: { readonly fromEntry: number; readonly beforeLiquidation: number; readonly notTypes: readonly string[]; readonly cites: readonly string[] };
  readonly protest: { readonly days: number; readonly cites: readonly string[] };
  /** `years` is the time for a suit: 28 USC 2636(i). */
  readonly court: { readonly years: number; readonly cites: readonly string[] };
  readonly liquidation: { readonly informal: readonly string[]; readonly deemedYears: number; readonly cites: readonly string[] };
  readonly antidumping: { readonly types: readonly string[]; readonly never: readonly string[]; readonly cites: readonly string[] };
  readonly file: { readonly most: number; readonly column: string };
}
/** A quarter's rates of interest on overpayments, in percent for a year. */
export interface Quarter {
  readonly from: string;
  readonly until: string;
  readonly corporation: number;
  readonly other: number;
  readonly announced: Instant;
  readonly confidence: string;
}
/** Interest on overpaid duties (regime/interest.yaml). */
export interface InterestRules {
  readonly quarters: readonly Quarter[];
  readonly cites: readonly string[];
}
