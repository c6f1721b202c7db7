import type { SalesWeek, WeeklySales } from "../goods/index.js";
import { type Act, type Instrument, Lookback, type Regime } from "../law/index.js";
import { toUtc } from "../time/index.js";

type Of<K extends Act["do"]> = Act & { readonly do: K };
/** How far a pledge is, by one way of counting. Amounts as decimal text. */
export interface PledgeProgress {
  /**
   * `sold`: net sales of the weeks of which most days lie in the period. `shipped`: exports of those weeks. `committed`: shipped and sold since the marketing
   * year began, at the end of the last week in the period. `reported`: as somebody reported it.
   */
  readonly kind: "sold" | "shipped" | "committed" | "reported";
  readonly amount: string;
  readonly unit: string;
  /** The last day that is counted. */
  readonly asOf: string;
  /** Of the target, in percent; null where the unit is another. */
  readonly share: string | null;
  readonly by: string;
}
/** A pledge: target, period, progress by dated reports, and the pace that is needed. */
export interface PledgeState {
  readonly id: string;
  readonly instrument: string;
  readonly product: string;
  readonly by: string | null;
  readonly announced: string;
  readonly target: string | null;
  readonly unit: string | null;
  readonly period: string | null;
  /** Its first and last day, where the words give them. */
  readonly from: string | null;
  readonly to: string | null;
  /** By the day asked about: not begun, open, met, missed, or over without a count that would say. */
  readonly state: "ahead" | "open" | "met" | "missed" | "not-measured";
  /** The way of counting that goes furthest back to the pledge's words: what was bought. */
  readonly progress: PledgeProgress | null;
  readonly also: readonly PledgeProgress[];
  /** What is left a week to reach the target, from the last count to the end of the period. */
  readonly needed: { readonly amountPerWeek: string; readonly weeksLeft: number; readonly unit: string } | null;
  readonly reports: readonly {
    readonly says: string;
    readonly amount: string | null;
    readonly unit: string | null;
    readonly asOf: string | null;
    readonly by: string | null;
    readonly announced: string;
  }[];
  /** The document's sources that had been published by then. */
  readonly sources: readonly { readonly publisher: string; readonly title: string; readonly date?: string; readonly url?: string }[];
  /** What the numbers leave out or mix, in words. */
  readonly notes: readonly string[];
}
const MILLION = 1_000_000;
const WEEK = 7 * 86_400_000;

/**
 * Every pledge known, with how far it is on a day. @param weekly the weekly export sales, of which only what is known by then counts
 * @example pledges(regime, weekly, "2026-01-20", horizon).find((p) => p.id === "bi/pledge/soybeans-2025")?.progress?.amount //=> "6.42"
 */
export function pledges(regime: Regime, weekly: WeeklySales | undefined, on: string, horizon: string): PledgeState[] {
  const look = new Lookback(regime, regime.known, horizon);
  const known = toUtc(regime.known).slice(0, 10);
  const weeks = (weekly?.weeks ?? []).filter((w) => w.known <= known && w.week <= on);
  const told = new Map<string, { act: Of<"pledge">; instrument: Instrument }>();
  const reports = new Map<string, Of<"report">[]>();
  for (const { act, instrument } of regime.entries) {
    if (act.do === "pledge") told.set(act.pledge, { act, instrument });
    if (act.do === "report") reports.set(act.pledge, [...(reports.get(act.pledge) ?? []), act]);
  }
  return [...told.values()]
    .map(({ act, instrument }) => stateOf(act, instrument, reports.get(act.pledge) ?? [], weeks, weekly, on, look))
    .sort((a, b) => ((a.from ?? a.announced) < (b.from ?? b.announced) ? -1 : 1));
}

