import type { Condition, ControlClause } from "../../law/index.js";
import type { ItemHit } from "./items.js";
import type { ControlQuestion, ControlVerdict } from "./types.js";

/** What a clause says of the goods: it reaches them, may reach them, would where a fact is so, or does not. */
export interface Reached {
  readonly state: "reaches" | "possible" | "waits" | "not";
  readonly hits: readonly ItemHit[];
  /** Facts that are not given and would decide, each with the values for which it reaches. */
  readonly waits: readonly { readonly fact: string; readonly when: string }[];
  readonly why: string;
}
/** Facts that nobody has unless he says so: goods are taken to be for civil use until then, and the answer says what would change. */
const ASSUMED = new Set(["end-use", "end-user", "purpose"]);

export const verdictOf = (demand: ControlClause["demand"]): ControlVerdict =>
  demand === "prohibited" ? "prohibited" : demand === "refused-in-principle" ? "refused-in-principle" : "licence-required";

/** Whether a clause reaches goods that go from here to there. @param hits what the goods are */
export function reached(c: ControlClause, q: ControlQuestion, hits: readonly ItemHit[]): Reached {
  const none = (why: string): Reached => ({ state: "not", hits: [], waits: [], why });
  if (c.route === "from-china" ? q.from !== "CN" : q.from === "CN" || q.to === "CN") return none("another way");
  if (c.to !== undefined && !c.to.includes(q.to)) return none("another destination");
  const of = c.items === "dual-use" ? hits : hits.filter((h) => c.items.includes(h.item.id));
  if (of.length === 0 && c.items !== "dual-use") return none("other goods");
  if (c.unless !== undefined && holds(c.unless, q) === "yes") return none("exempt: emergency relief");
  const waits: { fact: string; when: string }[] = [];
  const tests: ("yes" | "no" | "open")[] = [];
  if (c.when !== undefined) {
    const held = holds(c.when, q);
    tests.push(held);
    if (held === "open") waits.push(...factsOf(c.when).filter(({ fact }) => q.facts[fact] === undefined));
  }
  if (c.content !== undefined) {
    const given = q.facts[c.content.fact];
    const least = c.content.least / 10_000;
    tests.push(given === undefined ? "open" : Number(given) >= least ? "yes" : "no");
    if (given === undefined) waits.push({ fact: c.content.fact, when: `${least} % or more` });
  }
  if (tests.includes("no")) return none("a condition is not met");
  const sure = of.some((h) => h.sure);
  const why = of.length > 0 ? of.map((h) => `${h.item.names[0]}: ${h.why}`).join("; ") : "all goods with a dual use; whether these are among them the regime does not say";
  if (tests.includes("open")) return { state: "waits", hits: of, waits, why };
  return { state: sure ? "reaches" : "possible", hits: of, waits: [], why };
}

/** Whether all facts that a clause waits for are ones that are taken as civil until said otherwise. */
export const onlyAssumed = (r: Reached): boolean => r.waits.every((w) => ASSUMED.has(w.fact));

function holds(c: Condition, q: ControlQuestion): "yes" | "no" | "open" {
  const given = q.facts[c.fact];
  const own = given === undefined ? "open" : (c.not !== undefined ? !c.not.includes(given) : c.is.includes(given)) ? "yes" : "no";
  if (c.or !== undefined) {
    const other = holds(c.or, q);
    return own === "yes" || other === "yes" ? "yes" : own === "open" || other === "open" ? "open" : "no";
  }
  if (c.and !== undefined) {
    const other = holds(c.and, q);
    return own === "no" || other === "no" ? "no" : own === "open" || other === "open" ? "open" : "yes";
  }
  return own;
}

const factsOf = (c: Condition): { fact: string; when: string }[] => [
  { fact: c.fact, when: (c.not ?? c.is).join(" or ") },
  ...(c.or === undefined ? [] : factsOf(c.or)),
  ...(c.and === undefined ? [] : factsOf(c.and)),
];
