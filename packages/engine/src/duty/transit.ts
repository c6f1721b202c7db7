import type { Transit } from "../law/index.js";
import { type Instant, toZoned } from "../time/index.js";
import { factInstant } from "./question.js";

/** What an order's rule for goods under way says of one entry, in the order's own terms. */
export interface Passage {
  /** Undefined while the fact that it turns on is not given, and then relief is not assumed. */
  readonly relieved: boolean | undefined;
  readonly fact: string;
  readonly at?: Instant;
  readonly why: string;
  /** What was taken for granted where a fact is not given. */
  readonly taken?: string;
}
const UNDER: Readonly<Record<string, string>> = {
  and: ", aboard a vessel and on the final mode of transit",
  or: ", aboard a vessel or on the final mode of transit",
};

const VESSEL = "taken as cargo of a vessel; what came by air, rail, truck or post is not relieved (--fact mode=ocean settles it)";

/**
 * Does an order's rule for goods under way relieve this entry? Both limbs are strict: at the very instant of `before` the goods are too late.
 * Where the text says "loaded onto a vessel and in transit", cargo of a vessel alone is relieved (CBP's answers of 15 May 2025).
 */
export function passage(rule: Transit, on: Instant, facts: ReadonlyMap<string, string>, zone: string): Passage {
  const asked = rule.test ?? "loaded";
  // Goods that were aboard had left: a loading date answers for the export date too.
  const fact = asked === "exported" && facts.get(asked) === undefined && facts.get("loaded") !== undefined ? "loaded" : asked;
  const value = facts.get(fact);
  const before = toZoned(rule.before, zone).slice(0, 16);
  const at = value === undefined ? {} : { at: factInstant(value, zone) };
  if (rule.entered !== undefined && on >= rule.entered) return { relieved: false, fact, ...at, why: `entered too late: the relief is for entries before ${toZoned(rule.entered, zone).slice(0, 16)}` };
  if (at.at === undefined) return { relieved: undefined, fact, why: `it turns on ${asked}, before ${before}` };
  const mode = facts.get("mode");
  if (rule.join === "and" && mode !== undefined && mode !== "ocean")
    return { relieved: false, fact, ...at, why: `by ${mode}: the text relieves what was loaded onto a vessel and in transit, so cargo of a vessel alone` };
  const shown = `${fact} ${toZoned(at.at, zone).slice(0, 16)}`;
  return at.at < rule.before
    ? { relieved: true, fact, ...at, why: `${shown} is before ${before}${UNDER[rule.join ?? ""] ?? ""}`, ...(rule.join === "and" && mode === undefined ? { taken: VESSEL } : {}) }
    : { relieved: false, fact, ...at, why: `${shown} is not before ${before}` };
}

/** The same, as yes, no or not known. */
export const underWay = (rule: Transit, on: Instant, facts: ReadonlyMap<string, string>, zone: string): boolean | undefined => passage(rule, on, facts, zone).relieved;
