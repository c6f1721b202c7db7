import { DECIMAL, type DuckDBType, type DuckDBVector, STRUCT } from "@duckdb/node-api";

/** What this file sees of a column of decimals: eight bytes for each value, and a bit for each that is there. */
interface RawDecimal {
  readonly dataView: DataView;
  readonly validity: { data: BigUint64Array | null };
}
interface RawStruct {
  readonly entryVectors: readonly RawDecimal[];
  readonly flush: () => void;
}
const TWO_32 = 4_294_967_296;

/** The type of a row of amounts of two decimals. */
export const amountsType = (names: readonly string[]): DuckDBType => STRUCT(Object.fromEntries(names.map((n) => [n, DECIMAL(18, 2)])));

/**
 * The columns of a vector of that type, written straight into its memory: cents are what a decimal of two places is kept as, so nothing is
 * converted. What is not put is NULL.
 */
export class AmountColumns {
  private readonly raw: RawStruct;
  private readonly words: readonly Int32Array[];
  private readonly bits: readonly Uint32Array[];

  constructor(vector: DuckDBVector, rows: number) {
    this.raw = vector as unknown as RawStruct;
    this.words = this.raw.entryVectors.map(({ dataView: d }) => new Int32Array(d.buffer, d.byteOffset, rows * 2));
    this.bits = this.raw.entryVectors.map(() => new Uint32Array(Math.ceil(rows / 64) * 2));
  }

  /** @param cents from 0 to 2^53 */
  put(row: number, column: number, cents: number): void {
    const words = this.words[column] as Int32Array;
    words[2 * row] = cents > 2_147_483_647 ? (cents % TWO_32) | 0 : cents;
    words[2 * row + 1] = cents > 2_147_483_647 ? Math.floor(cents / TWO_32) : 0;
    const bits = this.bits[column] as Uint32Array;
    bits[row >>> 5] = (bits[row >>> 5] as number) | (1 << (row & 31));
  }

  flush(): void {
    this.raw.entryVectors.forEach((v, c) => void (v.validity.data = new BigUint64Array((this.bits[c] as Uint32Array).buffer)));
    this.raw.flush();
  }
}
