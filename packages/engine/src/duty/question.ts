import type { Fact } from "../goods/index.js";
import { type Instant, parseOn, WhenError } from "../time/index.js";
import { inDigits, MILLION, parsePercent, showPercent } from "./money.js";
import type { Rounding } from "./result.js";

export type Side = "us" | "cn";
/** Thrown where a question cannot be asked so; `field` names the part, `hint` says what to do. */
export class QuestionError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly field: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/**
 * Checks one fact against the list of facts that can be given. A measure whose goods are not in hand takes `in` or `out` under its own id.
 * @throws QuestionError naming the choices
 */
export function checkFact(name: string, value: string, known: ReadonlyMap<string, Fact>, zone: string): void {
  const bad = (message: string, hint: string): never => {
    throw new QuestionError("bad-fact", message, name, hint);
  };
  if (name.includes("/")) {
    if (!/^(in|out|\d+(\.\d+)?)$/.test(value)) bad(`the fact ${name} is "${value}"`, "write in, out or the points that apply");
    return;
  }
  const fact = known.get(name) ?? bad(`there is no fact "${name}"`, `facts are: ${[...known.keys()].join(", ")}`);
  if (fact === undefined) return;
  if (fact.choices !== undefined && !fact.choices.includes(value)) bad(`the fact ${name} is "${value}"`, `write one of: ${fact.choices.join(", ")}`);
  if (fact.kind === "percent" && (parsePercent(value) ?? Number.POSITIVE_INFINITY) > 1_000_000) bad(`the fact ${name} is "${value}"`, "write a percentage from 0 to 100");
  if (fact.kind === "country" && !/^[A-Z]{2}$/.test(value)) bad(`the fact ${name} is "${value}"`, "write a two-letter country code");
  if (fact.kind === "heading" && !/^99\d{2}\.\d{2}\.\d{2}(\s*,\s*99\d{2}\.\d{2}\.\d{2})*$/.test(value))
    bad(`the fact ${name} is "${value}"`, "write a chapter 99 heading such as 9903.88.69, or several with commas between");
  if (fact.kind === "provision" && !/^98\d{2}\.\d{2}\.\d{2}(\.?\d{2})?$/.test(value)) bad(`the fact ${name} is "${value}"`, "write a chapter 98 provision such as 9802.00.80");
  if (fact.kind === "when") {
    try {
      factInstant(value, zone);
    } catch (e) {
      if (e instanceof WhenError) bad(`the fact ${name}: ${e.message}`, "write YYYY-MM-DD or an instant");
      throw e;
    }
  }
}

/**
 * Checks that the metals of an article, as shares of its value, are not more than the whole.
 * @throws QuestionError
 */
export function checkMetals(facts: ReadonlyMap<string, string>): void {
  const given = ["steel", "aluminum", "copper"].filter((m) => facts.has(m));
  const sum = given.reduce((n, m) => n + (parsePercent(facts.get(m) ?? "") ?? 0), 0);
  if (sum > MILLION)
    throw new QuestionError("bad-fact", `${given.join(" and ")} are ${showPercent(sum)} % of the value together`, given[0] ?? "", "give shares of the customs value that are at most 100 together");
}

/**
 * Checks the quantities of a question: each has an amount with at most four decimals, and a unit.
 * @throws QuestionError
 */
export function checkQuantity(quantity: readonly { readonly amount: string | number; readonly unit: string }[]): void {
  for (const q of quantity) {
    if (/^\d{10,}(\.\d{1,4})?$/.test(inDigits(q.amount)))
      throw new QuestionError("bad-quantity", `the quantity ${String(q.amount).slice(0, 40)} is above the limit of 999999999.9999`, "quantity", "write a larger unit, such as t for kg");
    if (!/^\d{1,9}(\.\d{1,4})?$/.test(String(q.amount)))
      throw new QuestionError("bad-quantity", `"${String(q.amount).slice(0, 40)}" is not a quantity`, "quantity", "write digits with at most four decimals, such as 120 or 0.5");
    if (typeof q.unit !== "string" || q.unit.trim() === "" || q.unit === "undefined")
      throw new QuestionError("bad-quantity", `the quantity ${q.amount} has no unit`, "unit", "write the unit that the tariff prints, such as kg");
  }
}

const ROUNDINGS: readonly string[] = ["cents", "entry-7501"];

/**
 * The rounding rule of a question; `cents` where none is given.
 * @throws QuestionError for a word that is no rule, and for the rule of the US form on a Chinese entry
 */
export function readRounding(given: string | undefined, side: Side): Rounding {
  if (given === undefined || given === "cents") return "cents";
  if (!ROUNDINGS.includes(given)) throw new QuestionError("bad-rounding", `"${given.slice(0, 40)}" is not a rounding rule`, "rounding", `write one of: ${ROUNDINGS.join(", ")}`);
  if (side === "cn") throw new QuestionError("bad-rounding", `${given} is the rule of the US entry summary, and this is a Chinese entry`, "rounding", "write cents, or leave it out");
  return given as Rounding;
}

/** The instant of a dated fact: a bare day means its noon in the territory. */
export const factInstant = (value: string, zone: string): Instant => parseOn(value, zone).at;
