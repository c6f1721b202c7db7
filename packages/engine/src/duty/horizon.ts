import { decided, type Instrument, type Regime } from "../law/index.js";
import { fromWall, type Instant, toUtc } from "../time/index.js";
import type { Assessor } from "./assess.js";
import { because, changedOf, happening } from "./because.js";
import { type Merged, settledPoints } from "./merge.js";
import { showPercent } from "./money.js";
import type { Branch } from "./result.js";

/** The first instant after the last day to which the regime was checked. */
export const endOfHorizon = (horizon: string, zone: string): Instant => (fromWall(`${horizon}T23:59`, zone) + 1) as Instant;

/** What ends, begins or returns for a line between the end of the horizon and `on`, but for what is supposed. */
export function past(regime: Regime, assessor: Assessor, judge: (at: Instant) => Merged, end: Instant, on: Instant): { at: Instant; measures: string[] }[] {
  let before = judge((end - 1) as Instant);
  const fixed = decided(regime);
  const events: { at: Instant; measures: string[] }[] = [];
  for (const at of assessor.edgesAfter((end - 1) as Instant, (on + 1) as Instant)) {
    const then = judge(at);
    const measures = changedOf(before, then).filter((m) => !fixed.has(m));
    if (measures.length > 0) events.push({ at, measures });
    before = then;
  }
  return events;
}

/**
 * What each known possibility gives, past the last day to which the regime was checked.
 * None where nothing of the line ends, begins or returns between that day and `on`, but for what is supposed.
 */
export function branches(
  regime: Regime,
  assessor: Assessor,
  judge: (at: Instant) => Merged,
  end: Instant,
  on: Instant,
  said: () => { statements: readonly Instrument[]; at: (at: Instant) => Merged },
): Branch[] {
  const events = past(regime, assessor, judge, end, on);
  const last = events.at(-1);
  if (last === undefined) return [];
  const kept = judge((end - 1) as Instant);
  const published = judge(on);
  const words = [...new Set(events.map((e) => happening(regime, e.measures, e.at)))].join(", and ");
  const out: Branch[] = [
    view(
      `${words} (as published: ${events.map((e) => toUtc(e.at).slice(0, 10)).join(", ")})`,
      published,
      events.flatMap((e) => because(regime, e.measures, e.at)),
    ),
  ];
  const spoken = said();
  const stated = spoken.at(on);
  if (spoken.statements.length > 0 && differs(stated, published)) {
    const days = [...new Set(spoken.statements.flatMap((s) => s.acts.filter((a) => a.do === "extend" && a.announced <= regime.known).map((a) => toUtc(a.announced).slice(0, 10))))];
    out.push(
      view(
        `it was extended as said on ${days.join(" and ")} (no instrument was seen)`,
        stated,
        spoken.statements.map((s) => s.id),
      ),
    );
  }
  if (differs(kept, published) && (spoken.statements.length === 0 || differs(kept, stated))) out.push(view("it was extended or put off by an instrument that is not in the regime", kept, []));
  return out;
}

const text = (m: Merged): string | null => {
  const points = settledPoints(m);
  return points === undefined ? null : showPercent(points);
};
const differs = (a: Merged, b: Merged): boolean => a.min !== b.min || a.max !== b.max || text(a) !== text(b);
function view(words: string, m: Merged, why: readonly string[]): Branch {
  const settled = text(m);
  return {
    if: words,
    additionalPercent: settled,
    because: [...new Set(why)],
    ...(settled === null ? { range: { percentMin: showPercent(m.min), percentMax: m.max === undefined ? null : showPercent(m.max) } } : {}),
  };
}
