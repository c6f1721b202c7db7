import type { ScenarioName, SideSum } from "./side-sums.js";

/** Lines that move most, so many for each scenario. */
export const MOVERS = 10;
/** One row of a table; the last may stand for all others. */
export interface TableRow {
  readonly key: string | null;
  readonly others?: number;
  readonly side: "us" | "cn";
  readonly lines: number;
  readonly value: string;
  readonly scenarios: readonly { readonly scenario: string; readonly additional: string; readonly duty: string; readonly open: number }[];
}
export type TableName = "sku" | "heading" | "supplier" | "month" | "origin";
/** A line that one scenario moves more than others. */
export interface Mover {
  readonly scenario: string;
  readonly row: number;
  readonly ref: string | null;
  readonly sku: string | null;
  readonly code: string;
  readonly side: "us" | "cn";
  readonly value: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}
export interface Summary {
  readonly scenarios: readonly ScenarioName[];
  readonly sides: readonly SideSum[];
  readonly tables: Readonly<Record<TableName, readonly TableRow[]>>;
  readonly movers: readonly Mover[];
  /** The facts for which lines of the law as it stands wait, with how many wait for each. */
  readonly missing: readonly { readonly fact: string; readonly lines: number }[];
}
