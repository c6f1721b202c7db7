import type { Regime } from "../law/index.js";
import type { Instant } from "../time/index.js";
import type { Assessment } from "./assess.js";
import { common, type Merged, sameOutcome } from "./merge.js";

/**
 * One answer for goods of a zone whose status is not given: that of entry where admission gives the same, else a range and the wish for `zone-status`.
 * @param entered what privileged status would not change; `admitted` what it would
 */
export function eitherStatus(entered: Merged, admitted: Merged): Merged {
  if (sameOutcome(entered, admitted)) return entered;
  const min = Math.min(entered.min, admitted.min);
  const max = entered.max === undefined || admitted.max === undefined ? undefined : Math.max(entered.max, admitted.max);
  const need = {
    fact: "zone-status",
    why: "goods admitted in privileged foreign status pay the rates of their admission, others those of their entry",
    choices: ["privileged", "non-privileged"],
    min,
    max,
    instruments: [],
  };
  const others = [...entered.missing, ...admitted.missing.filter((m) => !entered.missing.some((e) => e.fact === m.fact))];
  const base = entered.base.rate?.text === admitted.base.rate?.text ? entered.base : { rate: undefined, why: "it differs between admission to the zone and entry from it", inferred: false };
  return { assessment: common(entered.assessment, [entered.assessment, admitted.assessment]), each: [...entered.each, ...admitted.each], base, missing: [need, ...others], min, max };
}

/** Duties fixed at admission to a zone that nobody owed, and that customs had ceased to charge when the goods left: whether they are charged then is unsettled. */
export function unsettledLocks(regime: Regime, a: Assessment, left: Instant): ReadonlySet<string> {
  return new Set(a.findings.filter((f) => f.is === "due" && f.state?.owed === "no" && f.state.collected === "yes" && regime.at(f.measure, left)?.collected === "no").map((f) => f.measure));
}
