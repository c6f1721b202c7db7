import { partOf } from "../duty/index.js";
import { type Instant, toUtc } from "../time/index.js";
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
  /** More or less than before, of the lines that were settled before and are after, by measure. */
  readonly change: ReadonlyMap<string, bigint>;
  readonly openLines: number;
  readonly openLeast: bigint;
  /** Undefined where an open line has no upper bound. */
  readonly openMost: bigint | undefined;
}
/** From so many holdings on, all cells are worked out at once: that takes less than a few thousand one by one. */
const MANY = 1000;

/**
 * What holdings would owe at an instant and after each later change of the law that a book knows, entered then instead of when they were.
 * Each component of each line is rounded once, half up, as everywhere.
 * @example ahead(book, holdings, on).at(-1)?.additional //=> 5500000n
 */
export function ahead(book: Book, holdings: readonly Holding[], on: Instant): Step[] {
  if (holdings.length > MANY) book.fill([...new Set(holdings.map((h) => h.origin))]);
  const groups = alike(book, holdings);
  const sum = new Sum();
  const steps: Step[] = [];
  for (const at of momentsOf(book, on)) {
    let moved = steps.length === 0;
    for (const g of groups) {
      const now = g.at(at);
      if (now === g.cell || (g.cell !== undefined && same(g.cell, now))) continue;
      for (const h of g.holdings) sum.move(g.cell, now, h);
      g.cell = now;
      moved = true;
    }
    if (moved) steps.push(sum.step(at));
  }
  return steps;
}

/**
 * How much more or less the same holdings would owe under another book, of the lines that are settled under both, by measure: at an
 * instant, and whenever it changes.
 */
export function apart(law: Book, other: Book, holdings: readonly Holding[], on: Instant): { readonly at: string; readonly byMeasure: ReadonlyMap<string, bigint> }[] {
  const pairs = alike(law, holdings).flatMap((a) => alike(other, a.holdings).map((b) => ({ a: { ...a, holdings: b.holdings }, b })));
  const sum = new Map<string, bigint>();
  const out: { at: string; byMeasure: ReadonlyMap<string, bigint> }[] = [];
  let last = "";
  for (const at of [...new Set([...momentsOf(law, on), ...momentsOf(other, on)])].sort((x, y) => x - y)) {
    for (const { a, b } of pairs) {
      const [was, now] = [a.at(at), b.at(at)];
      if (was === a.cell && now === b.cell) continue;
      if (differ(a.cell, b.cell)) for (const h of a.holdings) shift(sum, b.cell as Cell, a.cell as Cell, h);
      if (differ(was, now)) for (const h of a.holdings) shift(sum, was, now, h);
      a.cell = was;
      b.cell = now;
    }
    const byMeasure = new Map([...sum].filter(([, n]) => n !== 0n));
    const mark = [...byMeasure].join(";");
    if (mark !== last) out.push({ at: toUtc(at), byMeasure });
    last = mark;
  }
  return out;
}

/** What one holding owes above the ordinary rate under two books at one instant, in cents; undefined where it is open under one of them. */
export function owedUnder(law: Book, other: Book, h: Holding, at: Instant): { readonly before: bigint; readonly after: bigint } | undefined {
  const [a, b] = [law, other].map((book) => book.cell(book.cellOf(h.place, h.origin, at, h.circumstance))) as [Cell, Cell];
  if (a.outcome !== "settled" || b.outcome !== "settled") return undefined;
  const sum = (c: Cell): bigint => c.parts.reduce((n, p) => n + centsOf(p, h), 0n);
  return { before: sum(a), after: sum(b) };
}

/** Whether both are settled and owe something else. */
const differ = (a: Cell | undefined, b: Cell | undefined): boolean => a?.outcome === "settled" && b?.outcome === "settled" && !same(a, b);

const momentsOf = (book: Book, on: Instant): Instant[] => [on, ...([...book.edges].filter((e) => e > on) as Instant[])];

/** Holdings that share their cell at every moment. */
interface Group {
  readonly holdings: Holding[];
  readonly at: (at: Instant) => Cell;
  cell: Cell | undefined;
}

function alike(book: Book, holdings: readonly Holding[]): Group[] {
  const groups = new Map<number | string, Group>();
  for (const h of holdings) {
    const key = h.circumstance === 0 ? book.kinds.kindOf(h.place) * COUNTRIES.length + Math.max(0, COUNTRIES.indexOf(h.origin)) : `${h.place} ${h.circumstance} ${h.origin}`;
    const g = groups.get(key);
    if (g === undefined) groups.set(key, { holdings: [h], at: (at) => book.cell(book.cellOf(h.place, h.origin, at, h.circumstance)), cell: undefined });
    else g.holdings.push(h);
  }
  return [...groups.values()];
}
/** Of any other country nothing is answered. */
const COUNTRIES = ["none of these", "CN", "HK", "MO", "US"];

/** Whether two cells owe the same, whatever the reasons. */
const same = (a: Cell, b: Cell): boolean =>
  a === b ||
  (a.outcome === b.outcome &&
    a.parts.length === b.parts.length &&
    a.parts.every((p, i) => p.measure === b.parts[i]?.measure && p.percent === b.parts[i]?.percent && p.share === b.parts[i]?.share) &&
    // What is open works its range out when it is asked for it.
    (a.outcome !== "needs-facts" || (a.min === b.min && a.max === b.max)));

const centsOf = (p: Cell["parts"][number], h: Holding): bigint => BigInt(partOf(partOf(h.cents, p.share), p.percent) * h.lines);

/** Puts what one holding owes more or less by each measure into a sum. */
function shift(sum: Map<string, bigint>, was: Cell, now: Cell, h: Holding): void {
  for (const p of was.parts) sum.set(p.measure, (sum.get(p.measure) ?? 0n) - centsOf(p, h));
  for (const p of now.parts) sum.set(p.measure, (sum.get(p.measure) ?? 0n) + centsOf(p, h));
}

class Sum {
  private additional = 0n;
  private openLines = 0;
  private least = 0n;
  private most = 0n;
  private unbounded = 0;
  private change = new Map<string, bigint>();

  move(was: Cell | undefined, now: Cell, h: Holding): void {
    if (was !== undefined) this.add(was, h, -1);
    this.add(now, h, 1);
    if (was?.outcome === "settled" && now.outcome === "settled") shift(this.change, was, now, h);
  }

  private add(cell: Cell, h: Holding, sign: 1 | -1): void {
    const times = h.lines * sign;
    if (cell.outcome === "settled") {
      for (const p of cell.parts) this.additional += sign === 1 ? centsOf(p, h) : -centsOf(p, h);
      return;
    }
    this.openLines += times;
    if (cell.outcome !== "needs-facts") {
      this.unbounded += times;
      return;
    }
    this.least += BigInt(partOf(h.cents, cell.min) * times);
    if (cell.max === undefined) this.unbounded += times;
    else this.most += BigInt(partOf(h.cents, cell.max) * times);
  }

  step(at: Instant): Step {
    const change = new Map([...this.change].filter(([, n]) => n !== 0n));
    this.change = new Map();
    return { at: toUtc(at), additional: this.additional, change, openLines: this.openLines, openLeast: this.least, openMost: this.unbounded > 0 ? undefined : this.most };
  }
}
