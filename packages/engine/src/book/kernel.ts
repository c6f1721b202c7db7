import { MILLION, partOf } from "../duty/index.js";
import { MEASURE_BITS, PLAIN_BIT, OWED_BIT, SETTLED_BIT } from "./sum-tables.js";
import { DAY_RECORD, OPEN_BASE, SETTLED, type Tables } from "./tables.js";

/** Lines in columns: the number of the code (`book.place`), the place of the origin, the minute of entry, the customs value in cents. */
export interface Lines {
  readonly place: Int32Array;
  readonly origin: Uint8Array;
  readonly minute: Int32Array;
  readonly cents: Float64Array;
}
/** What lines owe together, in cents. Lines of which something is open are counted and not added. */
export interface Totals {
  lines: number;
  /** Customs value of all lines. */
  value: bigint;
  /** Lines whose additional duty is settled. */
  settled: number;
  /** Those of them whose ordinary duty is open. */
  withoutBase: number;
  base: bigint;
  additional: bigint;
  /** Additional duty by measure, in the book's order. */
  byMeasure: bigint[];
}
/** The cents of every component: `amounts` holds `most` places for each line, filled in the order of its cell's parts. */
export interface Amounts {
  readonly cell: Int32Array;
  /** OPEN_BASE where it is open, ASK_CELL where that turns on facts. */
  readonly base: Float64Array;
  readonly amounts: Float64Array;
}
const DAY = 1440;
/**
 * A product of cents and parts per million, which is whole, is rounded half up by a factor instead of a division: with half a millionth
 * more no quotient lies nearer than that to a whole number, and below 2^50 the error of the factor is less (about 2e-7).
 */
const MILLIONTH = 1e-6;
const HALF = 500_000.5;
/** The bits of a part that number its measure; a part below them has no rate. */
const NO_RATE = 1 << MEASURE_BITS;
const MEASURE = NO_RATE - 1;
/** So many lines are added in doubles, each below the limit, before the sum is put into an integer without bounds. */
const CHUNK = 65_536;

/** The epoch of an instant. Few days have an edge within them. */
function epochAt(days: Int32Array, firstDay: number, lastDay: number, edges: Int32Array, at: number): number {
  let day = ((at / DAY) | 0) - firstDay;
  if (day >>> 0 > lastDay) day = day < 0 ? 0 : lastDay;
  let epoch = days[day * DAY_RECORD] as number;
  if (at >= (days[day * DAY_RECORD + 1] as number)) while (epoch < edges.length && (edges[epoch] as number) <= at) epoch++;
  return epoch;
}

/** The cell of one line. */
export function cellAt(t: Tables, place: number, origin: number, minute: number): number {
  const epoch = epochAt(t.days, t.firstDay, t.days.length / DAY_RECORD - 1, t.edges, minute);
  return t.cells[(t.rows[place] as number) + epoch * t.origins + origin] as number;
}

/**
 * What lines from `from` up to `to` owe together. Every component of every line is rounded once, half up, as the interpreter rounds it.
 * @throws RangeError for a place that the tables do not hold: its code was numbered after they were made
 * @example totals(tables, lines, 0, lines.cents.length).additional //=> 550000n
 */
export function totals(t: Tables, lines: Lines, from: number, to: number): Totals {
  const out: Totals = { lines: to - from, value: 0n, settled: 0, withoutBase: 0, base: 0n, additional: 0n, byMeasure: Array.from({ length: t.measures }, () => 0n) };
  const sums = new Float64Array(NO_RATE);
  const later = new Int32Array(CHUNK);
  for (let at = from; at < to; at += CHUNK) chunk(t, lines, at, Math.min(to, at + CHUNK), out, sums, later);
  out.additional = out.byMeasure.reduce((a, b) => a + b, 0n);
  return out;
}

