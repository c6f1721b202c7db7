import { type Status, status } from "../outlook/index.js";
import type { Instrument } from "../law/index.js";
import type { Asking, Desks } from "../desk/index.js";
import { averagesAt } from "./average-at.js";

/** The state of the truce, with both sides' averages. */
export function statusAnswer(desks: Desks, q: Asking): Status {
  const ask = (rest: readonly Instrument[]): Status => status(desks.regimeAt(q.known, rest), q.on, q.known, desks.regime.law.horizon);
  const result = ask(q.supposed);
  return { ...result, averages: averagesAt(desks, q.known, q.on, q.supposed), warnings: [...result.warnings, ...desks.soon(q.known), ...desks.idle(q.known, q.supposed, ask)] };
}
