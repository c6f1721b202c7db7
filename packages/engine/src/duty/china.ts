import type { Goods } from "../goods/index.js";
import type { Regime } from "../law/index.js";
import type { Instant } from "../time/index.js";
import { points } from "./points.js";
import type { Merged } from "./merge.js";
import { partOf, showPercent } from "./money.js";
import type { DutyResult } from "./result.js";
import { importTaxes } from "./taxes.js";

/** A Chinese entry whose duty has been judged. */
export interface Entry {
  readonly regime: Regime;
  readonly goods: Goods;
  readonly now: Merged;
  readonly cents: number;
  readonly at: Instant;
  readonly onDay: string;
  readonly leaves: readonly string[];
  readonly outcome: DutyResult["outcome"];
}

/** What a Chinese entry shows besides duty: import taxes, and the totals with China's exclusion granted. */
export function chinaSide(e: Entry): Pick<DutyResult, "taxes" | "excluded"> {
  const { assessment: a, base } = e.now;
  const known = e.outcome === "settled" && base.rate?.percent !== undefined && a.additional !== undefined;
  const dutyPaid = known ? e.cents + partOf(e.cents, base.rate?.percent as number) + a.findings.reduce((n, f) => n + (f.is === "due" ? partOf(e.cents, f.percent) : 0), 0) : undefined;
  return { taxes: importTaxes(e.goods, e.leaves, e.onDay, dutyPaid), excluded: excluded(e) };
}

/**
 * The additional and total points with an exclusion from the answer to Section 301 granted to this buyer.
 * Null before exclusions began and after they ended; open past the horizon and while a fact decides one of the other duties.
 */
function excluded(e: Entry): { additionalPercent: string | null; totalPercent: string | null } | null {
  const exclusion = e.regime.timelines.get("cn/exclusion");
  if (exclusion === undefined || e.regime.at("cn/exclusion", e.at)?.standing !== "in-force") return null;
  const { assessment: a, base, missing } = e.now;
  const rest = a.findings.filter((f) => !exclusion.of.includes(f.measure));
  const open = e.outcome === "beyond-horizon" || rest.some((f) => f.is === "needs") || missing.some((m) => m.fact === "code");
  if (open) return { additionalPercent: null, totalPercent: null };
  const additional = rest.reduce((n, f) => n + points(f, undefined), 0);
  return { additionalPercent: showPercent(additional), totalPercent: base.rate?.percent === undefined ? null : showPercent(additional + base.rate.percent) };
}
