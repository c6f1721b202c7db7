/** A filed entry summary as a report gives it: nothing computed, nothing corrected. Money in whole cents, days as YYYY-MM-DD. */
export interface FiledEntry {
  /** Eleven characters in the canonical form `XXX-NNNNNNN-N`: filer code, number, check digit. */
  readonly number: string;
  /** Two digits, such as 01 (consumption), 03 (anti-dumping), 11 (informal); undefined where the report has no such column. */
  readonly type: string | undefined;
  /** The date of entry, which chooses the rate. */
  readonly entered: string;
  readonly importer: string | undefined;
  /** Decides the rate of interest: 19 USC 1505(c), 26 USC 6621. */
  readonly importerType: "corporation" | "other" | undefined;
  readonly mode: string | undefined;
  readonly liquidation: Liquidation;
  /** Flagged for reconciliation, and whether the type 09 entry is on file; undefined where the report does not say. */
  readonly reconciliation: boolean | undefined;
  readonly reconciled: boolean | undefined;
  /** `approved`: in whole or part, so that duty came back by it. */
  readonly protest: "none" | "open" | "decided" | "approved" | undefined;
  /** Designated for drawback. */
  readonly drawback: boolean | undefined;
  /** Anti-dumping or countervailing duty is on the entry. */
  readonly antidumping: boolean | undefined;
  readonly lines: readonly FiledLine[];
  /** Fees as filed, by name (MPF, HMF), a share for each line where the report gives shares; empty where it has none. */
  readonly fees: readonly { readonly name: string; readonly amount: number }[];
}
export interface Liquidation {
  readonly status: "liquidated" | "unliquidated" | "suspended" | "extended" | undefined;
  /** The day on which it liquidated, or is set to. */
  readonly date: string | undefined;
  /** Columns of it that the report has and leaves empty for the entry: nothing has been set. */
  readonly blank?: readonly ("date" | "status")[];
}
/** One line of an entry: its chapter 99 headings and its code of chapters 1 to 97, in the order filed. */
export interface FiledLine {
  readonly number: number;
  readonly origin: string | undefined;
  readonly tariffs: readonly FiledTariff[];
  /** Facts that the report gives of the goods, by the names of regime/facts.yaml. */
  readonly facts: Readonly<Record<string, string>>;
}
/** One tariff number of a line. */
export interface FiledTariff {
  /** Digits without dots: eight for chapter 99, eight or ten for the others. */
  readonly code: string;
  readonly value: number | undefined;
  readonly duty: number | undefined;
  readonly quantity: readonly { readonly amount: string; readonly unit: string }[];
  /** Where it stands: the row of the file, the header being row 1. */
  readonly row: number;
}
/** A row that could not be read, and why; the others are answered. */
export interface RowProblem {
  readonly row: number;
  readonly entry: string | undefined;
  readonly field: string;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}
