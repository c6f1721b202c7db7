import type { Desks, Scenario } from "../desk/index.js";
import { type CliffRow, cliff, type Lag, lags } from "../outlook/index.js";
import { moneyAhead, type MoneyStep, type Portfolio } from "../portfolio/index.js";
import { type Instant, toUtc } from "../time/index.js";

/** What `truce cliff` answers. */
export interface CliffView {
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly supposed: readonly string[];
  readonly dates: readonly (CliffRow & { readonly effect: readonly { readonly side: "us" | "cn"; readonly currency: string; readonly change: string }[] | null })[];
  readonly portfolio: {
    readonly file: string;
    readonly rows: number;
    readonly rejected: number;
    readonly sides: readonly { readonly side: "us" | "cn"; readonly currency: string; readonly lines: number; readonly value: string; readonly steps: readonly MoneyStep[] }[];
  } | null;
  readonly lags: readonly Lag[];
  readonly warnings: readonly string[];
}

/** What the board is asked for. */
export interface CliffQuestion {
  readonly known: Instant;
  readonly on: Instant;
  /** Days within which dates are shown. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly portfolio?: Portfolio | undefined;
}

/** The board of dates: what ends or begins, whether it comes by itself, what was said and what was published, and what it does to a portfolio. @param scenarios the law as it stands, and what is supposed where something is */
export function cliffAnswer(desks: Desks, q: CliffQuestion, scenarios: readonly Scenario[]): CliffView {
  const { known, on, portfolio } = q;
  const supposed = scenarios.at(-1)?.supposed ?? [];
  const regime = desks.regimeAt(known, supposed);
  const within = (day: string): boolean => (q.from === undefined || day >= q.from) && (q.to === undefined || day <= q.to);
  const money = portfolio === undefined ? [] : moneyAhead(portfolio, desks, known, on, scenarios);
  const rows = cliff(regime, on)
    .filter((r) => within(r.day))
    .map((r) => ({
      ...r,
      effect:
        portfolio === undefined
          ? null
          : money.flatMap((s) =>
              (s.scenarios.at(-1)?.steps ?? [])
                .filter((x) => x.at === r.at)
                .flatMap((x) => x.byMeasure.filter((m) => m.measure === r.measure).map((m) => ({ side: s.side, currency: s.currency, change: m.change }))),
            ),
    }));
  const { horizon } = desks.regime.law;
  return {
    on: toUtc(on),
    known: toUtc(known),
    horizon,
    supposed: supposed.map((s) => s.id),
    dates: rows,
    portfolio:
      portfolio === undefined
        ? null
        : {
            file: portfolio.file,
            rows: portfolio.rows,
            rejected: portfolio.rejected,
            sides: money.map((s) => ({ side: s.side, currency: s.currency, lines: s.lines, value: s.value, steps: s.scenarios.at(-1)?.steps ?? [] })),
          },
    lags: lags(regime),
    warnings: [
      ...(rows.some((r) => r.day > horizon) ? [`the regime was checked to ${horizon}: later dates are as published by then, and whether they came so is not in this answer`] : []),
      ...desks.soon(known),
      ...desks.idle(known, supposed, (rest) => cliff(desks.regimeAt(known, rest), on)),
    ],
  };
}
