import { showCode } from "../goods/index.js";
import type { DutyResult } from "./result.js";
import type { Side } from "./question.js";

const ALWAYS = ["anti-dumping and countervailing duty", "quota status", "valuation, origin and classification themselves"];
/** What no answer covers, said on every answer of a side. */
export const NOT_COVERED: Readonly<Record<Side, readonly string[]>> = {
  us: [...ALWAYS, "forced-labor import bans (UFLPA)", "admission rules of other agencies", "parcels of up to 800 dollars and goods by post"],
  cn: [
    ...ALWAYS,
    "exemptions of 2025 that China did not publish",
    "bonded and processing trade",
    "interim rates, which may be lower than the MFN rate",
    "consumption tax but for wine and some cars",
    "licences and quarantine of imports",
  ],
};

/** Why a question lies outside the regime, if it does. `first` is the first day to which the regime reaches back. */
export function outside(code: string, from: string, to: string, side: Side, onDay: string, first: string): string | undefined {
  const pair = side === "us" ? to === "US" && ["CN", "HK", "MO"].includes(from) : from === "US";
  if (!pair) return `goods from ${from} to ${to}: the regime holds China, Hong Kong and Macau to the United States, and the United States to China`;
  if (side === "us" && code.startsWith("98"))
    return `chapter 98 provisions, which narrow the value that pays duty by duty: ask with the code of chapters 1 to 97 and --fact chapter-98=${showCode(code.slice(0, 8))}`;
  return onDay < first ? `days before ${first}, to which the regime does not reach back` : undefined;
}

/** The answer to a question that lies outside the regime: no number, and the reason. */
export function notCovered(reason: string, asked: Pick<DutyResult, "code" | "from" | "to" | "on" | "known" | "horizon">, side: Side): DutyResult {
  const amount = { currency: side === "us" ? "USD" : "CNY", base: null, additional: null, fees: [], total: null, rounding: "cents" } as const;
  const nothing = {
    base: null,
    components: [],
    notDue: [],
    missing: [],
    candidates: [],
    claims: [],
    additionalPercent: null,
    totalPercent: null,
    owedPercent: null,
    range: null,
    amount,
    filing: [],
    next: [],
    branches: [],
  };
  return { ...asked, outcome: "not-covered", decidedBy: null, text: "", ...nothing, notCovered: [reason, ...NOT_COVERED[side]], warnings: [] };
}
