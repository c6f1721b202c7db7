import type { Regime } from "../law/index.js";
import { fromWall, type Instant, toUtc } from "../time/index.js";
import type { Assessment, Assessor } from "./assess.js";
import { because, changedOf } from "./because.js";
import { type Merged, settledPoints } from "./merge.js";
import { showPercent } from "./money.js";
import type { NextChange } from "./result.js";

type Judge = (at: Instant) => Merged;
const other = (a: Merged, b: Merged): boolean => a.min !== b.min || a.max !== b.max || a.assessment.additional !== b.assessment.additional || a.missing.length !== b.missing.length;

const kept = new WeakMap<Assessment, NextChange[]>();

/** The dated changes of a line's additional points that the law known by then already holds. `alone`: the code is one line, so its assessment says all. */
export function nextChanges(regime: Regime, assessor: Assessor, judge: Judge, on: Instant, now: Merged, alone: boolean): NextChange[] {
  const hit = alone ? kept.get(now.assessment) : undefined;
  if (hit !== undefined) return hit;
  const out: NextChange[] = [];
  let before = now;
  for (const at of assessor.edgesAfter(on)) {
    const then = judge(at);
    if (alone && then.assessment === before.assessment) continue;
    if (other(before, then)) {
      const points = settledPoints(then);
      out.push({ at: toUtc(at), additionalPercent: points === undefined ? null : showPercent(points), because: because(regime, changedOf(before, then), at) });
    }
    before = then;
  }
  if (alone) kept.set(now.assessment, out);
  return out;
}

/** The instants within a day, after its first minute, at which the answer changes; none for most days. */
export function splits(assessor: Assessor, judge: Judge, day: string, zone: string, noon: Assessment): string[] {
  const start = fromWall(`${day}T00:01`, zone);
  const end = (start + 1439) as Instant;
  if (noon.from <= start && noon.until >= end) return [];
  const out: string[] = [];
  let before = judge(start);
  for (const at of assessor.edgesAfter(start, end)) {
    const then = judge(at);
    if (other(before, then)) out.push(toUtc(at));
    before = then;
  }
  return out;
}
