import { type AverageEvent, largestSteps } from "@truce/engine/answers/average-events";
import { OWN, seriesOf } from "@truce/engine/answers/average-series";
import { asking, type Clocks } from "@truce/engine/desk";
import { horizonEnd, type Item, timeline } from "@truce/engine/law";
import { type AverageStep, status, type Status } from "@truce/engine/outlook";
import { toUtc } from "@truce/engine/time";
import type { PageDesk } from "../desk.js";

/** The average of one side: every step, the one that stands, and the last one that was checked. */
export interface SideAverage {
  readonly side: "us" | "cn";
  readonly weights: string;
  readonly steps: readonly AverageStep[];
  readonly now: AverageStep | null;
  readonly checked: AverageStep | null;
}
export interface Today {
  readonly status: Status;
  readonly averages: readonly SideAverage[];
  /** The largest steps of both, with the documents behind them. */
  readonly events: readonly AverageEvent[];
  /** The last documents that became known, the newest first. */
  readonly latest: readonly Item[];
  readonly version: string;
}
const LATEST = 8;
const EVENTS = 6;

/** The state of the truce, what ends next, both averages and the last documents. */
export async function answer(desk: PageDesk, q: Clocks): Promise<Today> {
  const { desks, law } = desk;
  const a = await asking(desks, q);
  // The series of all that is known are packed; any other is worked out from the goods.
  if (a.supposed.length > 0 || !desks.knowsAll(a.known)) await desk.goods();
  const regime = desks.regimeAt(a.known, a.supposed);
  const result = status(regime, a.on, a.known, law.horizon);
  const { items } = timeline(regime, { on: a.on, known: a.known, horizon: law.horizon }, {});
  const lastChecked = toUtc((horizonEnd(law.horizon) - 1) as typeof a.on);
  const averages = (["us", "cn"] as const).map((side): SideAverage => {
    const { steps } = seriesOf(desks, side, OWN[side], a.known, a.supposed);
    const at = (when: string): AverageStep | null => steps.findLast((s) => s.from <= when) ?? null;
    return { side, weights: OWN[side], steps, now: at(toUtc(a.on)), checked: at(toUtc(a.on) < lastChecked ? toUtc(a.on) : lastChecked) };
  });
  const events = averages
    .flatMap((x) =>
      largestSteps(
        x.steps.filter((s) => s.from <= toUtc(a.known)),
        x.side,
        regime,
        EVENTS,
      ),
    )
    .sort((x, y) => (x.at < y.at ? -1 : 1));
  return { status: { ...result, warnings: [...result.warnings, ...desks.soon(a.known)] }, averages, events, latest: items.slice(-LATEST).reverse(), version: desk.version };
}
