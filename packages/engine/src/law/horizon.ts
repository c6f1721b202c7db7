import { fromWall, type Instant, toUtc, WASHINGTON } from "../time/index.js";
import type { Timeline } from "./paint.js";
import { statesOf } from "./state-view.js";

/** The first instant after the last day to which the regime was checked. */
export const horizonEnd = (horizon: string): Instant => (fromWall(`${horizon}T23:59`, WASHINGTON) + 1) as Instant;

/**
 * The warning that belongs to an answer about a moment past the last day to which the regime was checked; none before.
 * @example pastHorizon(on, "2026-10-10") //=> ["the regime was checked to 2026-10-10: …"]
 */
export function pastHorizon(on: Instant, horizon: string): string[] {
  return on < horizonEnd(horizon) ? [] : [`the regime was checked to ${horizon}: what was published or decided after that day is not in this answer`];
}

/** Whether a measure stands as it does since a day that was not checked any more: so it was published, whether it came so is not known. */
export function unchecked(t: Timeline, on: Instant, horizon: string): boolean {
  const [end, moment] = [toUtc(horizonEnd(horizon)), toUtc(on)];
  if (moment < end) return false;
  const now = statesOf(t).find((s) => (s.from ?? "") <= moment && (s.until === null || moment < s.until));
  return now?.from !== null && now !== undefined && now.from >= end;
}