function chunk(t: Tables, lines: Lines, from: number, to: number, out: Totals, sums: Float64Array, later: Int32Array): void {
  const { place, origin, minute, cents } = lines;
  const { edges, days, firstDay, origins, limit } = t;
  const { rows, law, bases, column, records } = t.sums;
  const lastDay = days.length / DAY_RECORD - 1;
  sums.fill(0);
  let value = 0;
  let ordinary = 0;
  let settled = 0;
  let without = 0;
  let odd = 0;
  // No branch depends on the goods but one that is hardly ever taken: a wrong guess of the processor costs more than three products.
  for (let i = from; i < to; i++) {
    const v = cents[i] as number;
    const p = (place[i] as number) << 1;
    const epoch = epochAt(days, firstDay, lastDay, edges, minute[i] as number);
    const r = law[(rows[p] as number) + epoch * origins + (origin[i] as number)] as number;
    const bits = records[r] as number;
    if (v > limit || (bits & PLAIN_BIT) === 0) {
      later[odd++] = i;
      continue;
    }
    value += v;
    settled += bits & SETTLED_BIT;
    const rate = bases[(rows[p + 1] as number) + (column[epoch] as number)] as number;
    const owed = (bits & OWED_BIT) >> 1;
    const open = rate >>> 31;
    without += open & owed;
    ordinary += Math.floor((v * (rate & (0 - (owed & ~open))) + HALF) * MILLIONTH);
    const a = records[r + 1] as number;
    sums[a & MEASURE] = (sums[a & MEASURE] as number) + Math.floor((v * (a >> MEASURE_BITS) + HALF) * MILLIONTH);
    const b = records[r + 2] as number;
    if (b < NO_RATE) continue;
    sums[b & MEASURE] = (sums[b & MEASURE] as number) + Math.floor((v * (b >> MEASURE_BITS) + HALF) * MILLIONTH);
    const c = records[r + 3] as number;
    sums[c & MEASURE] = (sums[c & MEASURE] as number) + Math.floor((v * (c >> MEASURE_BITS) + HALF) * MILLIONTH);
  }
  for (let k = 0; k < odd; k++) alone(t, lines, later[k] as number, out);
  out.value += BigInt(value);
  out.base += BigInt(ordinary);
  out.settled += settled;
  out.withoutBase += without;
  for (let m = 0; m < t.measures; m++) if (sums[m] !== 0) out.byMeasure[m] = (out.byMeasure[m] as bigint) + BigInt(sums[m] as number);
}

/** A code numbered after the tables were made has no rows in them: without this its lines would owe nothing in silence. */
function numbered(t: Tables, place: number): void {
  if (!(place >= 0 && place < t.rows.length)) throw new RangeError(`no code has the place ${place} in these tables: number the codes with book.place before tablesOf`);
}

/** One line by itself: above the limit, or with duties on a part of the value. @throws RangeError for a place that the tables do not hold */
function alone(t: Tables, lines: Lines, i: number, out: Totals): void {
  const v = lines.cents[i] as number;
  numbered(t, lines.place[i] as number);
  const cell = cellAt(t, lines.place[i] as number, lines.origin[i] as number, lines.minute[i] as number);
  out.value += BigInt(v);
  if (t.outcome[cell] !== SETTLED) return;
  out.settled++;
  const b = t.base[cell] as number;
  if (b === OPEN_BASE) out.withoutBase++;
  else out.base += BigInt(partOf(partOf(v, t.baseShare[cell] as number), b));
  for (let p = t.starts[cell] as number; p < (t.starts[cell + 1] as number); p++) {
    const m = t.measure[p] as number;
    out.byMeasure[m] = (out.byMeasure[m] as bigint) + BigInt(partOf(partOf(v, t.share[p] as number), t.percent[p] as number));
  }
}

/**
 * Writes the cell and the cents of every component of each line.
 * @example amounts(tables, lines, 0, 1, out); out.amounts[0] //=> 250000
 */
export function amounts(t: Tables, lines: Lines, from: number, to: number, out: Amounts): void {
  const { place, origin, minute, cents } = lines;
  const { rows, cells, edges, days, firstDay, base, baseShare, starts, percent, share, origins, limit, most } = t;
  const lastDay = days.length / DAY_RECORD - 1;
  for (let i = from; i < to; i++) {
    const at = minute[i] as number;
    const v = cents[i] as number;
    const epoch = epochAt(days, firstDay, lastDay, edges, at);
    if ((place[i] as number) >>> 0 >= rows.length) numbered(t, place[i] as number);
    const cell = cells[(rows[place[i] as number] as number) + epoch * origins + (origin[i] as number)] as number;
    out.cell[i] = cell;
    const exact = v <= limit;
    const b = base[cell] as number;
    const bs = baseShare[cell] as number;
    if (b < 0) out.base[i] = b;
    else if (exact) out.base[i] = Math.floor(((bs === MILLION ? v : Math.floor((v * bs + 500_000) / MILLION)) * b + 500_000) / MILLION);
    else out.base[i] = partOf(partOf(v, bs), b);
    let slot = i * most;
    const end = starts[cell + 1] as number;
    for (let p = starts[cell] as number; p < end; p++, slot++) {
      const s = share[p] as number;
      if (exact) out.amounts[slot] = Math.floor(((s === MILLION ? v : Math.floor((v * s + 500_000) / MILLION)) * (percent[p] as number) + 500_000) / MILLION);
      else out.amounts[slot] = partOf(partOf(v, s), percent[p] as number);
    }
  }
}

/** Two sums of different lines as one. */
export const addTotals = (a: Totals, b: Totals): Totals => ({
  lines: a.lines + b.lines,
  value: a.value + b.value,
  settled: a.settled + b.settled,
  withoutBase: a.withoutBase + b.withoutBase,
  base: a.base + b.base,
  additional: a.additional + b.additional,
  byMeasure: a.byMeasure.map((n, m) => n + (b.byMeasure[m] as bigint)),
});
