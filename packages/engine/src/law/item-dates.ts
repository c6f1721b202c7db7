import { EVER, type Instant, OPEN } from "../time/index.js";
import type { Regime } from "./regime.js";
import type { Act, Instrument } from "./types.js";

/**
 * When an act does something; empty where it only speaks or takes itself back. An extension acts at the end that it moved, a
 * ruling when it is given (a stayed one not at all), and the word of customs when it stops charging.
 * @example startsOf(extension, regime).map(toUtc) //=> ["2025-08-12T04:01:00Z"]
 */
export function startsOf(act: Act, regime: Regime): readonly Instant[] {
  const dated = (at: Instant | undefined): readonly Instant[] => (at === undefined || at <= EVER || at >= OPEN ? [] : [at]);
  const layers = "measures" in act ? act.measures.flatMap((m) => regime.timelines.get(m)?.layers ?? []) : [];
  switch (act.do) {
    case "void":
      return layers.some((l) => l.act === act && l.stayed) ? [] : dated(act.ruled);
    case "collect":
      return dated(act.whether === "yes" ? act.until : act.from);
    case "extend":
      return act.from !== undefined ? dated(act.from) : [...new Set(layers.flatMap((l) => l.ends ?? []).flatMap((e) => (regime.entries[e.seq]?.act === act ? [e.until] : [])))];
    case "withdraw":
      return [];
    default:
      return "from" in act ? dated(act.from) : [];
  }
}

/** Whether what a document says can begin or end at all: a threat and a draft cannot, unless they are supposed. */
const counts = (i: Instrument, regime: Regime): boolean => (i.standing !== "threat" && i.standing !== "proposed") || regime.supposed.includes(i.id);

/** The instants at which a document does something, in order, each once. */
export function effectiveOf(i: Instrument, acts: readonly Act[], regime: Regime): Instant[] {
  return counts(i, regime) ? [...new Set(acts.flatMap((a) => startsOf(a, regime)))].sort((a, b) => a - b) : [];
}

/**
 * The last end that a document itself gives to what it makes or prolongs, as known. What others did to it, an extension, an end or
 * a ruling, is not its own: see the links. An end that was only inferred is that which the next extension says it moved.
 * @example expiryOf(eo14298, acts, regime) // 2025-08-12T04:01Z, though EO 14334 moved it on
 */
export function expiryOf(i: Instrument, acts: readonly Act[], regime: Regime): Instant | undefined {
  if (!counts(i, regime)) return undefined;
  const ends = acts.flatMap((a) => {
    if (a.do !== "suspend" && a.do !== "impose" && a.do !== "except" && a.do !== "extend" && a.do !== "say") return [];
    // A window of relief beside a duty is not the end of the document.
    if (a.do === "except" && acts.some((b) => b.do === "impose")) return [];
    const told = a.do === "extend" && a.inferred?.includes("until") ? regime.entries.findLast(({ act }) => moves(act, i, a.measures))?.act : undefined;
    return [told?.do === "extend" && told.from !== undefined ? told.from : (a.until ?? OPEN)];
  });
  const dated = ends.filter((e) => e < OPEN);
  return dated.length === 0 ? undefined : (Math.max(...dated) as Instant);
}

const moves = (act: Act, i: Instrument, measures: readonly string[]): boolean => act.do === "extend" && act.of === i.id && act.from !== undefined && act.measures.some((m) => measures.includes(m));
