import { ahead, type Step } from "@truce/engine/book";
import { because } from "@truce/engine/duty";
import { type Instant, parseInstant } from "@truce/engine/time";
import type { Desks } from "../grounds/desk.js";
import type { Scenario } from "../grounds/scenarios.js";
import { SIDES } from "../price/books.js";
import type { Portfolio } from "./holdings.js";

/** What a portfolio would owe above the ordinary rate from one moment on, in one scenario. Money as decimal text. */
export interface MoneyStep {
  readonly at: string;
  readonly additional: string;
  /** Against the step before; null for the first. */
  readonly change: string | null;
  readonly byMeasure: readonly { readonly measure: string; readonly change: string }[];
  readonly because: readonly string[];
  /** Lines that wait for a fact, and between which amounts theirs lies; the most is null where it has no bound. */
  readonly open: { readonly lines: number; readonly additionalMin: string; readonly additionalMax: string | null };
}
/** Why a scenario costs more or less than the law as it stands, by measure and document, from one moment on. */
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
    const steps = scenarios.map((_, i) => ahead(books[i] as (typeof books)[number], held, on));
    return [
      {
        side,
        currency: side === "us" ? "USD" : "CNY",
        lines: held.reduce((sum, h) => sum + h.lines, 0),
        value: money(held.reduce((sum, h) => sum + BigInt(h.cents) * BigInt(h.lines), 0n)),
        scenarios: scenarios.map((s, i) => ({ scenario: s.id, steps: viewOf(steps[i] as Step[], desks, known, s) })),
        differences: scenarios.slice(1).flatMap((s, i) => differences(steps[0] as Step[], steps[i + 1] as Step[], desks, known, s)),
      },
    ];
  });
}

function viewOf(steps: readonly Step[], desks: Desks, known: Instant, s: Scenario): MoneyStep[] {
  const { regime } = desks.desk(known, s.supposed).grounds;
  return steps.map((step, i) => {
    const before = steps[i - 1];
    const byMeasure = before === undefined ? [] : moved(before.byMeasure, step.byMeasure).map(([measure, change]) => ({ measure, change: money(change) }));
    return {
      at: step.at,
      additional: money(step.additional),
      change: before === undefined ? null : money(step.additional - before.additional),
      byMeasure,
      because: because(
        regime,
        byMeasure.map((m) => m.measure),
        parseInstant(step.at),
      ),
      open: { lines: step.openLines, additionalMin: money(step.openLeast), additionalMax: step.openMost === undefined ? null : money(step.openMost) },
    };
  });
}

/** Where a scenario differs from the law as it stands, at each moment at which the difference is another. */
function differences(law: readonly Step[], then: readonly Step[], desks: Desks, known: Instant, s: Scenario): MoneyDifference[] {
  const { regime } = desks.desk(known, s.supposed).grounds;
  const out: MoneyDifference[] = [];
  let last = 0n;
  for (const at of [...new Set([...law, ...then].map((x) => x.at))].sort()) {
    const [a, b] = [law.findLast((x) => x.at <= at), then.findLast((x) => x.at <= at)];
    if (a === undefined || b === undefined || b.additional - a.additional === last) continue;
    last = b.additional - a.additional;
    const byMeasure = moved(a.byMeasure, b.byMeasure).map(([measure, amount]) => ({ measure, amount: money(amount), instruments: [...(regime.at(measure, parseInstant(at))?.by ?? [])] }));
    out.push({ scenario: s.id, at, amount: money(last), byMeasure });
  }
  return out;
}

/** Measures whose sum is another, the largest change first. */
function moved(a: ReadonlyMap<string, bigint>, b: ReadonlyMap<string, bigint>): [string, bigint][] {
  const size = (n: bigint): bigint => (n < 0n ? -n : n);
  return [...new Set([...a.keys(), ...b.keys()])]
    .map((m): [string, bigint] => [m, (b.get(m) ?? 0n) - (a.get(m) ?? 0n)])
    .filter(([, n]) => n !== 0n)
    .sort(([, x], [, y]) => (size(y) > size(x) ? 1 : size(y) < size(x) ? -1 : 0));
}

/** Cents of any size as a decimal. */
export function money(cents: bigint): string {
  const abs = cents < 0n ? -cents : cents;
  return `${cents < 0n ? "-" : ""}${abs / 100n}.${String(abs % 100n).padStart(2, "0")}`;
}
