import type { Goods } from "../goods/index.js";
import type { Merged } from "./merge.js";

const LIST = "cn/trq";
const WHY = "the line is under a tariff-rate quota: the MFN column in hand holds the rate outside it, and the rate within is not in hand";

/**
 * Asks for `trq` where a Chinese line is under a tariff-rate quota. Outside it the printed MFN rate is owed; within it the ordinary rate is not in hand.
 * @example withQuota(goods, ["10059000"], facts, merged).missing[0]?.fact //=> "trq"
 */
export function withQuota(goods: Goods, leaves: readonly string[], facts: ReadonlyMap<string, string>, merged: Merged): Merged {
  if (!goods.hasList(LIST) || !leaves.some((l) => goods.rowsFor(LIST, l).length > 0)) return merged;
  const given = facts.get("trq");
  if (given === "out") return merged;
  const base = { ...merged.base, rate: undefined, why: WHY };
  if (given === "in") return { ...merged, base };
  const need = { fact: "trq", why: WHY, choices: ["in", "out"], min: 0, max: merged.base.rate?.percent, instruments: ["cn/mfn"] };
  return { ...merged, base, missing: [...merged.missing, need] };
}
