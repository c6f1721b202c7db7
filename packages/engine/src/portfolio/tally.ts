import type { Combination } from "./books.js";
import { baseCents, OPEN, SUM, sumCents } from "./sums.js";

/** A sum of cents of any size: doubles below 2^52, and the rest without bounds. */
export class Sum {
  private near = 0;
  private far = 0n;

  add(cents: number): void {
    this.near += cents;
    if (this.near < 4_503_599_627_370_496) return;
    this.far += BigInt(this.near);
    this.near = 0;
  }
  get cents(): bigint {
    return this.far + BigInt(this.near);
  }
}
const OUTCOMES = ["settled", "needs-facts", "beyond-horizon", "not-covered"] as const;

/** What the lines of one side come to in one scenario. */
class Column {
  readonly base = new Sum();
  readonly additional = new Sum();
  readonly total = new Sum();
  readonly openValue = new Sum();
  readonly least = new Sum();
  readonly most = new Sum();
  /** More and less duty than under the law as it stands. */
  readonly more = new Sum();
  readonly less = new Sum();
  readonly lines: Record<(typeof OUTCOMES)[number], number> = { settled: 0, "needs-facts": 0, "beyond-horizon": 0, "not-covered": 0 };
  without = 0;
  unbounded = 0;
}

/** The sums of a file, added up while it is read: lines by side, in each scenario. The numbers have the names that a summary reads. */
export class Tally {
  /** How many lines were added. */
  count = 0;
  private readonly sides = new Map<"us" | "cn", { lines: number; readonly value: Sum; readonly columns: readonly Column[] }>();

  constructor(private readonly scenarios: number) {}

  add(c: Combination, cents: number, quantity: () => string | null): void {
    this.count++;
    let side = this.sides.get(c.side);
    if (side === undefined) this.sides.set(c.side, (side = { lines: 0, value: new Sum(), columns: Array.from({ length: this.scenarios }, () => new Column()) }));
    side.lines++;
    side.value.add(cents);
    let before = OPEN;
    for (let s = 0; s < this.scenarios; s++) {
      const cell = c.cells[s] as Combination["cells"][number];
      const column = side.columns[s] as Column;
      column.lines[cell.outcome]++;
      if (cell.outcome !== "settled") {
        column.openValue.add(cents);
        const [least, most] = [sumCents(cell, SUM.least, cents), sumCents(cell, SUM.most, cents)];
        if (least !== OPEN) column.least.add(least);
        if (most === OPEN) column.unbounded++;
        else column.most.add(most);
        continue;
      }
      const additional = sumCents(cell, SUM.additional, cents);
      const base = baseCents(cell, cents, quantity);
      column.additional.add(additional);
      if (base === OPEN) column.without++;
      else {
        column.base.add(base);
        column.total.add(base + additional);
      }
      if (s === 0) before = additional;
      else if (before !== OPEN) (additional > before ? column.more : column.less).add(Math.abs(additional - before));
    }
  }

  /** A row for each side, as the totals of a summary are read from SQL. */
  rows(): Record<string, unknown>[] {
    return [...this.sides].map(([side, x]) => ({
      side,
      lines: x.lines,
      value: x.value.cents,
      ...Object.assign(
        {},
        ...x.columns.map((c, i) => ({
          [`settled_${i}`]: c.lines.settled,
          [`base_${i}`]: c.base.cents,
          [`additional_${i}`]: c.additional.cents,
          [`total_${i}`]: c.total.cents,
          [`without_${i}`]: c.without,
          [`change_${i}`]: c.more.cents - c.less.cents,
          [`open_${i}`]: x.lines - c.lines.settled,
          [`openvalue_${i}`]: c.openValue.cents,
          ...Object.fromEntries(OUTCOMES.slice(1).map((o) => [`${o}_${i}`, c.lines[o]])),
          [`min_${i}`]: c.least.cents,
          [`max_${i}`]: c.most.cents,
          [`unbounded_${i}`]: c.unbounded,
        })),
      ),
    }));
  }
}
