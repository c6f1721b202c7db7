import { type DutyResult, DutyDesk } from "../duty/index.js";
import { type Instant, parseInstant, toUtc } from "../time/index.js";
import type { Desks, Scenario } from "../desk/index.js";

/** A horizon behind which nothing lies: an outlook says what the published law does if nothing is done. */
const NEVER = "2299-12-30";

/** A code's additional points at one moment in one scenario; null with a range while a fact is missing. */
export interface Points {
  readonly scenario: string;
  readonly additionalPercent: string | null;
  readonly range?: { readonly percentMin: string; readonly percentMax: string | null };
}
/** A dated change of a code's additional points. */
export interface CodeChange {
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly scenario: string;
  readonly before: Points;
  readonly after: Points;
  readonly because: readonly string[];
}
/** Why a scenario differs from the law as it stands, by measure, in points. */
export interface Difference {
  readonly scenario: string;
  readonly at: string;
  readonly points: string | null;
  readonly byMeasure: readonly { readonly measure: string; readonly points: string; readonly instruments: readonly string[] }[];
  /** Measures that wait for a fact on one side or both: what they come to is not known. */
  readonly open?: readonly string[];
}
export interface CodeOutlook {
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly now: readonly Points[];
  readonly changes: readonly (CodeChange & { readonly at: string })[];
  readonly differences: readonly Difference[];
  readonly warnings: readonly string[];
}
export interface CodeQuestion {
  readonly code: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly facts?: Readonly<Record<string, string>>;
}

/**
 * What a code's additional duty becomes after `on`, in each scenario, as published: until an instrument moves it.
 * @throws QuestionError for a code that no tariff in hand has
 */
export function codeOutlook(q: CodeQuestion, desks: Desks, known: Instant, on: Instant, scenarios: readonly Scenario[]): CodeOutlook {
  const asked = { code: q.code, ...(q.from === undefined ? {} : { from: q.from }), ...(q.to === undefined ? {} : { to: q.to }), ...(q.facts === undefined ? {} : { facts: q.facts }), value: VALUE };
  const own = scenarios.map((s) => ({ s, desk: new DutyDesk({ ...desks.desk(known, s.supposed).grounds, horizon: NEVER }) }));
  const ask = (desk: DutyDesk, at: Instant): DutyResult => desk.answer({ ...asked, on: toUtc(at) }, { known, now: on });
  const answers = own.map(({ s, desk }) => ({ s, desk, now: ask(desk, on) }));
  const first = (answers[0] as (typeof answers)[number]).now;
  const place = { code: first.code, from: first.from, to: first.to };
  const changes = answers.flatMap(({ s, desk, now }) => {
    let before = pointsOf(s.id, now);
    return now.next.map((n) => {
      const after = pointsOf(s.id, ask(desk, parseInstant(n.at)));
      const change = { at: n.at, ...place, scenario: s.id, before, after, because: n.because };
      before = after;
      return change;
    });
  });
  const moments = [on, ...new Set(changes.map((c) => parseInstant(c.at)))].sort((a, b) => a - b);
  const differences = answers.slice(1).flatMap(({ s, desk }) => {
    let last = "";
    return moments.flatMap((at) => {
      const d = difference(s.id, at, ask((answers[0] as (typeof answers)[number]).desk, at), ask(desk, at));
      const mark = JSON.stringify([d.points, d.byMeasure, d.open]);
      const again = mark === last || (last === "" && d.byMeasure.length === 0 && d.open === undefined);
      last = mark;
      return again ? [] : [d];
    });
  });
  return { ...place, text: first.text, now: answers.map(({ s, now }) => pointsOf(s.id, now)), changes, differences, warnings: first.outcome === "not-covered" ? first.warnings : [] };
}

const pointsOf = (scenario: string, r: DutyResult): Points => ({ scenario, additionalPercent: r.additionalPercent, ...(r.range === null ? {} : { range: r.range }) });

/** A customs value of which a cent is a hundredth of a part per million, so that amounts show points of the whole value, whatever part of it pays. */
const VALUE = "1000000.00";
const PPM = 10_000;
const ppm = (percent: string): number => Math.round(Number(percent) * PPM);
const show = (n: number): string => String(n / PPM);

/** Whether an answer says for sure what a measure comes to: it is due, it is not, or nothing is open at all. */
const sure = (r: DutyResult, measure: string): boolean => r.outcome === "settled" || r.components.some((c) => c.measure === measure) || r.notDue.some((n) => n.measure === measure);

/** What each measure adds more or less than under the law as it stands, in points of the customs value. A measure that waits for a fact on either side is left out; `open` names it. */
function difference(scenario: string, at: Instant, law: DutyResult, then: DutyResult): Difference {
  const sum = (r: DutyResult): Map<string, { points: number; instruments: readonly string[] }> => {
    const out = new Map<string, { points: number; instruments: readonly string[] }>();
    for (const c of r.components) out.set(c.measure, { points: (out.get(c.measure)?.points ?? 0) + Math.round(Number(c.amount)), instruments: c.instruments });
    return out;
  };
  const [a, b] = [sum(law), sum(then)];
  const all = [...new Set([...a.keys(), ...b.keys()])];
  const byMeasure = all.flatMap((measure) => {
    const points = (b.get(measure)?.points ?? 0) - (a.get(measure)?.points ?? 0);
    return points === 0 || !sure(law, measure) || !sure(then, measure) ? [] : [{ measure, points: show(points), instruments: (b.get(measure) ?? a.get(measure))?.instruments ?? [] }];
  });
  const open = all.filter((m) => !sure(law, m) || !sure(then, m));
  const both = law.additionalPercent !== null && then.additionalPercent !== null;
  return { scenario, at: toUtc(at), points: both ? show(ppm(then.additionalPercent as string) - ppm(law.additionalPercent as string)) : null, byMeasure, ...(open.length === 0 ? {} : { open }) };
}
