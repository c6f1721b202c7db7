import { compileBook } from "../book/index.js";
import type { Grounds } from "../duty/index.js";
import { horizonEnd, type Instrument } from "../law/index.js";
import { type AverageNow, type AverageStep, averages, type Status, weigh } from "../outlook/index.js";
import { type Instant, toUtc } from "../time/index.js";
import type { Desks } from "../desk/index.js";
import { nameOf, NEVER, OWN, PARTNER } from "./average-series.js";

type Said = Pick<AverageStep, "percent" | "percentMin" | "percentMax" | "additional" | "covered" | "open">;
const numbers = ({ percent, percentMin, percentMax, additional, covered, open }: Said): Said => ({ percent, percentMin, percentMax, additional, covered, open });

/**
 * The average of one side at one moment: of the series that was made, or worked out without the years before. Past the last checked day it
 * is one number only where nothing changed since as published.
 */
export function averageAt(desks: Desks, side: "us" | "cn", weights: string, known: Instant, on: Instant, supposed: readonly Instrument[]): AverageNow | null {
  const { grounds } = desks.desk(known, supposed);
  const made = supposed.length === 0 && desks.knowsAll(known) ? desks.regime.series?.[nameOf(side, weights)]?.steps : undefined;
  const at = (moment: Instant): Said | undefined => made?.findLast((s) => s.from <= toUtc(moment)) ?? workOutAt(desks, grounds, side, weights, known, moment);
  const published = at(on);
  if (published === undefined) return null;
  const end = horizonEnd(desks.regime.law.horizon);
  const kept = on < end ? published : at((end - 1) as Instant);
  if (kept === undefined || JSON.stringify(numbers(kept)) === JSON.stringify(numbers(published))) return { ...numbers(published), weights };
  const said = grounds.said();
  const spoken = said.statements.length === 0 ? undefined : workOutAt(desks, { ...grounds, regime: said.regime }, side, weights, known, on);
  return {
    percent: null,
    percentMin: null,
    percentMax: null,
    additional: null,
    covered: null,
    open: null,
    weights,
    branches: [
      { if: "what was published came so", ...numbers(published) },
      ...(spoken === undefined || JSON.stringify(numbers(spoken)) === JSON.stringify(numbers(published))
        ? []
        : [{ if: "the truce was extended as said (no instrument was seen)", ...numbers(spoken) }]),
      { if: "all stayed as on the last checked day, by instruments that are not in the regime", ...numbers(kept) },
    ],
  };
}

/** Both sides' averages at one moment, each by its own imports. */
export function averagesAt(desks: Desks, known: Instant, on: Instant, supposed: readonly Instrument[]): Status["averages"] {
  const there = (side: "us" | "cn"): boolean => desks.regime.goods.weights.infos.some((i) => i.id === OWN[side]);
  const one = (side: "us" | "cn"): AverageNow | null => (there(side) ? averageAt(desks, side, OWN[side], known, on, supposed) : null);
  return { us: one("us"), cn: one("cn") };
}

/** Averages that were worked out, by the law that they are of: a server is asked the same moment again and again. */
const worked = new WeakMap<object, Map<string, AverageStep | undefined>>();
/** Moments kept of one law. */
const KEPT = 50;

function workOutAt(desks: Desks, grounds: Grounds, side: "us" | "cn", weights: string, known: Instant, on: Instant): AverageStep | undefined {
  let own = worked.get(grounds.regime);
  if (own === undefined) worked.set(grounds.regime, (own = new Map()));
  const key = `${side} ${weights} ${known} ${on}`;
  if (own.has(key)) return own.get(key);
  if (own.size >= KEPT) own.clear();
  const book = compileBook({ ...grounds, horizon: NEVER }, known, side, on);
  const step = averages(book, weigh(book, weights === "simple" ? undefined : desks.regime.goods.weights.get(weights)), PARTNER[side])[0];
  own.set(key, step);
  return step;
}
