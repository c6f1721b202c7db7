import type { Fact } from "../goods/index.js";
import type { Instant } from "../time/index.js";
import { LEFT_ZONE } from "./find.js";
import { checkFact, checkMetals } from "./question.js";

const NONE: ReadonlyMap<string, string> = new Map();
/** Facts that choose the moment, the fees or the value, and of which no duty speaks. */
export const BESIDE: readonly string[] = ["entered-bond", "withdrawn", "zone-admitted", "zone-status", "entry"];
/** Of 9802.00.80.15 the law speaks as 9802.00.80. */
const EIGHT_DIGITS = "9802.00.80".length;

/**
 * The facts of a question, checked and in the order of their names.
 * @throws QuestionError for a fact that there is not, or a value that it cannot have
 */
export function readFacts(given: Readonly<Record<string, string | number>> | undefined, known: ReadonlyMap<string, Fact>, zone: string): ReadonlyMap<string, string> {
  if (given === undefined) return NONE;
  const entries = Object.entries(given)
    .map(([k, v]) => [k, String(v)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [k, v] of entries) checkFact(k, v, known, zone);
  const facts = new Map(entries);
  checkMetals(facts);
  return facts;
}

/** The facts of which the law speaks, without those that only choose its moment. */
export function lawful(given: ReadonlyMap<string, string>, left: Instant | undefined): ReadonlyMap<string, string> {
  if (given.size === 0) return given;
  const own = new Map([...given].filter(([k]) => !BESIDE.includes(k)));
  const provision = own.get("chapter-98");
  if (provision !== undefined) own.set("chapter-98", provision.slice(0, EIGHT_DIGITS));
  return left === undefined ? own : own.set(LEFT_ZONE, String(left));
}
