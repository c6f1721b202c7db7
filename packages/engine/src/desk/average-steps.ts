import type { AverageStep } from "../outlook/index.js";

/** A step series with what its weights are. Weights as whole numbers in text. */
export interface Series {
  readonly total: string;
  readonly unmatched: string;
  readonly spread: string;
  readonly steps: readonly AverageStep[];
}
/** The series of all that is known, without suppositions, worked out when the regime is packed. */
export type Made = Readonly<Record<string, Series>>;
