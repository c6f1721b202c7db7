import { addDays } from "./days.js";
import type { FiledEntry } from "./filed.js";
import { taken } from "./phase.js";
import type { Bucket, Phase, RefundRules } from "./refund-rules.js";
import { type Standing, standingOf } from "./standing.js";

/** The way back for one entry. */
export interface Route {
  readonly bucket: Bucket;
  readonly why: string;
  /** What can be counted on: now; contested in court; or not decided, where a fact is missing or its day has not come. */
  readonly counts: "now" | "contested" | "undecided";
  /** The last day of this way; null where none is fixed. */
  readonly deadline: string | null;
  readonly asks: readonly string[];
  readonly cites: readonly string[];
  readonly standing: Standing;
}
type Made = Omit<Route, "asks" | "standing"> & { readonly asks?: readonly string[] };

/**
 * The first way that takes an entry on a day: a phase of CAPE, a post-summary correction, a protest, the court. A fact that would decide and is missing is asked for.
 * @param phases those that are known
 * @param doubt whether the duty's refund is contested as a whole; then CAPE and correction are no way, and nothing counts as recoverable now
 */
export function routeOf(entry: FiledEntry, rules: RefundRules, phases: readonly Phase[], on: string, doubt: boolean): Route {
  const standing = standingOf(entry, rules.liquidation, on);
  const make = (m: Made): Route => ({ standing, ...m, asks: m.asks ?? [], ...(m.counts === "now" && (doubt || entry.drawback === true) ? { counts: "contested" as const } : {}) });
  if (standing.is === "unknown") return make(needs(standing.why, [...standing.asks, ...(doubt ? [] : alsoMissing(entry, phases))], rules.liquidation.cites));
  const left: string[] = [];
  const asks: string[] = [];
  if (!doubt)
    for (const p of phases) {
      const t = taken(entry, standing, p, rules, on);
      if (t.is === "in" && asks.length === 0) {
        const how = standing.is === "liquidated" ? standing.how : standing.held ? "not liquidated; liquidation is suspended or extended" : "not liquidated";
        return make({
          bucket: p.bucket,
          why: p.contested ? `${how}; the order on final liquidations is under appeal` : how,
          counts: p.contested ? "contested" : "now",
          deadline: t.deadline,
          cites: p.cites,
        });
      }
      if (t.is === "asks") asks.push(...t.asks);
      if (t.is === "out" && !p.final) left.push(t.why);
    }
  if (asks.length > 0) return make(needs("a way by CAPE turns on what the file does not say", asks, phases[0]?.cites ?? []));
  const before = doubt || left.length === 0 ? "" : `no CAPE: ${[...new Set(left)].slice(0, 2).join("; ")}; `;
  return standing.is === "open" ? make(unliquidated(entry, standing, rules, on, doubt, before)) : make(liquidated(entry, standing, rules, on, before));
}

const needs = (why: string, asks: readonly string[], cites: readonly string[]): Made => ({ bucket: "needs-facts", why, counts: "undecided", deadline: null, asks: [...new Set(asks)], cites });

/** What the phases would ask next, so that all is asked at once. */
function alsoMissing(entry: FiledEntry, phases: readonly Phase[]): string[] {
  if (phases.length === 0) return [];
  const named = { entry_type: entry.type, reconciliation: entry.reconciliation, drawback: entry.drawback, protest: entry.protest };
  return [...Object.entries(named).flatMap(([k, v]) => (v === undefined ? [k] : [])), ...(entry.reconciliation === true && entry.reconciled === undefined ? ["reconciled"] : [])];
}

function unliquidated(entry: FiledEntry, s: Standing & { is: "open" }, rules: RefundRules, on: string, doubt: boolean, before: string): Made {
  const { correction, protest } = rules;
  const later: Made = {
    bucket: "protest",
    why: `${before}a protest can be filed once it has liquidated`,
    counts: doubt ? "contested" : "undecided",
    deadline: s.scheduled === undefined ? null : addDays(s.scheduled, protest.days),
    cites: protest.cites,
  };
  if (doubt || (entry.type !== undefined && correction.notTypes.includes(entry.type))) return later;
  const byEntry = addDays(entry.entered, correction.fromEntry);
  if (on > byEntry) return { ...later, why: `${before}more than ${correction.fromEntry} days since entry; ${later.why.slice(before.length)}` };
  if (entry.type === undefined) return needs("a post-summary correction depends on the type of entry", ["entry_type"], correction.cites);
  if (s.scheduled === undefined && !s.held) return needs("a post-summary correction depends on the day set for liquidation", ["liquidation_date"], correction.cites);
  const bySchedule = s.scheduled === undefined ? byEntry : addDays(s.scheduled, -correction.beforeLiquidation);
  if (on > bySchedule) return { ...later, why: `${before}less than ${correction.beforeLiquidation} days before liquidation on ${s.scheduled}; ${later.why.slice(before.length)}` };
  return { bucket: "psc", why: `${before}not liquidated, and in time for a post-summary correction`, counts: "now", deadline: byEntry < bySchedule ? byEntry : bySchedule, cites: correction.cites };
}

function liquidated(entry: FiledEntry, s: Standing & { is: "liquidated" }, rules: RefundRules, on: string, before: string): Made {
  const { protest, court } = rules;
  if (entry.protest === "open") return { bucket: "protest", why: `${before}${s.how}; the open protest keeps the claim`, counts: "now", deadline: null, cites: protest.cites };
  const last = addDays(s.day, protest.days);
  if (entry.protest === "decided") return { bucket: "court", why: `${before}${s.how}; its protest is decided`, counts: "contested", deadline: null, cites: court.cites };
  if (on > last) return { bucket: "court", why: `${before}${s.how}, more than ${protest.days} days ago: final`, counts: "contested", deadline: null, cites: court.cites };
  if (entry.protest === undefined) return needs("a protest can be filed once: whether one was filed is not said", ["protest"], protest.cites);
  return { bucket: "protest", why: `${before}${s.how}, at most ${protest.days} days ago`, counts: "now", deadline: last, cites: protest.cites };
}
