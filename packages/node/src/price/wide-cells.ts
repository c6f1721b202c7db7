import type { Cell } from "@truce/engine/book";
import { MILLION, partOf } from "@truce/engine/duty";
import type { Combination } from "@truce/engine/portfolio";

/** In place of an ordinary rate: there is none, or the cell must be asked, because the rate has a quantity in it. */
export const NO_RATE = -1;
export const ASK = -2;

/** What wide rows need of the cells of all combinations, as numbers that lie side by side. A cell's number is that of its combination times the scenarios, plus its scenario. */
export class WideCells {
  /** Parts per million, NO_RATE or ASK. */
  readonly baseRate: Int32Array;
  readonly baseShare: Int32Array;
  /** 1 where the additional duty is settled. */
  readonly settled: Uint8Array;
  /** Where the parts of a cell begin; one more than there are cells. */
  readonly starts: Int32Array;
  readonly rate: Int32Array;
  readonly share: Int32Array;
  /** The place of the part's measure; parts of one measure stand together. */
  readonly column: Int32Array;

  /** @param place the place of each measure among the columns of a scenario */
  constructor(
    readonly combinations: readonly Combination[],
    readonly scenarios: number,
    place: ReadonlyMap<string, number>,
  ) {
    const cells = combinations.flatMap((c) => c.cells);
    this.baseRate = Int32Array.from(cells, baseRate);
    this.baseShare = Int32Array.from(cells, (c) => c.base?.share ?? MILLION);
    this.settled = Uint8Array.from(cells, (c) => (c.outcome === "settled" ? 1 : 0));
    this.starts = new Int32Array(cells.length + 1);
    cells.forEach((c, i) => void (this.starts[i + 1] = (this.starts[i] as number) + c.parts.length));
    const parts = cells.flatMap((c) => c.parts.map((p) => ({ rate: p.percent, share: p.share, column: place.get(p.measure) as number })).sort((a, b) => a.column - b.column));
    this.rate = Int32Array.from(parts, (p) => p.rate);
    this.share = Int32Array.from(parts, (p) => p.share);
    this.column = Int32Array.from(parts, (p) => p.column);
  }

  /** Cents of a part. */
  amount(part: number, cents: number): number {
    const share = this.share[part] as number;
    return partOf(share === MILLION ? cents : partOf(cents, share), this.rate[part] as number);
  }

  cell(n: number): Cell {
    return (this.combinations[Math.floor(n / this.scenarios)] as Combination).cells[n % this.scenarios] as Cell;
  }
}

function baseRate(c: Cell): number {
  const rate = c.base?.rate;
  if (rate?.percent === undefined || c.replaced === undefined) return NO_RATE;
  if (rate.specific.length > 0 || rate.partial.length > 0) return ASK;
  return c.replaced ? 0 : rate.percent;
}
