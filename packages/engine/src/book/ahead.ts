import { partOf } from "../duty/index.js";
import type { Instant } from "../time/index.js";
import { toUtc } from "../time/index.js";
import type { Book } from "./book.js";
import type { Cell } from "./cell.js";

/** Goods of one kind and value as a portfolio holds them: the number of the code and of the facts in the book, origin, customs value in cents. */
export interface Holding {
  readonly place: number;
  readonly circumstance: number;
  readonly origin: string;
  readonly cents: number;
  /** How many lines of this very kind and value. */
  readonly lines: number;
}
/** What the holdings would owe if they were entered from an instant on, until the next step. Cents; what is open is in none of the sums but its own. */
export interface Step {
  readonly at: string;
  readonly additional: bigint;
  readonly openLines: number;
  readonly openLeast: bigint;
  /** Undefined where an open line has no upper bound. */
  readonly openMost: bigint | undefined;
  /** Additional duty by measure. */
  readonly byMeasure: ReadonlyMap<string, bigint>;
}

/** From so many holdings on, all cells are worked out at once: that takes less than a few thousand one by one. */
const MANY = 1000;

/**
 * What holdings would owe at an instant and after each later change of the law that a book knows, entered then instead of when they were.
 * Each component of each line is rounded once, half up, as everywhere.
 * @example ahead(book, holdings, on).at(-1)?.additional //=> 5500000n
 */
export function ahead(book: Book, holdings: readonly Holding[], on: Instant): Step[] {
  if (holdings.length > MANY) book.fill();
  const steps: Step[] = [];
  const cells = new Int32Array(holdings.length).fill(-1);
  const sum = new Sum();
  for (const at of [on, ...[...book.edges].filter((e) => e > on)] as Instant[]) {
    let moved = steps.length === 0;
    holdings.forEach((h, i) => {
      const id = book.cellOf(h.place, h.origin, at, h.circumstance);
      const before = cells[i] as number;
      if (id === before) return;
      const now = book.cell(id);
      if (before >= 0) {
        const old = book.cell(before);
        if (same(old, now)) {
          cells[i] = id;
          return;
        }
        sum.add(old, h, -1n);
      }
      sum.add(now, h, 1n);
      cells[i] = id;
      moved = true;
    });
    if (moved) steps.push(sum.step(at));
  }
  return steps;
}

/** Whether two cells owe the same, whatever the reasons. */
const same = (a: Cell, b: Cell): boolean =>
  a.outcome === b.outcome &&
  a.parts.length === b.parts.length &&
  a.parts.every((p, i) => p.measure === b.parts[i]?.measure && p.percent === b.parts[i]?.percent && p.share === b.parts[i]?.share) &&
  // What is open works its range out when it is asked for it.
  (a.outcome !== "needs-facts" || (a.min === b.min && a.max === b.max));

class Sum {
  private additional = 0n;
  private openLines = 0;
  private least = 0n;
  private most = 0n;
  private unbounded = 0;
  private readonly measures = new Map<string, bigint>();

  add(cell: Cell, h: Holding, sign: 1n | -1n): void {
    const times = BigInt(h.lines) * sign;
    if (cell.outcome === "settled") {
      for (const p of cell.parts) {
        const cents = BigInt(partOf(partOf(h.cents, p.share), p.percent)) * times;
        this.additional += cents;
        this.measures.set(p.measure, (this.measures.get(p.measure) ?? 0n) + cents);
      }
      return;
    }
    this.openLines += h.lines * Number(sign);
    if (cell.outcome !== "needs-facts") {
      this.unbounded += h.lines * Number(sign);
      return;
    }
    this.least += BigInt(partOf(h.cents, cell.min)) * times;
    if (cell.max === undefined) this.unbounded += h.lines * Number(sign);
    else this.most += BigInt(partOf(h.cents, cell.max)) * times;
  }

  step(at: Instant): Step {
    return {
      at: toUtc(at),
      additional: this.additional,
      openLines: this.openLines,
      openLeast: this.least,
      openMost: this.unbounded > 0 ? undefined : this.most,
      byMeasure: new Map([...this.measures].filter(([, n]) => n !== 0n)),
    };
  }
}