function stateOf(act: Of<"pledge">, instrument: Instrument, told: readonly Of<"report">[], weeks: readonly SalesWeek[], weekly: WeeklySales | undefined, on: string, look: Lookback): PledgeState {
  const counted = act.weekly === undefined ? [] : byWeek(act, weeks, weekly);
  const reported = told
    .filter((r) => (r.asOf ?? toUtc(r.announced).slice(0, 10)) <= on)
    .map((r): PledgeProgress => ({ kind: "reported", amount: r.amount ?? "", unit: r.unit ?? "", asOf: r.asOf ?? toUtc(r.announced).slice(0, 10), share: null, by: r.by ?? instrument.issuer }));
  const progress = counted[0] ?? reported.filter((r) => r.amount !== "").at(-1) ?? null;
  const done = counted[0] !== undefined && act.target !== undefined && Number(counted[0].amount) >= Number(act.target);
  const over = act.ends !== undefined && on > act.ends;
  const whole = counted[0] !== undefined && act.ends !== undefined && !inPeriod(new Date(Date.parse(counted[0].asOf) + WEEK).toISOString().slice(0, 10), act.begins, act.ends);
  return {
    id: act.pledge,
    instrument: instrument.id,
    product: act.product,
    by: act.by ?? null,
    announced: toUtc(act.announced).slice(0, 10),
    target: act.target ?? null,
    unit: act.unit ?? null,
    period: act.period ?? null,
    from: act.begins ?? null,
    to: act.ends ?? null,
    state: done
      ? "met"
      : act.begins !== undefined && on < act.begins
        ? "ahead"
        : over
          ? whole
            ? "missed"
            : "not-measured"
          : counted.length > 0
            ? "open"
            : act.ends === undefined || act.target === undefined
              ? "not-measured"
              : "open",
    progress,
    also: [...counted.slice(1), ...reported],
    needed: done || over || counted[0] === undefined || act.ends === undefined || act.target === undefined ? null : pace(Number(act.target), counted[0], act.ends, act.unit ?? ""),
    reports: told.map((r) => ({ says: r.says, amount: r.amount ?? null, unit: r.unit ?? null, asOf: r.asOf ?? null, by: r.by ?? null, announced: toUtc(r.announced) })),
    sources: look.of(instrument).sources,
    notes: notesOf(act, counted, weekly),
  };
}

const HALF_WEEK = 3 * 86_400_000;
/** A week belongs to the period in which most of its days lie. @param week its last day */
export function inPeriod(week: string, begins: string | undefined, ends: string | undefined): boolean {
  const middle = new Date(Date.parse(week) - HALF_WEEK).toISOString().slice(0, 10);
  return (begins === undefined || middle >= begins) && (ends === undefined || middle <= ends);
}

/** Sold and shipped in the weeks of the period, and committed by its last week, in million tonnes. */
function byWeek(act: Of<"pledge">, weeks: readonly SalesWeek[], weekly: WeeklySales | undefined): PledgeProgress[] {
  const own = weeks.filter((w) => w.commodity === act.weekly && inPeriod(w.week, act.begins, act.ends));
  const last = own.at(-1);
  if (last === undefined) return [];
  const make = (kind: "sold" | "shipped" | "committed", tonnes: number): PledgeProgress => {
    const amount = (tonnes / MILLION).toFixed(2);
    return {
      kind,
      amount,
      unit: `million tonnes ${kind}`,
      asOf: last.week,
      share: act.target === undefined ? null : ((Number(amount) * 100) / Number(act.target)).toFixed(1),
      by: weekly?.sources[0] ?? "",
    };
  };
  return [
    make(
      "sold",
      own.reduce((n, w) => n + w.netSales, 0),
    ),
    make(
      "shipped",
      own.reduce((n, w) => n + w.exports, 0),
    ),
    make("committed", last.accumulated + last.outstanding),
  ];
}

function pace(target: number, done: PledgeProgress, ends: string, unit: string): PledgeState["needed"] {
  const weeksLeft = Math.floor((Date.parse(ends) - Date.parse(done.asOf)) / WEEK);
  return weeksLeft <= 0 ? null : { amountPerWeek: (Math.max(0, target - Number(done.amount)) / weeksLeft).toFixed(3), weeksLeft, unit };
}

function notesOf(act: Of<"pledge">, counted: readonly PledgeProgress[], weekly: WeeklySales | undefined): string[] {
  if (act.weekly === undefined || counted.length === 0) return [];
  return [
    "the White House says purchase: sold, shipped and committed are all shown, and which of them counts is not said; the state goes by sold",
    "the period is of the calendar; sold and shipped are of the weeks of which most days lie in it, committed is of the marketing year (from September)",
    "sales to unknown destinations, some of which go to China, are not counted",
    ...(weekly === undefined ? [] : [weekly.note]),
  ];
}
