import { type AverageView, averageView } from "@truce/engine/answers/average";
import { type AverageEvent, EVENTS, largestSteps } from "@truce/engine/answers/average-events";
import { asking, type Clocks } from "@truce/engine/desk";
import { BEIJING, WASHINGTON } from "@truce/engine/time";
import type { PageDesk } from "../desk.js";

export interface AveragePage extends AverageView {
  readonly events: readonly AverageEvent[];
  readonly version: string;
}

/** One side's average tariff as a step series, by section where it is asked for, beside what others published. */
export async function answer(desk: PageDesk, q: Clocks & { readonly side: "us" | "cn"; readonly weights?: string; readonly from?: string; readonly sections: boolean }): Promise<AveragePage> {
  await desk.goods();
  const { desks } = desk;
  const a = await asking(desks, q, { zone: q.side === "us" ? WASHINGTON : BEIJING });
  const view = averageView(desks, { side: q.side, weights: q.weights, on: a.on, known: a.known, from: q.from, to: undefined, sections: q.sections, supposed: a.supposed });
  return { ...view, events: largestSteps(view.series, q.side, desks.regimeAt(a.known, a.supposed), EVENTS), version: desk.version };
}
