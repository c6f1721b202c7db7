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
/** In place of an amount that is not there. */
const NONE = -1;

/** The type of a row of amounts of two decimals. */
export const amountsType = (names: readonly string[]): DuckDBType => STRUCT(Object.fromEntries(names.map((n) => [n, DECIMAL(18, 2)])));

/**
 * Writes rows of amounts into a vector of that type, straight into its memory: cents are what a decimal of two places is kept as, so
 * nothing is converted. `fill` puts the cents of a row's columns into `row`, -1 where there is none; all below 2^53.
 */
export function writeAmounts(vector: DuckDBVector, rows: number, columns: number, fill: (i: number, row: Float64Array) => void): void {
  const raw = vector as unknown as RawStruct;
  const words = raw.entryVectors.map(({ dataView: d }) => new Int32Array(d.buffer, d.byteOffset, rows * 2));
  const bits = raw.entryVectors.map(() => new Uint32Array(Math.ceil(rows / 64) * 2).fill(0xffff_ffff));
  const row = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    fill(i, row);
    for (let c = 0; c < columns; c++) {
      const cents = row[c] as number;
      if (cents === NONE) {
        const own = bits[c] as Uint32Array;
        own[i >>> 5] = (own[i >>> 5] as number) & ~(1 << (i & 31));
        continue;
      }
      const own = words[c] as Int32Array;
      own[2 * i] = cents | 0;
      if (cents > 2_147_483_647) {
        own[2 * i] = (cents % TWO_32) | 0;
        own[2 * i + 1] = Math.floor(cents / TWO_32);
      } else own[2 * i + 1] = 0;
    }
  }
  raw.entryVectors.forEach((v, c) => void (v.validity.data = new BigUint64Array((bits[c] as Uint32Array).buffer)));
  raw.flush();
}
