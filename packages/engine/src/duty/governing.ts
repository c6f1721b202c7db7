import type { Instant } from "../time/index.js";
import { factInstant, QuestionError, type Side } from "./question.js";

/**
 * The instant whose law governs an entry: its own, or that at which an in-bond entry was accepted at the first US port
 * (19 CFR 141.69(b); goods under a quota or taken into general order excepted).
 * @throws QuestionError where the in-bond entry was accepted after the goods were entered
 */
export function governing(on: Instant, facts: ReadonlyMap<string, string>, side: Side, zone: string): Instant {
  const given = facts.get("entered-bond");
  if (given === undefined || side !== "us") return on;
  const accepted = factInstant(given, zone);
  if (accepted > on)
    throw new QuestionError(
      "bad-fact",
      `the in-bond entry was accepted on ${given}, after the goods were entered`,
      "entered-bond",
      "give the day on which the immediate-transportation entry was accepted",
    );
  return accepted;
}
