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
/** Above which value an entry is formal, from a day on, in cents. */
export interface InformalRow {
  readonly from: string;
  readonly announced: string;
  readonly above: number;
  /** The same for articles filed with a heading of chapter 99, subchapters III and IV, where it differs. */
  readonly aboveWithChapter99?: number;
  readonly source: string;
  readonly confidence: "confirmed" | "partial" | "unconfirmed";
}
export interface FeeTable {
  /** Both in the order of their first days. */
  readonly informal: readonly InformalRow[];
  readonly rows: readonly FeeRow[];
}
