import { addDays } from "./days.js";
import type { FiledEntry } from "./filed.js";
import type { Phase, RefundRules } from "./refund-rules.js";
import type { Standing } from "./standing.js";

/** Whether a phase of CAPE takes an entry: in, out with the reason, or asking for what the file does not say. `provided`: in, if what the file has no column for is "no". */
export type Taken =
  | { readonly is: "in"; readonly deadline: string | null; readonly provided: readonly string[] }
  | { readonly is: "out"; readonly why: string }
  | { readonly is: "asks"; readonly asks: readonly string[] };
/** What is missing: facts without which nothing can be named, and such as most entries have the plain answer to. */
interface Missing {
  readonly asks: string[];
  readonly provided: string[];
}

/**
 * Does a phase take this entry on this day? What leaves it out outright is said first; only then is asked for what is missing.
 * @param on the day of the declaration
 */
export function taken(entry: FiledEntry, standing: Exclude<Standing, { is: "unknown" }>, phase: Phase, rules: RefundRules, on: string): Taken {
  if (on < phase.from) return { is: "out", why: `${phase.bucket} opens on ${phase.from}` };
  const missing: Missing = { asks: [], provided: [] };
  const outs = [
    ...final(standing, phase, rules, on),
    ...(phase.final ? [] : [...byType(entry, phase, missing), ...byFlag(entry, phase, missing)]),
    ...byClaim(entry, standing, missing),
    ...(phase.final ? [] : byCase(entry, standing, rules, missing)),
  ];
  if (outs.length > 0) return { is: "out", why: outs[0] as string };
  if (missing.asks.length > 0) return { is: "asks", asks: missing.asks };
  const day = standing.is === "liquidated" ? standing.day : standing.scheduled;
  return { is: "in", deadline: phase.within === undefined || day === undefined ? null : addDays(day, phase.within), provided: missing.provided };
}

function final(standing: Exclude<Standing, { is: "unknown" }>, phase: Phase, rules: RefundRules, on: string): string[] {
  if (standing.is === "open") return phase.final ? ["it is not liquidated"] : [];
  if (phase.final) return on <= addDays(standing.day, rules.protest.days) ? ["its liquidation is not final"] : [];
  if (phase.within === undefined || on <= addDays(standing.day, phase.within)) return [];
  return [`${standing.how}, more than ${phase.within} days before the declaration`];
}

function byType(entry: FiledEntry, phase: Phase, missing: Missing): string[] {
  if (phase.types === undefined && phase.notTypes.length === 0) return [];
  if (entry.type === undefined) {
    missing.asks.push("entry_type");
    return [];
  }
  const out = phase.notTypes.includes(entry.type) || phase.types?.includes(entry.type) === false;
  return out ? [`${phase.bucket} does not take entries of type ${entry.type}`] : [];
}

function byFlag(entry: FiledEntry, phase: Phase, missing: Missing): string[] {
  if (phase.reconciliation === undefined) return [];
  if (phase.reconciliation === "out") {
    if (entry.reconciliation === undefined) missing.provided.push("reconciliation");
    return entry.reconciliation === true ? ["it is flagged for reconciliation"] : [];
  }
  if (entry.reconciliation !== true) return ["it is not flagged for reconciliation"];
  if (entry.reconciled === undefined) missing.provided.push("reconciled");
  return entry.reconciled === true ? ["its reconciliation (type 09) is on file"] : [];
}

/** Drawback and protest. Before liquidation there is nothing to protest. */
function byClaim(entry: FiledEntry, standing: Standing, missing: Missing): string[] {
  if (entry.drawback === undefined) missing.provided.push("drawback");
  if (standing.is === "liquidated" && entry.protest === undefined) missing.provided.push("protest");
  return [...(entry.drawback === true ? ["it is designated for drawback"] : []), ...(entry.protest === "open" ? ["a protest is open"] : [])];
}

/** Anti-dumping and countervailing duty: an entry whose suspension has ended waits for liquidation and is not taken. */
function byCase(entry: FiledEntry, standing: Standing, rules: RefundRules, missing: Missing): string[] {
  if (standing.is !== "open" || standing.held) return [];
  const has = entry.antidumping ?? rules.antidumping.types.includes(entry.type ?? "");
  if (!has) return [];
  if (entry.liquidation.status !== undefined || standing.scheduled !== undefined) return ["it carries anti-dumping or countervailing duty and waits for liquidation"];
  missing.provided.push("liquidation_status");
  return [];
}
