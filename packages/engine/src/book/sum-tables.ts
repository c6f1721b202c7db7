import { MILLION } from "../duty/index.js";
import { int32, memory } from "./memory.js";
import { NOT_COVERED, OPEN_BASE, SETTLED, type Tables } from "./tables.js";

/**
 * What sums need of a book, cut in two so that each half is small: the additional duties by goods, epoch and origin, and the ordinary
 * rate by goods and edition. A line's duties are at `law[rows[2 * place] + epoch * origins + origin]`, its ordinary rate at
 * `bases[rows[2 * place + 1] + column[epoch]]`.
 */
export interface SumTables {
  /** For each place where its duties and its ordinary rates begin. */
  readonly rows: Int32Array;
  /** Places in `records`. */
  readonly law: Uint16Array | Int32Array;
  /** Parts per million; OPEN_BASE where the rate has a quantity in it or is not in hand. */
  readonly bases: Int32Array;
  readonly column: Int32Array;
  /** Four numbers for each: bits (SETTLED_BIT, OWED_BIT, PLAIN_BIT), then three parts, rate and measure in one (see MEASURE_BITS). Parts that are not there have rate 0 and a measure of none. */
  readonly records: Int32Array;
}
type Whole = Omit<Tables, "sums">;

/** Additional duty is settled; ordinary duty is owed where it is; the line needs no long way. A place outside the tables has no bit at all, and takes the long way, where it is refused. */
export const SETTLED_BIT = 1;
export const OWED_BIT = 2;
export const PLAIN_BIT = 4;
/** How many parts a record holds, and the low bits of each that number its measure. */
export const FITTING = 3;
export const MEASURE_BITS = 6;
/** The highest rate, in parts per million, for which the kernel's limit is worked out. */
const MOST = 2_000_000;

/** @param rawBases the ordinary rate of each cell, whether or not another duty takes its place */
export function sumTables(t: Whole, stride: number, rawBases: readonly number[]): SumTables {
  const { records, placeOf } = recordsOf(t, rawBases);
  const epochs = stride / t.origins;
  const column = columnsOf(t, stride, rawBases);
  const columns = (column.at(-1) as number) + 1;
  const law = new Rows();
  const bases = new Rows();
  const lawRows = new Map<number, number>();
  const baseRows = new Map<number, number>();
  for (const row of new Set(t.rows)) {
    const cells = t.cells.subarray(row, row + stride);
    lawRows.set(row, law.add(Array.from(cells, (c) => placeOf[c] as number)));
    const own = new Array<number>(columns).fill(OPEN_BASE);
    for (let epoch = 0; epoch < epochs; epoch++) {
      const cell = cells[epoch * t.origins] as number;
      if (t.outcome[cell] !== NOT_COVERED) own[column[epoch] as number] = rawBases[cell] as number;
    }
    baseRows.set(row, bases.add(own));
  }
  const short = records.length <= 65_536 ? new Uint16Array(memory(law.all.length * 2)) : new Int32Array(memory(law.all.length * 4));
  short.set(law.all);
  return {
    rows: int32(Array.from(t.rows, (r) => [lawRows.get(r) as number, baseRows.get(r) as number]).flat()),
    law: short,
    bases: int32(bases.all),
    column: int32(column),
    records: int32(records),
  };
}

/** Rows of numbers, each kept once. */
class Rows {
  readonly all: number[] = [];
  private readonly known = new Map<string, number>();
  add(row: readonly number[]): number {
    const key = row.join();
    let at = this.known.get(key);
    if (at === undefined) {
      this.known.set(key, (at = this.all.length));
      for (const n of row) this.all.push(n);
    }
    return at;
  }
}

/** For each epoch the column of its ordinary rates: a new one where any rate changes. */
function columnsOf(t: Whole, stride: number, rawBases: readonly number[]): number[] {
  const rows = [...new Set(t.rows)];
  const out: number[] = [];
  for (let epoch = 0; epoch < stride / t.origins; epoch++) {
    const rate = (row: number, e: number): number | undefined => {
      const cell = t.cells[row + e * t.origins] as number;
      return t.outcome[cell] === SETTLED ? rawBases[cell] : undefined;
    };
    const same = epoch > 0 && rows.every((row) => rate(row, epoch - 1) === undefined || rate(row, epoch) === undefined || rate(row, epoch - 1) === rate(row, epoch));
    out.push(epoch === 0 ? 0 : (out[epoch - 1] as number) + (same ? 0 : 1));
  }
  return out;
}

function recordsOf(t: Whole, rawBases: readonly number[]): { records: number[]; placeOf: number[] } {
  const known = new Map<string, number>();
  const records: number[] = [];
  const placeOf = Array.from(t.outcome, (_, cell) => {
    const record = recordOf(t, cell, rawBases[cell] as number);
    const key = record.join();
    let at = known.get(key);
    if (at === undefined) {
      known.set(key, (at = records.length));
      records.push(...record);
    }
    return at;
  });
  return { records, placeOf };
}

function recordOf(t: Whole, cell: number, rawBase: number): number[] {
  const settled = t.outcome[cell] === SETTLED;
  const [from, to] = [t.starts[cell] as number, t.starts[cell + 1] as number];
  // Nothing is owed in ordinary duty where another duty takes its place: the cell then has 0 and the rate itself another.
  const replaced = t.base[cell] === 0 && rawBase !== 0;
  const odd =
    settled &&
    (t.measures + FITTING > 1 << MEASURE_BITS ||
      to - from > FITTING ||
      t.percent.subarray(from, to).some((x) => x > MOST) ||
      (rawBase !== OPEN_BASE && t.baseShare[cell] !== MILLION) ||
      t.share.subarray(from, to).some((s) => s !== MILLION));
  const record = [(settled ? SETTLED_BIT : 0) | (settled && !replaced ? OWED_BIT : 0) | (odd ? 0 : PLAIN_BIT)];
  for (let k = 0; k < FITTING; k++) {
    const p = settled && from + k < to ? from + k : undefined;
    record.push(p === undefined ? t.measures + k : ((t.percent[p] as number) << MEASURE_BITS) | (t.measure[p] as number));
  }
  return record;
}
