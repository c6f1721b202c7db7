import type { Regime } from "../law/index.js";
import { showPercent } from "../duty/money.js";
import { type Instant, OPEN, toUtc } from "../time/index.js";

/** Something announced that is no law: by whom, from when, and how much. */
export interface Threat {
  readonly id: string;
  readonly by: string;
  readonly announced: string;
  readonly from: string | null;
  readonly percent: string | null;
  readonly measure: string | null;
  readonly says: string;
}

/** Threats that stand at an instant: announced by then, not withdrawn, not run out. */
export function threats(regime: Regime, on: Instant): Threat[] {
  const gone = new Set(regime.entries.flatMap(({ act }) => (act.do === "withdraw" && act.from <= on ? [act.instrument] : [])));
  const seen = new Map<string, Threat>();
  for (const { act, instrument } of regime.entries) {
    if (instrument.standing !== "threat" || act.announced > on || gone.has(instrument.id) || regime.supposed.includes(instrument.id)) continue;
    if ((act.do === "impose" || act.do === "set") && act.until > on) {
      const percent = act.do === "impose" ? act.terms.percent : act.change.percent;
      seen.set(instrument.id, {
        id: instrument.id,
        by: instrument.issuer,
        announced: toUtc(instrument.announced),
        from: toUtc(act.from),
        percent: percent === undefined ? null : showPercent(percent),
        measure: act.measure,
        says: instrument.summary ?? instrument.title,
      });
    } else if (act.do === "impose" && act.until < OPEN) continue;
    else if (!seen.has(instrument.id) && act.do === "say")
      seen.set(instrument.id, { id: instrument.id, by: instrument.issuer, announced: toUtc(instrument.announced), from: null, percent: null, measure: null, says: act.says });
  }
  return [...seen.values()];
}
