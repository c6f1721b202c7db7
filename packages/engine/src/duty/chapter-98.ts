import { type Goods, type Schedule, showCode } from "../goods/index.js";
import type { Base } from "./base.js";
import type { Merged } from "./merge.js";
import { MILLION, parsePercent } from "./money.js";
import { QuestionError, type Side } from "./question.js";

/** How ordinary duty is charged under a provision: on nothing, on the part of the value that its text names, or in a way that is not in hand. */
type Charged = "free" | "part" | "open";

/**
 * The provision of chapter 98 that a question claims, as it is filed.
 * @throws QuestionError for one that the tariff does not print
 */
export function provisionOf(facts: ReadonlyMap<string, string>, side: Side, goods: Goods): { readonly shown: string } | undefined {
  const given = facts.get("chapter-98");
  if (given === undefined || side !== "us") return undefined;
  const digits = given.replaceAll(".", "");
  const schedule = goods.schedule("us");
  if (schedule.rows(digits).length > 0) return { shown: showCode(digits) };
  const near = schedule.nearest(digits).filter((c) => c.startsWith("98"));
  throw new QuestionError(
    "bad-fact",
    `${showCode(digits)} is not a provision of chapter 98 of the HTS editions in hand`,
    "chapter-98",
    near.length === 0 ? "write one such as 9802.00.80" : `the nearest are ${near.map(showCode).join(", ")}`,
  );
}

function charged(provision: string, schedule: Schedule): Charged {
  const text = schedule.rows(provision.replaceAll(".", "").slice(0, 8)).at(-1)?.rate("general") ?? "";
  return text === "Free" ? "free" : text.startsWith("A duty upon") ? "part" : "open";
}

/** The ordinary rate of goods under a provision: free, on the part of the value that pays, or not in hand. */
export function underProvision(base: Base, provision: string, dutiable: string | undefined, schedule: Schedule): Base {
  const how = charged(provision, schedule);
  if (how === "free") return { rate: schedule.rate("Free"), why: undefined, inferred: false };
  if (how === "open") return { rate: undefined, why: `how ordinary duty is charged under ${provision} is not in hand`, inferred: false };
  return dutiable === undefined ? base : { ...base, share: parsePercent(dutiable) ?? MILLION };
}

/** Asks for `dutiable` where the provision leaves ordinary duty on a part of the value that is not given. */
export function withDutiable(provision: string, facts: ReadonlyMap<string, string>, merged: Merged, schedule: Schedule): Merged {
  if (facts.get("dutiable") !== undefined || charged(provision, schedule) !== "part") return merged;
  const why = `under ${provision} only the part of the value that its text names pays`;
  const need = { fact: "dutiable", why, choices: ["0", "100"], min: 0, max: merged.base.rate?.percent, instruments: ["us/hts"] };
  const asked = merged.missing.some((m) => m.fact === need.fact);
  return { ...merged, base: { ...merged.base, rate: undefined, why }, missing: asked ? merged.missing : [...merged.missing, need] };
}
