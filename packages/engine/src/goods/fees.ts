/** A fee of a US entry from a day on: rate in parts per million, amounts in cents; one that is left out is not in hand. */
export interface FeeRow {
  readonly fee: "MPF" | "HMF";
  /** Days in Washington: from which entries pay it, and on which it could first be read. */
  readonly from: string;
  readonly announced: string;
  readonly percent: number;
  /** The least and the most that one formal entry pays. */
  readonly min?: number;
  readonly max?: number;
  /** The flat fee of an automated informal entry. */
  readonly informal?: number;
  /** The only mode of transport that pays it. */
  readonly mode?: string;
  readonly source: string;
  readonly confidence: "confirmed" | "partial" | "unconfirmed";
  readonly inferred?: true;
}
export interface FeeTable {
  /** Cents of value up to which an entry may be informal, with the provision. */
  readonly informal: { readonly upTo: number; readonly source: string; readonly note?: string };
  /** In the order of their first days. */
  readonly rows: readonly FeeRow[];
}
