import type { DutyResult } from "@truce/engine/duty";
import { dutyTable, feesTable } from "./duty-table.js";
import { taxesOf } from "./duty-taxes.js";
import { candidates, claims, missing, notDue } from "./duty-why.js";
import { formTable } from "./form.js";
import { columns, paint, section, wrap } from "./layout.js";
import { dotted, range } from "./words.js";

/** The page for one duty answer: the sum first, then what it is made of and why, how it is filed, and what will change. */
export function dutyPage(r: DutyResult): string {
  const parts = [head(r), verdict(r), dutyTable(r), feesTable(r), taxesOf(r), missing(r), branches(r), notDue(r), claims(r), candidates(r), filing(r), formTable(r), later(r), small(r)];
  return `${parts.filter((p) => p !== "").join("")}\n`;
}

function head(r: DutyResult): string {
  const d = r.decidedBy;
  const decided = d === null || d.fact === "on" ? "" : `${wrap(`rates of ${d.at}: ${d.why}${cited(d.cites)}`, "")}\n`;
  return `${paint.bold(dotted(r.code))}  ${r.from} → ${r.to}\n${wrap(r.text, "", 96)}\nentered ${r.on} · as known ${r.known} · regime checked to ${r.horizon}\n${decided}`;
}

function verdict(r: DutyResult): string {
  const what = r.amount.fees.length === 0 ? "duty" : "duty and fees";
  const money = r.amount.total === null ? "" : `   ${r.amount.total} ${r.amount.currency} ${what}`;
  const total = r.totalPercent === null ? "" : `, ${paint.bold(`${r.totalPercent} % in all`)}`;
  switch (r.outcome) {
    case "settled":
      return `\n${paint.green("settled")}  ${paint.bold(`+${r.additionalPercent} points`)} above the ordinary rate${total}${money}\n${r.owedPercent === r.additionalPercent ? "" : `         owed in hindsight: ${r.owedPercent} points\n`}`;
    case "needs-facts":
      return `\n${paint.yellow("needs facts")}  additional duty: ${r.range === null ? "?" : range(r.range)}\n`;
    case "beyond-horizon":
      return `\n${paint.yellow("beyond the horizon")}  no single number is known for that day\n`;
    case "not-covered":
      return `\n${paint.red("not covered")}  ${r.notCovered[0]}\n`;
    default:
      return r.outcome satisfies never;
  }
}

const branches = (r: DutyResult): string =>
  section(
    "Either",
    r.branches
      .map((b) => {
        const points = b.additionalPercent === null ? (b.range === undefined ? "?" : range(b.range)) : `+${b.additionalPercent} points`;
        return `  ${paint.bold(points)}  if ${b.if}${b.because.length === 0 ? "" : `  [${b.because.join(" ")}]`}`;
      })
      .join("\n"),
  );

const filing = (r: DutyResult): string => section(r.outcome === "needs-facts" ? "File as, so far" : "File as", r.filing.length === 0 || r.form ? "" : wrap(r.filing.join(" · "), "  "));

function later(r: DutyResult): string {
  const rows = r.next.map((n) => [n.at.replace(":00Z", "Z"), n.additionalPercent === null ? "a fact is needed" : `+${n.additionalPercent}`, n.because.join(" ")]);
  return section("Changes that the law known then already holds", rows.length === 0 ? "" : columns(["from", ">points", "because of"], rows));
}

function small(r: DutyResult): string {
  const split = r.splitDay === undefined ? "" : `\n  the answer changes within that day: ${r.splitDay.join(", ")}\n`;
  const warnings = section("Warnings", r.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n"));
  return `${split}${warnings}\n${paint.dim(wrap(`Not covered: ${r.notCovered.join("; ")}.`, "", 100))}`;
}

const cited = (cites: readonly string[]): string => (cites.length === 0 ? "" : ` (${cites.join("; ")})`);
