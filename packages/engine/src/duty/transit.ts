import type { Transit } from "../law/index.js";
import type { Instant } from "../time/index.js";
import { factInstant } from "./question.js";

/**
 * Does an order's rule for goods under way relieve this entry? Both limbs are strict: at the very instant of `before` the goods are too late.
 * Undefined while the fact that it turns on is not given, and then relief is not assumed.
 */
export function underWay(rule: Transit, on: Instant, facts: ReadonlyMap<string, string>, zone: string): boolean | undefined {
  if (rule.entered !== undefined && on >= rule.entered) return false;
  const fact = rule.test ?? "loaded";
  // Goods that were aboard had left: a loading date answers for the export date too.
  const value = facts.get(fact) ?? (fact === "exported" ? facts.get("loaded") : undefined);
  if (value === undefined) return undefined;
  // "Loaded onto a vessel and in transit": cargo of a vessel only (CBP's answers of 15 May 2025).
  const mode = facts.get("mode");
  if (rule.join === "and" && mode !== undefined && mode !== "ocean") return false;
  return factInstant(value, zone) < rule.before;
}
