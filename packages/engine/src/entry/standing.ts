import { addYears } from "./days.js";
import type { FiledEntry } from "./filed.js";
import type { RefundRules } from "./refund-rules.js";

type Liquidated = { readonly is: "liquidated"; readonly day: string; readonly how: string };
/** `held`: suspended or extended, so that no schedule runs. */
type Open = { readonly is: "open"; readonly scheduled: string | undefined; readonly held: boolean };
/** How far the liquidation of an entry has come by a day. */
export type Standing =
  | Liquidated
  | Open
  /** `either`: the two states between which the file does not decide. `said`: the file's own word is that it is not liquidated. */
  | { readonly is: "unknown"; readonly asks: readonly string[]; readonly why: string; readonly either?: readonly [Open, Liquidated]; readonly said?: boolean };

/**
 * Whether an entry had liquidated by a day, from its date and status; informal entries liquidate at entry. A column that is there and empty says that nothing was set.
 * The year of 19 USC 1504(a) is never taken for a liquidation: where only it would tell, both states are given.
 * @example standingOf({ ...entry, liquidation: { status: "liquidated", date: "2026-09-04" } }, rules, "2026-10-01") //=> { is: "liquidated", day: "2026-09-04", how: "liquidated on 2026-09-04" }
 */
export function standingOf(entry: FiledEntry, rules: RefundRules["liquidation"], on: string): Standing {
  const { status, date, blank } = entry.liquidation;
  const informal = entry.type !== undefined && rules.informal.includes(entry.type);
  const liquidated = (day: string): Liquidated => ({ is: "liquidated", day, how: `liquidated on ${day}` });
  const open: Open = { is: "open", scheduled: undefined, held: false };
  if (status === "suspended" || status === "extended") return { ...open, scheduled: date !== undefined && date >= on ? date : undefined, held: true };
  if (date !== undefined) {
    if (date > on || (date === on && status === "unliquidated")) return { ...open, scheduled: date };
    if (status !== "unliquidated") return liquidated(date);
    return { is: "unknown", asks: ["liquidation_status"], why: `it was to liquidate on ${date}, which has passed: the report is older`, either: [open, liquidated(date)] };
  }
  if (informal && status !== "unliquidated") return { is: "liquidated", day: entry.entered, how: `an informal entry, liquidated at entry on ${entry.entered}` };
  const year = addYears(entry.entered, rules.deemedYears);
  const deemed = year <= on ? `; by 19 USC 1504(a) it may be deemed liquidated on ${year}` : "";
  const nothingSet = status === "unliquidated" || (status === undefined && (blank ?? []).length > 0);
  if (nothingSet && year > on) return open;
  if (nothingSet)
    return {
      is: "unknown",
      asks: ["liquidation_date"],
      why: `the file has no day on which it liquidated${deemed}`,
      either: [open, { is: "liquidated", day: year, how: `deemed liquidated on ${year} (19 USC 1504(a))` }],
      said: status === "unliquidated",
    };
  const asks = ["liquidation_date", ...(status === undefined ? ["liquidation_status"] : []), ...(entry.type === undefined ? ["entry_type"] : [])];
  return { is: "unknown", asks, why: `the file does not say whether and when it liquidated${deemed}` };
}
