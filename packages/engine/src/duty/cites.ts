import type { InstrumentId, Regime } from "../law/index.js";

const names = new WeakMap<Regime, Map<InstrumentId, string>>();

/**
 * A document as lawyers cite it: its first citation, or its id where it has none.
 * @example citeOf(regime, "us/proc-10947-metals-50") //=> "Proclamation 10947"
 */
export function citeOf(regime: Regime, id: InstrumentId): string {
  let own = names.get(regime);
  if (own === undefined) names.set(regime, (own = new Map(regime.entries.map((e) => [e.instrument.id, e.instrument.cites[0] ?? e.instrument.id]))));
  return own.get(id) ?? id;
}
