import { type Book, type Cell, ORIGINS } from "../book/index.js";
import { MILLION, showPercent } from "../duty/index.js";
import { dayIn, fromWall, instant, toUtc } from "../time/index.js";
import type { Weighed } from "./weigh.js";

/** An average tariff from one moment on, until the next step. Percentages as decimal text of at most four places. */
export interface AverageStep {
  readonly from: string;
  readonly day: string;
  /** Ordinary and additional duty together: the middle of the two below, between which it lies. Null where no line's ordinary rate was known. */
  readonly percent: string | null;
  /** With the lines that wait for a fact at their least, and at their most. */
  readonly percentMin: string | null;
  readonly percentMax: string | null;
  /** Points above the ordinary rate, the same way. */
  readonly additional: string;
  readonly additionalMin: string;
  readonly additionalMax: string;
  /** Shares of the weight, in percent: with at least one additional duty charged, and waiting for a fact. */
  readonly covered: string;
  readonly open: string;
  /** Left out of `percent`: without an ordinary rate in percent; left out of both: with an additional duty that has no bound. */
  readonly withoutRate: string;
  readonly withoutBound: string;
  /** The ordinary rates are those of a later edition of the tariff: the one of that day is not in hand. */
  readonly ordinaryInferred?: true;
}

/**
 * The average tariff of a side on the other's goods as a step series: every moment at which it changes.
 * Each line has the ordinary rate in percent plus its additional points; a rate with a quantity in it is left out and its weight told.
 * @param origin CN for the United States, US for China
 * @example averages(book, weigh(book, goods.weights.get("us-imports-2024")), "CN").at(-1)?.percent
 */
export function averages(book: Book, w: Weighed, origin: string): AverageStep[] {
  const table = book.fill([origin]);
  const width = ORIGINS[book.side].length;
  const stride = (book.edges.length + 1) * width;
  const o = ORIGINS[book.side].indexOf(origin);
  const sums = Array.from({ length: book.edges.length }, () => new Sum());
  // The first edition in hand stands in for those before it.
  const edition = Math.max(book.firstEpoch, book.epochOf(fromWall(`${book.grounds.goods.schedule(book.side).info.first}T00:00`, book.zone)));
  for (const kind of new Set([...w.byKind.keys(), ...w.moves.keys()])) {
    let weight = w.byKind.get(kind) ?? 0n;
    const moves = new Map<number, bigint>();
    for (const m of w.moves.get(kind) ?? []) {
      const epoch = book.epochOf(fromWall(`${m.day}T00:00`, book.zone));
      if (epoch <= book.firstEpoch) weight += m.weight;
      else moves.set(epoch, (moves.get(epoch) ?? 0n) + m.weight);
    }
    const at = (epoch: number): Cell => book.cell(table[kind * stride + (epoch + 1) * width + o] as number);
    const first = ordinaryOf(at(edition));
    let last: Cell | undefined;
    let later = false;
    for (let epoch = book.firstEpoch; epoch < book.edges.length; epoch++) {
      const cell = at(epoch);
      const moved = moves.get(epoch) ?? 0n;
      if (last === cell && later === epoch >= edition && moved === 0n) continue;
      if (last !== undefined) (sums[epoch] as Sum).add(last, -weight, later ? ordinaryOf(last) : first);
      weight += moved;
      later = epoch >= edition;
      (sums[epoch] as Sum).add(cell, weight, later ? ordinaryOf(cell) : first);
      last = cell;
    }
  }
  const out: AverageStep[] = [];
  const running = new Sum();
  let mark = "";
  let seam = Number.NEGATIVE_INFINITY;
  for (let epoch = book.firstEpoch; epoch < book.edges.length; epoch++) {
    running.take(sums[epoch] as Sum);
    const step = { ...running.step(), ...(epoch < edition ? { ordinaryInferred: true as const } : {}) };
    const own = JSON.stringify(step);
    const at = instant(book.edges[epoch] as number);
    if (own !== mark) {
      // The minute between midnight and the first of a duty is a seam of the texts, and no step.
      if (out.length > 1 && at - seam <= SEAM) out.pop();
      out.push({ from: toUtc(at), day: dayIn(at, book.zone), ...step });
      seam = at;
    }
    mark = own;
  }
  return out;
}

/** Minutes between two changes of which the first is not shown. */
const SEAM = 1;

/** Weights times parts per million; whole numbers of any size. */
class Sum {
  private total = 0n;
  /** Lines with an ordinary rate in percent, and their rates. */
  private readonly rated = new Range();
  private ordinary = 0n;
  /** All lines. */
  private readonly all = new Range();
  private covered = 0n;
  private open = 0n;
  private withoutRate = 0n;
  private withoutBound = 0n;

  add(cell: Cell, weight: bigint, base: number | undefined): void {
    this.total += weight;
    if (cell.outcome !== "settled") this.open += weight;
    if (cell.parts.some((p) => p.percent > 0) || cell.min > 0) this.covered += weight;
    if (base === undefined) this.withoutRate += weight;
    if (cell.max === undefined) {
      this.withoutBound += weight;
      return;
    }
    this.all.add(weight, cell.min, cell.max);
    if (base === undefined) return;
    this.rated.add(weight, cell.min, cell.max);
    this.ordinary += weight * BigInt(base);
  }

  take(o: Sum): void {
    this.total += o.total;
    this.rated.take(o.rated);
    this.all.take(o.all);
    this.ordinary += o.ordinary;
    this.covered += o.covered;
    this.open += o.open;
    this.withoutRate += o.withoutRate;
    this.withoutBound += o.withoutBound;
  }

  step(): Omit<AverageStep, "from" | "day"> {
    const share = (n: bigint): string => rounded(n * BigInt(MILLION), this.total);
    const { rated, all, ordinary } = this;
    const mean = (n: bigint, weight: bigint): string | null => (rated.weight === 0n ? null : rounded(n, weight));
    return {
      percent: mean(2n * ordinary + rated.least + rated.most, 2n * rated.weight),
      percentMin: mean(ordinary + rated.least, rated.weight),
      percentMax: mean(ordinary + rated.most, rated.weight),
      additional: rounded(all.least + all.most, 2n * all.weight),
      additionalMin: rounded(all.least, all.weight),
      additionalMax: rounded(all.most, all.weight),
      covered: share(this.covered),
      open: share(this.open),
      withoutRate: share(this.withoutRate),
      withoutBound: share(this.withoutBound),
    };
  }
}

class Range {
  weight = 0n;
  least = 0n;
  most = 0n;

  add(weight: bigint, least: number, most: number): void {
    this.weight += weight;
    this.least += weight * BigInt(least);
    this.most += weight * BigInt(most);
  }
  take(o: Range): void {
    this.weight += o.weight;
    this.least += o.least;
    this.most += o.most;
  }
}

/** A quotient in parts per million, rounded half up, as percent. */
const rounded = (n: bigint, by: bigint): string => (by === 0n ? "0" : showPercent(Number((n * 2n + by) / (by * 2n))));

/** The ordinary rate where it is a percentage; additional points of a duty that replaces it are counted above it. */
function ordinaryOf(cell: Cell): number | undefined {
  const rate = cell.base?.rate;
  return rate?.percent === undefined || rate.specific.length > 0 || rate.partial.length > 0 ? undefined : rate.percent;
}
