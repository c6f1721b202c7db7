import type { InstrumentId, MeasureId, Regime, Timeline } from "../law/index.js";
import { EVER, type Instant, OPEN } from "../time/index.js";

/** How a control or a rule stands at an instant. */
export interface Standing {
  readonly force: "in-force" | "suspended" | "not-yet" | "ended" | "not-known";
  /** Since when it stands so, and the first instant when it no longer does; undefined where there is none. */
  readonly since?: Instant;
  readonly until?: Instant;
  /** When it takes effect: for the first time, or again. */
  readonly effective?: Instant;
  readonly by: readonly InstrumentId[];
}

/**
 * How a measure stands, by the law that is known. A measure that nobody had announced is `not-known`.
 * @example standing(regime, "us/affiliates-rule", on) //=> { force: "suspended", effective: …, by: ["us/bis-affiliates-stay"] }
 */
export function standing(regime: Regime, measure: MeasureId, on: Instant): Standing {
  const line = regime.timelines.get(measure);
  return line === undefined ? { force: "not-known", by: [] } : standingOf(line, on);
}

/** The same of a timeline. Stretches of one kind that follow each other count as one. */
export function standingOf(line: Timeline, on: Instant): Standing {
  const { states } = line;
  const at = states.findLastIndex((s) => s.from <= on);
  const now = states[at];
  if (now === undefined) return { force: "not-known", by: [] };
  const same = (i: number): boolean => states[i]?.standing === now.standing;
  let [first, last] = [at, at];
  while (same(first - 1)) first--;
  while (same(last + 1)) last++;
  const later = states.slice(last + 1).find((s) => s.standing === "in-force");
  const force = now.standing === "none" ? (later === undefined ? "ended" : "not-yet") : now.standing;
  const since = (states[first] as (typeof states)[number]).from;
  const until = (states[last] as (typeof states)[number]).until;
  const by = force === "suspended" ? now.suspensions.flatMap((s) => s.by) : force === "not-yet" ? (later?.by ?? []) : now.by;
  return {
    force,
    ...(since > EVER ? { since } : {}),
    ...(until < OPEN ? { until } : {}),
    ...(force !== "in-force" && later !== undefined ? { effective: later.from } : {}),
    by: [...new Set(by)],
  };
}

/** Every instant at which a measure comes to stand otherwise. */
export const edges = (regime: Regime, measure: MeasureId): readonly Instant[] => regime.timelines.get(measure)?.states.map((s) => s.from) ?? [];
