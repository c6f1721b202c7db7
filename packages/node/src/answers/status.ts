import { type Status, status } from "@truce/engine/outlook";
import type { Instrument } from "@truce/engine/law";
import type { Desks } from "../grounds/desk.js";
import type { Asking } from "../grounds/show-id.js";
import { averagesAt } from "../outlook/average-at.js";

/** The state of the truce, with both sides' averages. */
export function statusAnswer(desks: Desks, q: Asking): Status {
  const ask = (rest: readonly Instrument[]): Status => status(desks.regimeAt(q.known, rest), q.on, q.known, desks.regime.law.horizon);
  const result = ask(q.supposed);
  return { ...result, averages: averagesAt(desks, q.known, q.on, q.supposed), warnings: [...result.warnings, ...desks.soon(q.known), ...desks.idle(q.known, q.supposed, ask)] };
}
