import type { Goods } from "../goods/index.js";
import type { Regime } from "../law/index.js";
import type { Instant } from "../time/index.js";
import { type Assessment, points } from "./assess.js";
import type { Base } from "./base.js";
import { partOf, showCents, showPercent } from "./money.js";
import type { DutyResult, Tax } from "./result.js";

const VAT_STANDARD = 130_000;
const VAT_REDUCED = 90_000;

/** What a Chinese entry shows besides duty: import VAT, and the totals with China's exclusion granted. */
export function chinaSide(regime: Regime, goods: Goods, a: Assessment, base: Base, cents: number, on: Instant, leaves: readonly string[], settled: boolean): Pick<DutyResult, "taxes" | "excluded"> {
  return { taxes: [vat(goods, a, base, cents, leaves, settled)], excluded: excluded(regime, a, base, on, settled) };
}

/** Import VAT on customs value, duty and consumption tax. Which lines pay the lower rate is in hand for a few headings only. */
function vat(goods: Goods, a: Assessment, base: Base, cents: number, leaves: readonly string[], settled: boolean): Tax {
  const list = goods.hasList("cn/vat-9") ? goods.list("cn/vat-9") : undefined;
  const reduced = list !== undefined && leaves.every((l) => goods.rowsFor(list.id, l).length > 0);
  if (!reduced) return { name: "VAT", percent: null, basis: null, amount: null, why: `13 % or 9 %: the list of goods at the lower rate is in hand for a few headings only, and this line is not among them; the standard rate is ${showPercent(VAT_STANDARD)} %` };
  const known = settled && base.rate?.percent !== undefined && a.additional !== undefined;
  const basis = known ? cents + partOf(cents, base.rate?.percent as number) + a.findings.reduce((n, f) => n + (f.is === "due" ? partOf(cents, f.percent) : 0), 0) : undefined;
  return { name: "VAT", percent: "9", basis: basis === undefined ? null : showCents(basis), amount: basis === undefined ? null : showCents(partOf(basis, VAT_REDUCED)), why: "goods at the lower rate; on customs value and all duties" };
}

/** The additional and total points with an exclusion from the answer to Section 301 granted to this buyer. Null before exclusions began. */
function excluded(regime: Regime, a: Assessment, base: Base, on: Instant, settled: boolean): { additionalPercent: string | null; totalPercent: string | null } | null {
  const exclusion = regime.timelines.get("cn/exclusion");
  if (exclusion === undefined || regime.at("cn/exclusion", on)?.standing !== "in-force") return null;
  const rest = a.findings.filter((f) => !exclusion.of.includes(f.measure));
  if (rest.some((f) => f.is === "needs") || (!settled && rest.every((f) => f.is !== "needs") && a.missing.some((m) => m.fact === "code"))) return { additionalPercent: null, totalPercent: null };
  const additional = rest.reduce((n, f) => n + points(f, undefined), 0);
  return { additionalPercent: showPercent(additional), totalPercent: base.rate?.percent === undefined ? null : showPercent(additional + base.rate.percent) };
}
