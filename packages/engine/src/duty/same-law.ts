import type { Regime, Timeline } from "../law/index.js";
import { dutyMeasures } from "./finder.js";
import type { Side } from "./question.js";

/** What of a timeline decides an answer: its states, and the documents of its layers with their ends. */
const mark = (t: Timeline | undefined): string => (t === undefined ? "" : JSON.stringify([t.states, t.layers.map((l) => [l.instrument.id, l.from, l.until, l.by])]));

/**
 * Whether two states of the law say the same of every duty of a side, so that one answer does for both.
 * Horizon and what is supposed of it are left aside: for those who ask what is published.
 */
export function sameLaw(a: Regime, b: Regime, side: Side): boolean {
  const [own, other] = [dutyMeasures(a, side), dutyMeasures(b, side)];
  if (own.join() !== other.join() || JSON.stringify(a.displacements) !== JSON.stringify(b.displacements)) return false;
  return own.every((id) => {
    const [x, y] = [a.relief.get(id) ?? [], b.relief.get(id) ?? []];
    return mark(a.timelines.get(id)) === mark(b.timelines.get(id)) && x.length === y.length && x.every((r, i) => r.id === y[i]?.id && mark(r) === mark(y[i]));
  });
}
