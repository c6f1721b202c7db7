import type { MeasureId, Regime } from "../law/index.js";
import { type Instant, toUtc } from "../time/index.js";

/** What was said of a measure's end without a published instrument. It stands beside the law and changes no answer. */
export interface SaidOf {
  readonly by: string;
  readonly on: string;
  readonly until: string;
  readonly instrument: string;
}

/** Statements that a suspension of a measure runs on, made by then and not over at the moment asked about. */
export const saidOf = (regime: Regime, measure: MeasureId, on: Instant): SaidOf[] =>
  regime.entries.flatMap(({ act, instrument }): SaidOf[] =>
    act.do === "extend" && instrument.standing === "statement" && act.until > on && act.measures.includes(measure)
      ? [{ by: act.by ?? instrument.issuer, on: toUtc(act.announced), until: toUtc(act.until), instrument: instrument.id }]
      : [],
  );
