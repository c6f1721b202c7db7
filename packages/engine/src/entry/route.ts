import { addDays, addYears } from "./days.js";
import type { FiledEntry } from "./filed.js";
import { taken } from "./phase.js";
import { providedThat } from "./provided.js";
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
  /** What the file has no column for and was taken for "no". */
  readonly provided: readonly string[];
  readonly cites: readonly string[];
  readonly standing: Standing;
}
type Known = Exclude<Standing, { is: "unknown" }>;
type Made = Omit<Route, "asks" | "provided" | "standing"> & { readonly asks?: readonly string[]; readonly provided?: readonly string[] };
/** By what an entry is judged. */
interface Judge {
  readonly rules: RefundRules;
  readonly phases: readonly Phase[];
  readonly on: string;
  readonly doubt: boolean;
}

/**
 * The first way that takes an entry on a day: a phase of CAPE, a post-summary correction, a protest, the court. A fact that would decide and is missing is asked for.
 * @param phases those that are known
 * @param doubt whether the duty's refund is contested as a whole; then CAPE and correction are no way, and nothing counts as recoverable now
 */
export function routeOf(entry: FiledEntry, rules: RefundRules, phases: readonly Phase[], on: string, doubt: boolean): Route {
  const judge: Judge = { rules, phases, on, doubt };
  const standing = standingOf(entry, rules.liquidation, on);
  return standing.is === "unknown" ? unknown(entry, standing, judge) : finish(entry, standing, judge, known(entry, standing, judge));
}

/** What follows from the facts of the entry as a whole: nothing that is provided or contested counts as recoverable now. */
function finish(entry: FiledEntry, standing: Standing, judge: Judge, made: Made): Route {
  const provided = [...new Set(made.provided ?? [])];
  const contested = judge.doubt || entry.drawback === true;
  const counts = made.counts !== "now" ? made.counts : contested ? "contested" : provided.length > 0 ? "undecided" : "now";
  return { ...made, standing, asks: made.asks ?? [], provided, counts, why: provided.length === 0 ? made.why : `${made.why}, ${providedThat(provided)}` };
}

/** Where the file leaves two states open: the way that both lead to, else the way by the file's own word, else the question. */
function unknown(entry: FiledEntry, standing: Standing & { is: "unknown" }, judge: Judge): Route {
  if (standing.either !== undefined) {
    const [open, liquidated] = standing.either.map((s) => known(entry, s, judge)) as [Made, Made];
    const provided = [...(open.provided ?? []), ...(liquidated.provided ?? [])];
    if (open.bucket === liquidated.bucket && open.bucket !== "needs-facts")
      return finish(entry, standing, judge, {
        ...liquidated,
        counts: open.counts === liquidated.counts ? open.counts : "undecided",
        provided,
        why: `${standing.why}; the way is the same if it is not liquidated`,
      });
    if (standing.said === true && open.bucket !== "needs-facts") return finish(entry, standing, judge, { ...open, provided: [...(open.provided ?? []), "liquidation_date"] });
  }
  return finish(entry, standing, judge, needs(standing.why, [...standing.asks, ...(judge.doubt ? [] : alsoMissing(entry, judge.phases))], judge.rules.liquidation.cites));
}

function known(entry: FiledEntry, standing: Known, judge: Judge): Made {
  const { rules, phases, on, doubt } = judge;
  if (standing.is === "liquidated" && entry.protest === "approved")
    return { bucket: "none", why: `${standing.how}; its protest was approved: what came back by it is not in the file`, counts: "undecided", deadline: null, cites: rules.protest.cites };
  const left: string[] = [];
  const asks: string[] = [];
  const paidLater = "suspended or extended: paid when it liquidates";
  if (!doubt)
    for (const p of phases) {
      const t = taken(entry, standing, p, rules, on);
      if (t.is === "in" && asks.length === 0) {
        const how = standing.is === "liquidated" ? standing.how : standing.held ? `not liquidated; liquidation is ${paidLater}` : "not liquidated";
        return {
          bucket: p.bucket,
          why: p.contested ? `${how}; the order on final liquidations is under appeal` : how,
          counts: p.contested ? "contested" : "now",
          deadline: t.deadline,
          provided: t.provided,
          cites: p.cites,
        };
      }
      if (t.is === "asks") asks.push(...t.asks);
      const forOthers = p.reconciliation === "flagged" && entry.reconciliation !== true;
      if (t.is === "out" && !p.final && !forOthers) left.push(t.why);
    }
  if (asks.length > 0) return needs("a way by CAPE turns on what the file does not say", asks, phases[0]?.cites ?? []);
  const before = doubt || left.length === 0 ? "" : `no CAPE: ${[...new Set(left)].slice(0, 2).join("; ")}; `;
  return standing.is === "open" ? unliquidated(entry, standing, judge, before) : liquidated(entry, standing, judge, before);
}

const needs = (why: string, asks: readonly string[], cites: readonly string[]): Made => ({ bucket: "needs-facts", why, counts: "undecided", deadline: null, asks: [...new Set(asks)], cites });

/** What the phases would ask next, so that all is asked at once. */
function alsoMissing(entry: FiledEntry, phases: readonly Phase[]): string[] {
  if (phases.length === 0) return [];
  const named = { entry_type: entry.type, reconciliation: entry.reconciliation, drawback: entry.drawback, protest: entry.protest };
  return [...Object.entries(named).flatMap(([k, v]) => (v === undefined ? [k] : [])), ...(entry.reconciliation === true && entry.reconciled === undefined ? ["reconciled"] : [])];
}

function unliquidated(entry: FiledEntry, s: Known & { is: "open" }, { rules, on, doubt }: Judge, before: string): Made {
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
  const noDaySet = entry.liquidation.blank?.includes("date") === true;
  if (s.scheduled === undefined && !s.held && !noDaySet) return needs("a post-summary correction depends on the day set for liquidation", ["liquidation_date"], correction.cites);
  const bySchedule = s.scheduled === undefined ? byEntry : addDays(s.scheduled, -correction.beforeLiquidation);
  if (on > bySchedule) return { ...later, why: `${before}less than ${correction.beforeLiquidation} days before liquidation on ${s.scheduled}; ${later.why.slice(before.length)}` };
  return { bucket: "psc", why: `${before}not liquidated, and in time for a post-summary correction`, counts: "now", deadline: byEntry < bySchedule ? byEntry : bySchedule, cites: correction.cites };
}

function liquidated(entry: FiledEntry, s: Known & { is: "liquidated" }, { rules, on }: Judge, before: string): Made {
  const { protest, court } = rules;
  if (entry.protest === "open") return { bucket: "protest", why: `${before}${s.how}; the open protest keeps the claim`, counts: "now", deadline: null, cites: protest.cites };
  const last = addDays(s.day, protest.days);
  const suit = addYears(entry.entered, court.years);
  const inCourt: Omit<Made, "why"> = { bucket: "court", counts: "contested", deadline: suit >= on ? suit : null, cites: court.cites };
  const late = suit >= on ? "" : `; the two years of 28 USC 2636(i), counted from entry, are over`;
  if (entry.protest === "decided") return { ...inCourt, why: `${before}${s.how}; its protest is decided${late}` };
  const provided = entry.protest === undefined ? ["protest"] : [];
  if (on > last) return { ...inCourt, why: `${before}${s.how}, more than ${protest.days} days ago: final${late}`, provided };
  return { bucket: "protest", why: `${before}${s.how}, at most ${protest.days} days ago`, counts: "now", deadline: last, provided, cites: protest.cites };
}
