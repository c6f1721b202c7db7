import { showCents } from "../duty/index.js";
import type { Regime } from "../law/index.js";
import { fromWall, WASHINGTON } from "../time/index.js";
import { addDays, addYears, daysBetween } from "./days.js";
import type { FiledEntry } from "./filed.js";
import type { Headings } from "./headings.js";
import type { Interest, InterestRange } from "./interest.js";
import type { Deadline, EntryRefund, MeasureAmount } from "./refund-result.js";
import type { Phase, RefundRules } from "./refund-rules.js";
import { type Route, routeOf } from "./route.js";
import { standingOf } from "./standing.js";

/** What every entry is judged by. */
export interface Desk {
  readonly regime: Regime;
  readonly headings: Headings;
  readonly rules: RefundRules;
  readonly phases: readonly Phase[];
  readonly interest: Interest;
  /** The day of the declaration. */
  readonly on: string;
}
/** Whole cents of one entry, beside what is shown of it. */
export interface Judged {
  readonly view: EntryRefund;
  readonly cents: { readonly paid: number; readonly now: number; readonly contested: number; readonly undecided: number };
  readonly measures: readonly (MeasureAmount & { readonly cents: number })[];
  readonly interest: InterestRange;
  /** Headings under IEEPA that the regime does not know, with what was paid under them. */
  readonly foreign: readonly { readonly heading: string; readonly cents: number }[];
}
interface Part {
  readonly measure: string;
  readonly instrument: string;
  readonly owed: MeasureAmount["owed"];
  readonly refundable: MeasureAmount["refundable"];
  readonly headings: Set<string>;
  cents: number;
}

/** The refund of one entry: what was paid under headings whose duty can come back, by which way, until when, with what interest. */
export function entryRefund(entry: FiledEntry, desk: Desk, incomplete: boolean): Judged {
  const found = partsOf(entry, desk);
  const struck = found.parts.filter((p) => p.owed === "no");
  const disputed = found.parts.filter((p) => p.owed !== "no");
  const sum = (parts: readonly Part[]): number => parts.reduce((n, p) => n + p.cents, 0);
  const paid = sum(found.parts);
  const doubt = sum(struck) === 0 || struck.some((p) => p.refundable === "contested");
  const route =
    found.asks.length > 0
      ? without("needs-facts", "the duty paid under a heading is not given", found.asks, entry, desk)
      : paid === 0
        ? without("none", noneWhy(found), [], entry, desk)
        : entry.entered > desk.on
          ? without("none", `it is dated ${entry.entered}, after ${desk.on}`, [], entry, desk)
          : routeOf(entry, desk.rules, desk.phases, desk.on, doubt);
  const undecided = route.counts === "undecided";
  const cents = {
    paid,
    now: route.counts === "now" ? sum(struck) : 0,
    contested: undecided ? 0 : route.counts === "now" ? sum(disputed) : paid,
    undecided: undecided ? paid : 0,
  };
  const interest = desk.interest.range(sum(struck), entry.entered, desk.on, entry.importerType);
  const measures = found.parts.filter((p) => p.cents > 0).map(shown);
  const { standing } = route;
  const view: EntryRefund = {
    number: entry.number,
    bucket: route.bucket,
    why: route.why,
    route: [...new Set(found.parts.flatMap((p) => (p.cents > 0 ? stateOf(entry, desk, p.measure).route : [])))],
    type: entry.type ?? null,
    entered: entry.entered,
    liquidation: { is: standing.is, day: standing.is === "liquidated" ? standing.day : standing.is === "open" ? (standing.scheduled ?? null) : null },
    importer: entry.importer ?? null,
    amounts: { paid: showCents(cents.paid), recoverableNow: showCents(cents.now), contested: showCents(cents.contested), undecided: showCents(cents.undecided) },
    byMeasure: measures.map(({ cents: _, ...m }) => m),
    deadline: route.deadline,
    daysLeft: route.deadline === null ? null : daysBetween(desk.on, route.deadline),
    deadlines: paid === 0 ? [] : deadlines(entry, route, desk),
    interest: { min: showCents(interest.min), max: interest.max === null ? null : showCents(interest.max), why: interest.why },
    asks: route.asks,
    provided: route.provided,
    protective: sum(disputed) > 0 && route.bucket !== "court",
    incomplete,
    cites: route.cites,
  };
  return { view, cents, measures, interest, foreign: found.foreign };
}

