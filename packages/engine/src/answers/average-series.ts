import { compileBook } from "../book/index.js";
import type { Instrument } from "../law/index.js";
import { averages, weigh } from "../outlook/index.js";
import type { Instant } from "../time/index.js";
import type { Desks, Series } from "../desk/index.js";

/** A horizon behind which nothing lies: steps after the last checked day are as published. */
export const NEVER = "2299-12-30";
export const PARTNER = { us: "CN", cn: "US" } as const;
export const OWN = { us: "us-imports-2024", cn: "cn-imports-2017" } as const;

export const nameOf = (side: "us" | "cn", weights: string): string => `${side} ${weights}`;

/** Works a series out. @param weights `simple` for every line once */
export function workOut(desks: Desks, side: "us" | "cn", weights: string, known: Instant, supposed: readonly Instrument[]): Series {
  const book = compileBook({ ...desks.desk(known, supposed).grounds, horizon: NEVER }, known, side);
  const w = weigh(book, weights === "simple" ? undefined : desks.regime.goods.weights.get(weights));
  return { total: String(w.total), unmatched: String(w.unmatched), spread: String(w.spread), steps: averages(book, w, PARTNER[side]) };
}

/** A series as known: that which was made when the regime was packed, where nothing else is known or supposed. */
export function seriesOf(desks: Desks, side: "us" | "cn", weights: string, known: Instant, supposed: readonly Instrument[]): Series {
  const made = supposed.length === 0 && desks.knowsAll(known) ? desks.regime.series?.[nameOf(side, weights)] : undefined;
  return made ?? workOut(desks, side, weights, known, supposed);
}
