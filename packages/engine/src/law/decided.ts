import { measuresOf, subjectOf } from "./act-text.js";
import type { Regime } from "./regime.js";
import type { MeasureId } from "./types.js";

/**
 * The measures of which a supposed document speaks. Who supposes has decided how they go on: past the last day
 * to which the regime was checked their ends and returns are no open question, but what law and supposition say. Of an exception, what it excepts from is meant too.
 * @example decided(fold(law, known, [truceLapses])).has("cn/general") //=> true
 */
export function decided(regime: Regime): ReadonlySet<MeasureId> {
  const laid = new Set(regime.supposed);
  const out = new Set<MeasureId>();
  for (const { act, instrument } of regime.entries) {
    if (!laid.has(instrument.id)) continue;
    for (const id of [...measuresOf(act), subjectOf(act) ?? ""]) {
      const t = regime.timelines.get(id);
      if (t !== undefined) for (const m of [id, ...t.of]) out.add(m);
    }
  }
  return out;
}
