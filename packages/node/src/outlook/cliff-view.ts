import type { CliffRow, Lag } from "@truce/engine/outlook";
import type { MoneyStep } from "./money.js";

/** What `truce cliff` answers. */
export interface CliffView {
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly supposed: readonly string[];
  readonly dates: readonly (CliffRow & { readonly effect: readonly { readonly side: "us" | "cn"; readonly currency: string; readonly change: string }[] | null })[];
  readonly portfolio: {
    readonly file: string;
    readonly rows: number;
    readonly rejected: number;
    readonly sides: readonly { readonly side: "us" | "cn"; readonly currency: string; readonly lines: number; readonly value: string; readonly steps: readonly MoneyStep[] }[];
  } | null;
  readonly lags: readonly Lag[];
  readonly warnings: readonly string[];
}
