import type { Desks, Scenario } from "../desk/index.js";
import { NOT_COVERED } from "../duty/index.js";
import type { Instant } from "../time/index.js";
import type { SideSum } from "./side-sums.js";

/** What a summary leaves out, and what its reader should know first. @param sides the sums, by which a scenario that moves nothing is seen */
export function summaryWords(desks: Desks, known: Instant, scenarios: readonly Scenario[], sides: readonly SideSum[]): { readonly notCovered: string[]; readonly warnings: string[] } {
  const moves = new Set(sides.flatMap((s) => s.scenarios).flatMap((s) => (s.change === "0.00" ? [] : [s.scenario])));
  return {
    notCovered: ["fees of an entry (MPF, HMF): they are once for an entry, not for a line", "taxes of a Chinese entry (VAT, consumption tax)", ...new Set(sides.flatMap((s) => NOT_COVERED[s.side]))],
    warnings: [...desks.soon(known), ...scenarios.filter((s) => s.supposed.length > 0 && !moves.has(s.id)).map((s) => `${s.id} moves the settled additional duty of no line`)],
  };
}
