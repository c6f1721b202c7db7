import { instant } from "../time/index.js";
import { type Book, ORIGINS } from "./book.js";
import type { Cell } from "./cell.js";
import { int32, memory, uint8 } from "./memory.js";
import { OpenCell } from "./open-cell.js";
import { type SumTables, sumTables } from "./sum-tables.js";

const DAY = 1440;
/** What a cell is to the kernel. */
export const SETTLED = 0;
export const NEEDS_FACTS = 1;
export const BEYOND_HORIZON = 2;
export const NOT_COVERED = 3;
/** In place of an ordinary rate in parts per million: it has a quantity in it, is words, or turns on a fact. */
export const OPEN_BASE = -1;
/** In its place where whether another duty replaces it turns on facts: the cell itself works that out when it is asked. */
export const ASK_CELL = -2;

/**
 * A book as numbers alone, for the kernel: shared between threads without a copy. Rates in parts per million, instants in minutes.
 * A line finds its cell at `cells[rows[place] + epoch * origins + origin]`.
 */
export interface Tables {
  readonly origins: number;
  readonly rows: Int32Array;
  readonly cells: Int32Array;
  /** The instants at which epochs begin; the epoch before them all is 0. */
  readonly edges: Int32Array;
  /** The first day of `days`, in days since 1970 UTC. */
  readonly firstDay: number;
  /** For each day the epoch at its first minute, and the next edge. */
  readonly days: Int32Array;
  readonly outcome: Uint8Array;
  readonly base: Int32Array;
  /** The part of the value that pays the ordinary duty. */
  readonly baseShare: Int32Array;
  /** Where the parts of a cell begin; one more than there are cells. */
  readonly starts: Int32Array;
  readonly percent: Int32Array;
  readonly share: Int32Array;
  /** Place of the part's measure in the book's order. */
  readonly measure: Uint8Array;
  readonly measures: number;
  /** The most parts that a cell has. */
  readonly most: number;
  /** The same without what sums do not need, small enough for the processor's own memory. */
  readonly sums: SumTables;
  /** Up to this value in cents every product is exact; above it lines are priced one by one. */
  readonly limit: number;
}

/**
 * The tables of a book for lines without facts, whose codes have been numbered by `book.place`.
 * @example totals(tablesOf(book), lines, 0, lines.cents.length)
 */
export function tablesOf(book: Book): Tables {
  const origins = ORIGINS[book.side].length;
  const stride = (book.edges.length + 1) * origins;
  const rows = new Int32Array(book.places);
  const filled = book.fill();
  const own = new Map<number, number>();
  const extra: number[] = [];
  for (let place = 0; place < rows.length; place++) {
    const kind = book.kinds.kindOf(place);
    if ((kind + 1) * stride <= filled.length) {
      rows[place] = kind * stride;
      continue;
    }
    let row = own.get(kind);
    if (row === undefined) {
      own.set(kind, (row = filled.length + extra.length));
      for (let epoch = -1; epoch < book.edges.length; epoch++) for (let o = 0; o < origins; o++) extra.push(book.plainCell(kind, epoch, o));
    }
    rows[place] = row;
  }
  const cells = new Int32Array(memory((filled.length + extra.length) * 4));
  cells.set(filled);
  cells.set(extra, filled.length);
  const cellNumbers = numbers(book);
  const t = { origins, rows: int32(rows), cells, ...days(book), ...cellNumbers, limit: LIMIT };
  return { ...t, sums: sumTables(t, stride, rawBases(book)) };
}

/** The ordinary ad valorem rate of each cell, whether or not another duty takes its place. */
const rawBases = (book: Book): number[] =>
  Array.from({ length: book.size }, (_, id) => {
    const rate = book.cell(id).base?.rate;
    return rate?.percent === undefined || rate.specific.length > 0 || rate.partial.length > 0 ? OPEN_BASE : rate.percent;
  });

/** 2^50 over two million parts per million, in cents: 5.6 million dollars. */
const LIMIT = 562_949_953;

/** Numbers for a day. */
export const DAY_RECORD = 2;
const NEVER = 2 ** 31 - 1;

function days(book: Book): Pick<Tables, "edges" | "firstDay" | "days"> {
  const [first, last] = [book.edges[book.firstEpoch] as number, book.edges.at(-1) as number];
  const firstDay = Math.floor(first / DAY) - 1;
  const count = Math.floor(last / DAY) - firstDay + 2;
  const out: number[] = [];
  for (let d = 0; d < count; d++) {
    const epoch = book.epochOf(instant((firstDay + d) * DAY)) + 1;
    out.push(epoch, book.edges[epoch] ?? NEVER);
  }
  return { edges: int32(book.edges), firstDay, days: int32(out) };
}

function numbers(book: Book): Pick<Tables, "outcome" | "base" | "baseShare" | "starts" | "percent" | "share" | "measure" | "measures" | "most"> {
  const cells: Cell[] = Array.from({ length: book.size }, (_, id) => book.cell(id));
  const place = new Map(book.measures.map((m, i) => [m, i]));
  const starts = [0];
  for (const c of cells) starts.push((starts.at(-1) as number) + c.parts.length);
  const parts = cells.flatMap((c) => c.parts);
  return {
    outcome: uint8(cells.map((c) => ({ settled: SETTLED, "needs-facts": NEEDS_FACTS, "beyond-horizon": BEYOND_HORIZON, "not-covered": NOT_COVERED })[c.outcome])),
    base: int32(cells.map(baseOf)),
    baseShare: int32(cells.map((c) => c.base?.share ?? 0)),
    starts: int32(starts),
    percent: int32(parts.map((p) => p.percent)),
    share: int32(parts.map((p) => p.share)),
    measure: uint8(parts.map((p) => place.get(p.measure) as number)),
    measures: book.measures.length,
    most: cells.reduce((n, c) => Math.max(n, c.parts.length), 1),
  };
}

/** The ad valorem rate of the ordinary duty, nothing where another takes its place. */
function baseOf(c: Cell): number {
  if (c.base === undefined || c.outcome === "beyond-horizon" || c.outcome === "not-covered") return OPEN_BASE;
  const { rate } = c.base;
  if (rate.percent === undefined || rate.specific.length > 0 || rate.partial.length > 0) return OPEN_BASE;
  if (c instanceof OpenCell && c.replacing) return ASK_CELL;
  return c.replaced === undefined ? OPEN_BASE : c.replaced ? 0 : rate.percent;
}
