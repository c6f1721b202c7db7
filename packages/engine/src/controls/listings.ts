import type { InstrumentId, Regime } from "../law/index.js";
import { dayIn, endOfDayUtc, fromWall, type Instant, OPEN, WASHINGTON } from "../time/index.js";
import type { ListCopy, Listing, ListKind } from "./types.js";

/** How a listing stands at a moment, by what was known. */
export interface ListingState {
  readonly state: "active" | "suspended" | "stopped" | "ended" | "not-yet" | "not-known";
  /** When it takes effect: for the first time, or again. */
  readonly effective?: Instant;
  /** When it stops having effect by what is known. */
  readonly until?: Instant;
  readonly by: readonly InstrumentId[];
  readonly cites: readonly string[];
  /** What the answer rests on that the list does not say. */
  readonly doubt?: string;
}

/**
 * How a listing stands. China's follow the acts of their notice in the regime, which know suspensions and both clocks; others the days that their copy gives.
 * @param copy the copy that holds it @param kind what its list is @param regime folded at what was known @param on the moment asked about
 * @returns the state with the documents and citations that made it so
 * @example listingState({ list: "CONTROL", notice: "MOFCOM-2025-13" }, copy, kind, regime, on).state //=> "stopped"
 */
export function listingState(l: Listing, copy: ListCopy, kind: ListKind, regime: Regime, on: Instant): ListingState {
  if (kind.follows === undefined || l.notice === undefined) return byDays(l, copy, regime.known, on);
  const state = byActs(l.notice, kind.follows, regime, on);
  if (state.state !== "not-known" || copy.imported !== true) return state;
  // A notice that was imported may be newer than the regime.
  const own = byDays(l, copy, regime.known, on);
  return own.state === "not-known" ? own : { ...own, doubt: `the regime knows no act of ${l.notice}: its day is that of the imported copy, and a suspension would not show` };
}

function byActs(notice: string, list: string, regime: Regime, on: Instant): ListingState {
  const acts = regime.entries.flatMap((e) => {
    const { act, instrument } = e;
    const counts = instrument.standing === "law" || instrument.standing === "notice" || regime.supposed.includes(instrument.id);
    return counts && (act.do === "list" || act.do === "delist") && act.list === list && act.notice === notice ? [{ act, instrument }] : [];
  });
  const listed = acts.find((a) => a.act.do === "list");
  if (listed === undefined) return { state: "not-known", by: [], cites: [] };
  const by = (of: readonly (typeof acts)[number][]): Pick<ListingState, "by" | "cites"> => ({
    by: [...new Set(of.map((a) => a.instrument.id))],
    cites: [...new Set(of.flatMap((a) => a.act.cites ?? a.instrument.cites))],
  });
  if (on < listed.act.from) return { state: "not-yet", effective: listed.act.from, ...by([listed]) };
  const off = acts.filter((a) => a.act.do === "delist");
  const covers = (at: Instant): (typeof acts)[number] | undefined => off.findLast((a) => a.act.from <= at && at < a.act.until);
  const now = covers(on);
  if (now === undefined) {
    const next = off.map((a) => a.act.from).filter((at) => at > on);
    return { state: "active", ...(next.length === 0 ? {} : { until: Math.min(...next) as Instant }), ...by([listed]) };
  }
  // A suspension that another follows without a gap goes on.
  let end = now.act.until;
  for (let next = covers(end); end < OPEN && next !== undefined; next = covers(end)) end = next.act.until;
  if (end >= OPEN) return { state: now.act.until >= OPEN ? "stopped" : "suspended", ...by([listed, now]) };
  return { state: "suspended", effective: end, ...by([listed, now]) };
}

function byDays(l: Listing, copy: ListCopy, known: Instant, on: Instant): ListingState {
  const start = (day: string): Instant => fromWall(`${day}T00:00`, WASHINGTON);
  const plain = { by: [], cites: l.cites ?? [] };
  const heard = dayIn(known, WASHINGTON);
  if (l.from !== undefined && l.from > heard) return { state: "not-known", ...plain };
  if (l.from !== undefined && on < start(l.from)) return { state: "not-yet", effective: start(l.from), ...plain };
  if (l.until !== undefined && on >= start(l.until)) return { state: "ended", ...plain };
  const until = l.until === undefined ? {} : { until: start(l.until) };
  if (copy.own === true || l.from !== undefined || (known >= endOfDayUtc(copy.asOf) && on >= start(copy.asOf))) return { state: "active", ...until, ...plain };
  return { state: "active", ...until, ...plain, doubt: `the list gives no day of listing; it was on the copy of ${copy.asOf}` };
}
