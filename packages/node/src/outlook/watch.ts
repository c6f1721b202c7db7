import { type Book, type Holding, owedUnder } from "@truce/engine/book";
import { learned } from "@truce/engine/outlook";
import { type Instant, toUtc } from "@truce/engine/time";
import type { Desks, Scenario } from "@truce/engine/desk";
import { money, moneyAhead, type MoneyDifference, type MoneyStep, type Portfolio, SIDES } from "@truce/engine/portfolio";

/** What was learned between two moments that touches the goods of a portfolio, in money. Amounts as decimal text. */
export interface WatchView {
  readonly file: string;
  readonly since: string;
  readonly known: string;
  readonly on: string;
  readonly horizon: string;
  readonly rows: number;
  readonly rejected: number;
  readonly sides: readonly {
    readonly side: "us" | "cn";
    readonly currency: "USD" | "CNY";
    readonly lines: number;
    readonly value: string;
    /** Additional duty if the goods are entered on `on`, by the law as known before and after. */
    readonly before: MoneyStep | null;
    readonly after: MoneyStep | null;
    /** More or less duty by what was learned, of the lines that are settled both ways: from `on`, and whenever the difference changes later. */
    readonly differences: readonly MoneyDifference[];
  }[];
  /** Documents learned in between that act on a duty whose sum they move. */
  readonly instruments: readonly { readonly id: string; readonly title: string; readonly standing: string; readonly announced: string; readonly measures: readonly string[] }[];
  /** The goods that move most on `on`. */
  readonly movers: readonly {
    readonly side: "us" | "cn";
    readonly code: string;
    readonly from: string;
    readonly value: string;
    readonly lines: number;
    readonly before: string;
    readonly after: string;
    readonly change: string;
  }[];
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
}
const MOVERS = 10;

/** The columns of a watch: the law as known before, and after. */
export const watchColumns = (since: Instant, known: Instant): Scenario[] => [
  { id: "before", title: "as known before", supposed: [], known: since },
  { id: "after", title: "as known after", supposed: [], known },
];

/** What was learned since a moment that touches a portfolio. */
export function watchView(p: Portfolio, desks: Desks, q: { readonly since: Instant; readonly known: Instant; readonly on: Instant }): WatchView {
  const sides = moneyAhead(p, desks, q.known, q.on, watchColumns(q.since, q.known));
  const moved = new Set(sides.flatMap((s) => s.differences.flatMap((d) => d.byMeasure.map((m) => m.measure))));
  const news = learned(desks.regimeAt(q.since, []), desks.regimeAt(q.known, []));
  const measuresOf = new Map<string, Set<string>>();
  for (const m of news.measures) if (moved.has(m.measure)) for (const c of m.changes) for (const id of c.because) measuresOf.set(id, (measuresOf.get(id) ?? new Set()).add(m.measure));
  const { horizon } = desks.regime.law;
  return {
    file: p.file,
    since: toUtc(q.since),
    known: toUtc(q.known),
    on: toUtc(q.on),
    horizon,
    rows: p.rows,
    rejected: p.rejected,
    sides: sides.map((s) => ({
      side: s.side,
      currency: s.currency,
      lines: s.lines,
      value: s.value,
      before: s.scenarios[0]?.steps[0] ?? null,
      after: s.scenarios[1]?.steps[0] ?? null,
      differences: s.differences.filter((d, i) => i > 0 || d.byMeasure.length > 0),
    })),
    instruments: news.instruments.filter((i) => measuresOf.has(i.id)).map(({ id, title, standing, announced }) => ({ id, title, standing, announced, measures: [...(measuresOf.get(id) ?? [])] })),
    movers: SIDES.flatMap((side, n) => moversOf(side, p.books.of(n), p.holdings[n] ?? [], q.on))
      .sort((a, b) => Math.abs(Number(b.change)) - Math.abs(Number(a.change)))
      .slice(0, MOVERS),
    notes: p.notes,
    warnings: [...(toUtc(q.known).slice(0, 10) > horizon ? [`the regime was checked to ${horizon}: what was announced after that day is not in this answer`] : []), ...desks.soon(q.known)],
  };
}

function moversOf(side: "us" | "cn", books: readonly Book[], held: readonly Holding[], on: Instant): WatchView["movers"] {
  const [before, after] = books as [Book, Book];
  return held
    .flatMap((h) => {
      const owed = owedUnder(before, after, h, on);
      return owed === undefined || owed.before === owed.after ? [] : [{ h, ...owed, size: owed.after > owed.before ? owed.after - owed.before : owed.before - owed.after }];
    })
    .sort((a, b) => (b.size > a.size ? 1 : b.size < a.size ? -1 : 0))
    .slice(0, MOVERS)
    .map((x) => ({
      side,
      code: before.kinds.placeAt(x.h.place).asked,
      from: x.h.origin,
      value: money(BigInt(x.h.cents) * BigInt(x.h.lines)),
      lines: x.h.lines,
      before: money(x.before),
      after: money(x.after),
      change: money(x.after - x.before),
    }));
}
