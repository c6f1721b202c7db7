import { addYears } from "./days.js";
import type { FiledEntry } from "./filed.js";
import type { RefundRules } from "./refund-rules.js";

/** How far the liquidation of an entry has come by a day. */
export type Standing =
  | { readonly is: "liquidated"; readonly day: string; readonly how: string }
  /** `held`: suspended or extended, so that no schedule runs. */
  | { readonly is: "open"; readonly scheduled: string | undefined; readonly held: boolean }
  | { readonly is: "unknown"; readonly asks: readonly string[]; readonly why: string };

/**
 * Whether an entry had liquidated by a day, from its date and status; informal entries liquidate at entry. The year of 19 USC 1504(a) is never taken for a liquidation: where only it would tell, the date is asked for.
 * @example standingOf({ ...entry, liquidation: { status: "liquidated", date: "2026-09-04" } }, rules, "2026-10-01") //=> { is: "liquidated", day: "2026-09-04", how: "liquidated on 2026-09-04" }
 */
export function standingOf(entry: FiledEntry, rules: RefundRules["liquidation"], on: string): Standing {
  const { status, date } = entry.liquidation;
  const informal = entry.type !== undefined && rules.informal.includes(entry.type);
  const liquidated = (day: string): Standing => ({ is: "liquidated", day, how: `liquidated on ${day}` });
  if (status === "suspended" || status === "extended") return { is: "open", scheduled: date !== undefined && date >= on ? date : undefined, held: true };
  if (date !== undefined) {
    if (date > on || (date === on && status === "unliquidated")) return { is: "open", scheduled: date, held: false };
    if (status === "unliquidated") return { is: "unknown", asks: ["liquidation_status"], why: `it was to liquidate on ${date}, which has passed: the report is older` };
    return liquidated(date);
  }
  if (informal && status !== "unliquidated") return { is: "liquidated", day: entry.entered, how: `an informal entry, liquidated at entry on ${entry.entered}` };
  const year = addYears(entry.entered, rules.deemedYears);
  const deemed = year <= on ? `; by 19 USC 1504(a) it may be deemed liquidated on ${year}` : "";
  if (status === "unliquidated" && year > on) return { is: "open", scheduled: undefined, held: false };
  const asks = ["liquidation_date", ...(status === undefined ? ["liquidation_status"] : []), ...(entry.type === undefined ? ["entry_type"] : [])];
  return { is: "unknown", asks, why: `the file does not say whether and when it liquidated${deemed}` };
}