const shown = (p: Part) => ({ measure: p.measure, instrument: p.instrument, headings: [...p.headings], amount: showCents(p.cents), owed: p.owed, refundable: p.refundable, cents: p.cents });

function stateOf(entry: FiledEntry, desk: Desk, measure: string) {
  const s = desk.regime.at(measure, fromWall(`${entry.entered}T12:00`, WASHINGTON));
  return { owed: s?.owed ?? "yes", refundable: s?.refundable ?? "no", route: s?.route ?? [], by: s?.by ?? [] } as const;
}

/** Filed duties by measure, as far as the law known says that they can come back. */
function partsOf(entry: FiledEntry, desk: Desk) {
  const parts = new Map<string, Part>();
  const foreign: { heading: string; cents: number }[] = [];
  const asks = new Set<string>();
  const known: string[] = [];
  for (const line of entry.lines)
    for (const t of line.tariffs) {
      if (!t.code.startsWith("99")) continue;
      const measure = desk.headings.duty.get(t.code);
      const heading = `${t.code.slice(0, 4)}.${t.code.slice(4, 6)}.${t.code.slice(6)}`;
      if (measure === undefined) {
        const ieepa = desk.rules.families.some((f) => t.code.startsWith(f)) && !desk.headings.relief.has(t.code);
        if (ieepa && (t.duty ?? 0) > 0) foreign.push({ heading, cents: t.duty ?? 0 });
        continue;
      }
      known.push(heading);
      const s = stateOf(entry, desk, measure);
      if (s.refundable === "no") continue;
      if (t.duty === undefined) {
        asks.add("duty");
        continue;
      }
      const part = parts.get(measure) ?? { measure, instrument: s.by[0] ?? "", owed: s.owed, refundable: s.refundable, headings: new Set<string>(), cents: 0 };
      part.headings.add(heading);
      part.cents += t.duty;
      parts.set(measure, part);
    }
  return { parts: [...parts.values()], foreign, asks: [...asks], known: known.length > 0 };
}

function without(bucket: "none" | "needs-facts", why: string, asks: readonly string[], entry: FiledEntry, desk: Desk): Route {
  return { bucket, counts: "undecided", why, deadline: null, asks, provided: [], cites: [], standing: standingOf(entry, desk.rules.liquidation, desk.on) };
}

function noneWhy(found: { readonly known: boolean; readonly foreign: readonly { readonly heading: string }[] }): string {
  if (found.foreign.length > 0)
    return `it paid under ${[...new Set(found.foreign.map((f) => f.heading))].slice(0, 4).join(", ")}, headings under IEEPA that this regime does not hold: CAPE may take it`;
  return found.known ? "nothing was paid that can come back by the law known then" : "it has no heading of a duty that can come back";
}

/** Every day that an entry should not pass unnoticed. */
function deadlines(entry: FiledEntry, route: Route, desk: Desk): Deadline[] {
  const { standing } = route;
  const days: [string, string][] = [];
  const day = standing.is === "liquidated" ? standing.day : standing.is === "open" ? standing.scheduled : standing.either?.[1].day;
  const if_ = standing.is === "open" ? ", if it liquidates as scheduled" : "";
  if (standing.is === "open" && standing.scheduled !== undefined) days.push(["scheduled liquidation", standing.scheduled]);
  if (route.bucket === "psc" && route.deadline !== null) days.push(["last day of a post-summary correction", route.deadline]);
  const phase = desk.phases.find((p) => p.bucket === route.bucket);
  if (day !== undefined && phase?.within !== undefined) days.push([`last day of ${phase.bucket.replace("cape-", "CAPE phase ")}${if_}`, addDays(day, phase.within)]);
  if (day !== undefined && route.bucket !== "court" && (entry.protest === undefined || entry.protest === "none")) days.push([`last day of a protest${if_}`, addDays(day, desk.rules.protest.days)]);
  if (route.bucket === "court" || route.bucket === "cape-3")
    days.push([`end of the ${desk.rules.court.years} years for a suit (28 USC 2636(i)), counted from entry`, addYears(entry.entered, desk.rules.court.years)]);
  return days
    .map(([what, d]) => ({ what, day: d, daysLeft: daysBetween(desk.on, d) }))
    .filter((d) => d.daysLeft >= 0)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
