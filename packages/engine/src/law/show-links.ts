import type { Entry } from "./fold.js";
import type { Regime } from "./regime.js";
import type { Act, Instrument, InstrumentId } from "./types.js";

/** Documents known by then, and law by then, that changed what a document did. */
export interface Links {
  /** Those that moved an end which it had set or moved. */
  readonly extendedBy: readonly InstrumentId[];
  /** Those that set, suspended, ended or voided a measure which it made, or that stayed it or took it back. */
  readonly amendedBy: readonly InstrumentId[];
}

/**
 * What was done to a document by others, as known.
 * @example linksOf(eo14298, acts, regime).extendedBy //=> ["us/eo-14334"]
 */
export function linksOf(i: Instrument, acts: readonly Act[], regime: Regime): Links {
  const made = new Set(acts.flatMap((a) => (a.do === "impose" || a.do === "except" ? [a.measure] : [])));
  const others = regime.entries.filter((e) => e.instrument.id !== i.id && (e.instrument.standing === "law" || e.instrument.standing === "notice" || regime.supposed.includes(e.instrument.id)));
  const ids = (does: (e: Entry) => boolean): InstrumentId[] => [...new Set(others.filter(does).map((e) => e.instrument.id))];
  return { extendedBy: ids((e) => extend(e, i, regime)), amendedBy: ids(({ act }) => amends(act, i.id, made)) };
}

function extend({ act }: Entry, i: Instrument, regime: Regime): boolean {
  if (act.do !== "extend") return false;
  if (act.of !== undefined) return act.of === i.id;
  return act.measures.some((m) => regime.timelines.get(m)?.layers.some((l) => l.instrument.id === i.id && l.ends?.some((e) => regime.entries[e.seq]?.act === act)));
}

function amends(act: Act, id: InstrumentId, made: ReadonlySet<string>): boolean {
  switch (act.do) {
    case "set":
      return made.has(act.measure);
    case "suspend":
    case "end":
    case "void":
      return act.measures.some((m) => made.has(m));
    case "stay":
    case "withdraw":
      return act.instrument === id;
    default:
      return false;
  }
}
