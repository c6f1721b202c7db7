import { ARRAY, DECIMAL, type DuckDBType, type DuckDBVector } from "@duckdb/node-api";

/** What this file sees of an array of decimals: eight bytes for each value, and a bit for each that is there. */
interface RawArray {
  readonly childData: { readonly dataView: DataView; readonly validity: { data: BigUint64Array | null } };
  readonly flush: () => void;
}
const TWO_32 = 4_294_967_296;

/** The type of a row of so many amounts of two decimals. */
export const amountsType = (width: number): DuckDBType => ARRAY(DECIMAL(18, 2), width);

/**
 * The rows of a vector of that type, written straight into its memory: cents are what a decimal of two places is kept as, so nothing is
 * converted. What is not put is NULL. One array costs a fraction of a column for each amount, each of which DuckDB hands over by itself.
 */
export class AmountRows {
  private readonly raw: RawArray;
  private readonly words: Int32Array;
  private readonly bits: Uint32Array;

  constructor(
    vector: DuckDBVector,
    rows: number,
    private readonly width: number,
  ) {
    this.raw = vector as unknown as RawArray;
    const { dataView: d } = this.raw.childData;
    this.words = new Int32Array(d.buffer, d.byteOffset, rows * width * 2);
    this.bits = new Uint32Array(Math.ceil((rows * width) / 64) * 2);
  }

  /** @param cents from 0 to 2^53 */
  put(row: number, column: number, cents: number): void {
    const at = row * this.width + column;
    const far = cents > 2_147_483_647;
    this.words[2 * at] = far ? (cents % TWO_32) | 0 : cents;
    this.words[2 * at + 1] = far ? Math.floor(cents / TWO_32) : 0;
    this.bits[at >>> 5] = (this.bits[at >>> 5] as number) | (1 << (at & 31));
  }

  flush(): void {
    this.raw.childData.validity.data = new BigUint64Array(this.bits.buffer);
    this.raw.flush();
  }
}
