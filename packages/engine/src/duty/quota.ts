import type { Goods } from "../goods/index.js";
import type { Merged } from "./merge.js";
import { showPercent } from "./money.js";

export const QUOTA_LIST = "cn/trq";
const ASKS = "the line is under a tariff-rate quota: the MFN column in hand holds the rate outside it";
const WITHIN = "the line is under a tariff-rate quota, and the rate within it is not in hand";

/**
 * Asks for `trq` where a Chinese line is under a tariff-rate quota. Outside it the printed MFN rate is owed; within it the lower rate of the list,
 * or none where the list has none.
 * @example withQuota(goods, ["10059000"], facts, merged).missing[0]?.fact //=> "trq"
 */
export function withQuota(goods: Goods, leaves: readonly string[], facts: ReadonlyMap<string, string>, merged: Merged): Merged {
  if (!goods.hasList(QUOTA_LIST)) return merged;
  const rows = leaves.map((l) => goods.rowsFor(QUOTA_LIST, l)[0]);
  if (rows.every((r) => r === undefined)) return merged;
  const given = facts.get("trq");
  if (given === "out") return merged;
  const first = rows[0]?.percent;
  const within = rows.every((r) => r?.percent === first) ? first : undefined;
  if (given === "in") {
    const rate = within === undefined ? undefined : goods.schedule("cn").rate(`${showPercent(within)}%`);
    return { ...merged, base: { ...merged.base, rate, why: rate === undefined ? WITHIN : undefined } };
  }
  const why = within === undefined ? `${ASKS}, and the rate within is not in hand` : `${ASKS}; within it ${showPercent(within)} % is owed`;
  const need = { fact: "trq", why, choices: ["in", "out"], min: within ?? 0, max: merged.base.rate?.percent ?? merged.base.range?.[1], instruments: ["cn/mfn"] };
  return { ...merged, base: { ...merged.base, rate: undefined, why }, missing: [...merged.missing, need] };
}
