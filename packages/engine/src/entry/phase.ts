import { addDays } from "./days.js";
import type { FiledEntry } from "./filed.js";
import type { Phase, RefundRules } from "./refund-rules.js";
import type { Standing } from "./standing.js";

/** Whether a phase of CAPE takes an entry: in, out with the reason, or asking for what the file does not say. */
export type Taken = { readonly is: "in"; readonly deadline: string | null } | { readonly is: "out"; readonly why: string } | { readonly is: "asks"; readonly asks: readonly string[] };

/**
 * Does a phase take this entry on this day? What leaves it out outright is said first; only then is asked for what is missing.
 * @param on the day of the declaration
 */
export function taken(entry: FiledEntry, standing: Exclude<Standing, { is: "unknown" }>, phase: Phase, rules: RefundRules, on: string): Taken {
  if (on < phase.from) return { is: "out", why: `${phase.bucket} opens on ${phase.from}` };
  if (phase.final) {
    const why = final(standing, phase, rules, on)[0] ?? (entry.protest === "open" ? "a protest is open" : undefined);
    return why === undefined ? { is: "in", deadline: null } : { is: "out", why };
  }
  const asks: string[] = [];
  const outs = [...final(standing, phase, rules, on), ...byType(entry, phase, asks), ...byFlag(entry, phase, asks), ...byClaim(entry, standing, asks), ...byCase(entry, standing, rules, asks)];
  if (outs.length > 0) return { is: "out", why: outs[0] as string };
  if (asks.length > 0) return { is: "asks", asks };
  if (phase.within === undefined) return { is: "in", deadline: null };
  const day = standing.is === "liquidated" ? standing.day : standing.scheduled;
  return { is: "in", deadline: day === undefined ? null : addDays(day, phase.within) };
}

function final(standing: Exclude<Standing, { is: "unknown" }>, phase: Phase, rules: RefundRules, on: string): string[] {
  if (standing.is === "open") return phase.final ? ["it is not liquidated"] : [];
  if (phase.final) return on <= addDays(standing.day, rules.protest.days) ? ["its liquidation is not final"] : [];
  if (phase.within === undefined || on <= addDays(standing.day, phase.within)) return [];
  return [`${standing.how}, more than ${phase.within} days before the declaration`];
}

function byType(entry: FiledEntry, phase: Phase, asks: string[]): string[] {
  if (phase.types === undefined && phase.notTypes.length === 0) return [];
  if (entry.type === undefined) {
    asks.push("entry_type");
    return [];
  }
  const out = phase.notTypes.includes(entry.type) || phase.types?.includes(entry.type) === false;
  return out ? [`${phase.bucket} does not take entries of type ${entry.type}`] : [];
}

function byFlag(entry: FiledEntry, phase: Phase, asks: string[]): string[] {
  if (phase.reconciliation === undefined) return [];
  if (entry.reconciliation === undefined) {
    asks.push("reconciliation");
    return [];
  }
  if (phase.reconciliation === "out") return entry.reconciliation ? ["it is flagged for reconciliation"] : [];
  if (!entry.reconciliation) return ["it is not flagged for reconciliation"];
  if (entry.reconciled === undefined) asks.push("reconciled");
  return entry.reconciled === true ? ["its reconciliation (type 09) is on file"] : [];
}

/** Drawback and protest. Before liquidation there is nothing to protest. */
function byClaim(entry: FiledEntry, standing: Standing, asks: string[]): string[] {
  if (entry.drawback === undefined) asks.push("drawback");
  if (standing.is === "liquidated" && entry.protest === undefined) asks.push("protest");
  return [...(entry.drawback === true ? ["it is designated for drawback"] : []), ...(entry.protest === "open" ? ["a protest is open"] : [])];
}

/** Anti-dumping and countervailing duty: an entry whose suspension has ended waits for liquidation and is not taken. */
function byCase(entry: FiledEntry, standing: Standing, rules: RefundRules, asks: string[]): string[] {
  if (standing.is !== "open" || standing.held) return [];
  const type = entry.type ?? "";
  const has = entry.antidumping ?? (rules.antidumping.types.includes(type) ? true : rules.antidumping.never.includes(type) ? false : undefined);
  if (has === undefined && entry.type !== undefined) asks.push("adcvd");
  if (has === true && entry.liquidation.status === undefined) asks.push("liquidation_status");
  return has === true && entry.liquidation.status !== undefined ? ["it carries anti-dumping or countervailing duty and waits for liquidation"] : [];
}
