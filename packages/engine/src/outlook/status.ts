import { showPercent } from "../duty/money.js";
import { horizonEnd, type Meeting, meetings, pastHorizon, type Regime, stateAt } from "../law/index.js";
import { lastAndNext } from "../talks/index.js";
import { dayIn, type Instant, OPEN, toUtc, toZoned, WASHINGTON } from "../time/index.js";
import { type Pending, pending, standing } from "./pending.js";
import { type Threat, threats } from "./threats.js";
import { baselineUnder, type Truce, truce } from "./truce.js";

/** What stands, what is held back, what is only threatened, and what comes. */
export interface Status {
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly truce: Truce;
  readonly inForce: readonly Standing[];
  readonly suspended: readonly Held[];
  readonly threatened: readonly Threat[];
  readonly pending: readonly Pending[];
  readonly talks: { readonly last: Meeting | null; readonly next: Meeting | null };
  /** Each side's average tariff on the other at that moment; null where nobody worked it out. */
  readonly averages: { readonly us: AverageNow | null; readonly cn: AverageNow | null };
  readonly warnings: readonly string[];
}
export interface Standing {
  readonly measure: string;
  readonly sort: string;
  readonly percent: string | null;
  readonly what: string | null;
  readonly since: string;
  readonly owed: string;
  readonly collected: string;
  readonly instruments: readonly string[];
  /** Its present state began after the last day to which the regime was checked: so it was published, whether it came so is not known. */
  readonly unchecked?: true;
}
export interface Held {
  readonly measure: string;
  readonly until: string | null;
  readonly then: string;
  /** Points that are held back: what the measure would add to what applies meanwhile. */
  readonly points: string | null;
  readonly instruments: readonly string[];
}

/** An average tariff in percent; it lies between the two bounds, of which `percent` is the middle. */
export interface AverageNow {
  /** Null past the last day that was checked, where something changed since as published: then each possibility has its own. */
  readonly percent: string | null;
  readonly percentMin: string | null;
  readonly percentMax: string | null;
  readonly additional: string | null;
  /** Shares of the weight, in percent: with an additional duty charged, and waiting for a fact. */
  readonly covered: string | null;
  readonly open: string | null;
  readonly weights: string;
  readonly branches?: readonly Readonly<Record<"if" | "percent" | "percentMin" | "percentMax" | "additional" | "covered" | "open", string | null>>[];
}

/** The state of the regime at an instant, to someone who knows what was announced by `known`. */
export function status(regime: Regime, on: Instant, known: Instant, horizon: string): Status {
  const inForce: Standing[] = [];
  const suspended: Held[] = [];
  const end = horizonEnd(horizon);
  for (const t of [...regime.timelines.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (t.sort === "exception" || t.sort === "arrangement") continue;
    const s = stateAt(t, on);
    const percent = s.terms?.percent;
    const held = s.standing === "ended" ? [] : s.suspensions.filter((x) => x.goods === undefined);
    const points = held.reduce((n, x) => n + (x.percent ?? 0), 0);
    if (s.standing === "in-force")
      inForce.push({
        measure: t.id,
        sort: t.sort,
        percent: percent === undefined ? null : showPercent(percent - points),
        what: s.terms?.what ?? null,
        since: toUtc(t.layers[0]?.from as Instant),
        owed: s.owed,
        collected: s.collected,
        instruments: s.by,
        ...(s.from >= end ? { unchecked: true as const } : {}),
      });
    for (const x of held) {
      const then = x.until < OPEN ? stateAt(t, x.until) : undefined;
      suspended.push({
        measure: t.id,
        until: x.until < OPEN ? toUtc(x.until) : null,
        then: s.owed === "no" ? "nothing: it was never owed" : then === undefined ? "no end is set" : standing(then),
        points: x.percent === undefined ? (percent === undefined ? null : showPercent(Math.max(0, percent - baselineUnder(regime, t.id, on)))) : showPercent(x.percent),
        instruments: x.by,
      });
    }
  }
  const warnings = [...pastHorizon(on, horizon)];
  if (inForce.some((m) => m.unchecked)) warnings.push("measures marked unchecked began or returned after that day as published; whether they did is not known");
  return {
    on: toZoned(on, WASHINGTON),
    known: toUtc(known),
    horizon,
    truce: truce(regime, on),
    inForce,
    suspended,
    threatened: threats(regime, on),
    pending: pending(regime, on),
    talks: lastAndNext(meetings(regime), dayIn(on, WASHINGTON)),
    averages: { us: null, cn: null },
    warnings,
  };
}
