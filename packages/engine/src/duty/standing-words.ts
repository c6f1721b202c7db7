import type { State, Timeline } from "../law/index.js";
import { type Instant, OPEN, toUtc, toZoned } from "../time/index.js";

/** Why a measure is not in force at an instant: it ended, or when it begins. */
export function notNow(t: Timeline, state: State, on: Instant, zone: string): string {
  if (state.standing === "ended") return state.collected === "no" && state.owed === "no" ? "no longer collected; it was never owed" : "it has ended";
  const start = t.layers.find((l) => l.from > on)?.from;
  return start === undefined ? "not in force" : `begins on ${toZoned(start, zone).slice(0, 16)}`;
}

/** How a measure is suspended: before it took effect, until when, or without an end. */
export function suspendedWords(t: Timeline, state: State): string {
  const s = state.suspensions.find((x) => x.percent === undefined && x.goods === undefined);
  const began = t.layers.find((l) => l.act.do === "impose")?.from;
  if (s !== undefined && began !== undefined && t.layers.some((l) => l.act.do === "suspend" && l.from <= began)) return "suspended before it took effect";
  return s === undefined || s.until >= OPEN ? "suspended" : `suspended until ${toUtc(s.until)}`;
}
