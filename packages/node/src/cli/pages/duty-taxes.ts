import type { DutyResult } from "@truce/engine/duty";
import { section, wrap } from "./layout.js";

/** China's import taxes, duties and taxes together, and both totals: with its exclusion granted and without. */
export function taxesOf(r: DutyResult): string {
  const rows = (r.taxes ?? []).map((t) => wrap(`${t.name}: ${t.percent === null ? t.why : `${t.percent} %${t.amount === null ? "" : ` = ${t.amount} on ${t.basis}`}`}`, "  "));
  const all = together(r);
  const x = r.excluded;
  const excluded =
    x === undefined || x === null || x.additionalPercent === null
      ? []
      : [wrap(`with China's exclusion granted: +${x.additionalPercent} points, ${x.totalPercent ?? "?"} % in all${together(x) === "" ? "" : `; with taxes ${together(x)}`}`, "  ")];
  return section("Import taxes and the exclusion", [...rows, ...(all === "" ? [] : [`  duties and taxes: ${all}`]), ...excluded].join("\n"));
}

/** Money and percent of duties with taxes; open above where no greatest is known. */
function together(t: Pick<DutyResult, "totalWithTaxes" | "allInPercent">): string {
  const { min, max } = t.totalWithTaxes ?? { min: null, max: null };
  if (min === null) return "";
  const money = min === max ? `${min} CNY` : max === null ? `${min} CNY or more` : `${min} to ${max} CNY`;
  return `${money}${t.allInPercent === null || t.allInPercent === undefined ? "" : `, ${t.allInPercent} % of the value`}`;
}
