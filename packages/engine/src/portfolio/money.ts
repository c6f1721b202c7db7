import { ahead, apart, type Book, type Step } from "../book/index.js";
import { because } from "../duty/index.js";
import type { Regime } from "../law/index.js";
import { type Instant, parseInstant } from "../time/index.js";
import type { Desks, Scenario } from "../desk/index.js";
import { SIDES } from "./books.js";
import type { Portfolio } from "./holdings.js";

/** What a portfolio would owe above the ordinary rate from one moment on, in one scenario. Money as decimal text. */
export interface MoneyStep {
  readonly at: string;
  readonly additional: string;
  /** Against the step before, of the lines that are settled in both; null for the first. */
  readonly change: string | null;
  readonly byMeasure: readonly { readonly measure: string; readonly change: string }[];
  readonly because: readonly string[];
  /** Lines that wait for a fact, and between which amounts theirs lies; the most is null where it has no bound. */
  readonly open: { readonly lines: number; readonly additionalMin: string; readonly additionalMax: string | null };
}
/** Why a scenario costs more or less than the law as it stands, by measure and document, from one moment on; of the lines that are settled in both. */
export interface MoneyDifference {
  readonly scenario: string;
  readonly at: string;
  readonly amount: string;
  readonly byMeasure: readonly { readonly measure: string; readonly amount: string; readonly instruments: readonly string[] }[];
}
export interface SideOutlook {
  readonly side: "us" | "cn";
  readonly currency: "USD" | "CNY";
  readonly lines: number;
  readonly value: string;
  readonly scenarios: readonly { readonly scenario: string; readonly steps: readonly MoneyStep[] }[];
  readonly differences: readonly MoneyDifference[];
}

/** What a portfolio would owe at `on` and after each later change, in each scenario, by side. */
export function moneyAhead(p: Portfolio, desks: Desks, known: Instant, on: Instant, scenarios: readonly Scenario[]): SideOutlook[] {
  return SIDES.flatMap((side, n): SideOutlook[] => {
    const held = p.holdings[n] ?? [];
    if (held.length === 0) return [];
    const books = p.books.of(n);
    const law = books[0] as Book;
    const steps = new Map([...new Set(books)].map((b) => [b, ahead(b, held, on)]));
    const regimes = scenarios.map((s) => desks.desk(s.known ?? known, s.supposed).grounds.regime);
    return [
      {
        side,
        currency: side === "us" ? "USD" : "CNY",
        lines: held.reduce((sum, h) => sum + h.lines, 0),
        value: money(held.reduce((sum, h) => sum + BigInt(h.cents) * BigInt(h.lines), 0n)),
        scenarios: scenarios.map((s, i) => ({ scenario: s.id, steps: (steps.get(books[i] as Book) ?? []).map((step, k) => viewOf(step, k === 0, regimes[i] as Regime)) })),
        differences: scenarios.slice(1).flatMap((s, i) => (books[i + 1] === law ? [] : apart(law, books[i + 1] as Book, held, on)).map((d) => differenceOf(s.id, d, regimes[i + 1] as Regime))),
      },
    ];
  });
}

function viewOf(step: Step, first: boolean, regime: Regime): MoneyStep {
  const byMeasure = first ? [] : ranked(step.change).map(([measure, change]) => ({ measure, change: money(change) }));
  return {
    at: step.at,
    additional: money(step.additional),
    change: first ? null : money(total(step.change)),
    byMeasure,
    because: because(
      regime,
      byMeasure.map((m) => m.measure),
      parseInstant(step.at),
    ),
    open: { lines: step.openLines, additionalMin: money(step.openLeast), additionalMax: step.openMost === undefined ? null : money(step.openMost) },
  };
}

function differenceOf(scenario: string, d: ReturnType<typeof apart>[number], regime: Regime): MoneyDifference {
  const by = (measure: string): string[] => [...(regime.at(measure, parseInstant(d.at))?.by ?? [])];
  return { scenario, at: d.at, amount: money(total(d.byMeasure)), byMeasure: ranked(d.byMeasure).map(([measure, amount]) => ({ measure, amount: money(amount), instruments: by(measure) })) };
}

const total = (by: ReadonlyMap<string, bigint>): bigint => [...by.values()].reduce((a, b) => a + b, 0n);
const size = (n: bigint): bigint => (n < 0n ? -n : n);
/** The largest change first. */
const ranked = (by: ReadonlyMap<string, bigint>): [string, bigint][] => [...by].sort(([, x], [, y]) => (size(y) > size(x) ? 1 : size(y) < size(x) ? -1 : 0));

/** Cents of any size as a decimal. */
export function money(cents: bigint): string {
  const abs = cents < 0n ? -cents : cents;
  return `${cents < 0n ? "-" : ""}${abs / 100n}.${String(abs % 100n).padStart(2, "0")}`;
}
