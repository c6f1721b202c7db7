import type { DutyResult } from "@truce/engine/duty";
import { columns, paint, section, wrap } from "./layout.js";

const dotted = (code: string): string => code.replace(/^(\d{4})(\d{2})(\d{2})?(\d{2})?$/, (_, a, b, c, d) => [a, b, c, d].filter((x) => x !== undefined).join("."));
const range = (r: { percentMin: string; percentMax: string | null }): string => (r.percentMax === null ? `${r.percentMin} % or more` : `${r.percentMin} to ${r.percentMax} %`);

/** The page for one duty answer: the sum first, then why, then what will change. */
export function dutyPage(r: DutyResult): string {
  const head = `${paint.bold(dotted(r.code))}  ${r.from} → ${r.to}\n${wrap(r.text, "", 96)}\nentered ${r.on} · as known ${r.known} · regime checked to ${r.horizon}\n`;
  return `${[head, verdict(r), composed(r), missing(r), branches(r), notDue(r), later(r), small(r)].filter((p) => p !== "").join("")}\n`;
}

function verdict(r: DutyResult): string {
  const money = r.amount.total === null ? "" : `   ${r.amount.total} ${r.amount.currency} duty`;
  const total = r.totalPercent === null ? "" : `, ${paint.bold(`${r.totalPercent} % in all`)}`;
  switch (r.outcome) {
    case "settled":
      return `\n${paint.green("settled")}  ${paint.bold(`+${r.additionalPercent} points`)} above the ordinary rate${total}${money}\n${r.owedPercent === r.additionalPercent ? "" : `         owed in hindsight: ${r.owedPercent} points\n`}`;
    case "needs-facts":
      return `\n${paint.yellow("needs facts")}  additional duty lies between ${r.range === null ? "?" : range(r.range)}\n`;
    case "beyond-horizon":
      return `\n${paint.yellow("beyond the horizon")}  no single number is known for that day\n`;
    case "not-covered":
      return `\n${paint.red("not covered")}  ${r.notCovered[0]}\n`;
    default:
      return r.outcome satisfies never;
  }
}

function composed(r: DutyResult): string {
  const base = r.base === null ? ["ordinary rate", "", "not in hand", "", ""] : ["ordinary rate", "", r.base.text, r.amount.base ?? "", r.base.instruments.join(" ")];
  const rows = r.components.map((c) => [
    c.measure,
    c.heading ?? "",
    `${c.percent} %${c.basis === r.components[0]?.basis ? "" : ` of ${c.basis}`}`,
    `${c.amount}${c.owed === "no" ? " not owed" : c.owed === "contested" ? " contested" : ""}`,
    c.instruments.join(" "),
  ]);
  const why = r.components.filter((c) => !/^[\d.]+ % on the customs value$/.test(c.why)).map((c) => wrap(`${c.measure}: ${c.why}`, "    ", 100));
  const refunds = r.components.filter((c) => c.refundable !== "no").map((c) => `    ${c.measure}: refundable ${c.refundable}${c.route === undefined ? "" : ` by ${c.route.join(", ")}`}`);
  return section("Duty", [columns(["measure", "heading", ">rate", `>${r.amount.currency}`, "by"], [base, ...rows]), ...why, ...refunds].join("\n"));
}

function missing(r: DutyResult): string {
  return section(
    "Facts that would settle it",
    r.missing
      .map(
        (m) =>
          `${wrap(`${m.fact}: ${m.why}`, "  ")}\n      decides ${range(m.range)}${m.choices.length === 0 || m.fact === "code" ? "" : ` · --fact ${m.fact}=${m.choices.join() === "0,100" ? "PERCENT" : m.choices.slice(0, 12).join("|")}`}`,
      )
      .join("\n"),
  );
}

const branches = (r: DutyResult): string =>
  section(
    "Either",
    r.branches
      .map(
        (b) =>
          `  ${paint.bold(b.additionalPercent === null ? (b.range === undefined ? "?" : range(b.range)) : `+${b.additionalPercent} points`)}  if ${b.if}${b.because.length === 0 ? "" : `  [${b.because.join(" ")}]`}`,
      )
      .join("\n"),
  );

function notDue(r: DutyResult): string {
  const told = r.notDue.filter((n) => n.why !== "the line is not among its goods" && n.why !== "it has ended" && !n.why.startsWith("begins on"));
  return section("Not due", told.map((n) => wrap(`${n.measure}: ${n.why}  [${n.instruments.join(" ")}]`, "  ")).join("\n"));
}

function later(r: DutyResult): string {
  const rows = r.next.map((n) => [n.at.replace(":00Z", "Z"), n.additionalPercent === null ? "a fact is needed" : `+${n.additionalPercent}`, n.because.join(" ")]);
  return section("Changes that the law known then already holds", rows.length === 0 ? "" : columns(["from", ">points", "because of"], rows));
}

function small(r: DutyResult): string {
  const excluded =
    r.excluded === undefined || r.excluded === null || r.excluded.additionalPercent === null
      ? ""
      : `  with China's exclusion granted: +${r.excluded.additionalPercent} points, ${r.excluded.totalPercent ?? "?"} % in all\n`;
  const taxes = (r.taxes ?? []).map((t) => `${wrap(`${t.name}: ${t.percent === null ? t.why : `${t.percent} %${t.amount === null ? "" : ` = ${t.amount} on ${t.basis}`}`}`, "  ")}\n`).join("");
  const split = r.splitDay === undefined ? "" : `  the answer changes within that day: ${r.splitDay.join(", ")}\n`;
  const candidates = r.candidates.length === 0 ? "" : section("Exclusions that might fit, if claimed", r.candidates.map((c) => wrap(`${c.heading} ${c.id}: ${c.text}`, "  ")).join("\n"));
  return `${excluded || taxes || split ? `\n${excluded}${taxes}${split}` : ""}${candidates}${section("File as", r.filing.length === 0 ? "" : `  ${r.filing.join(" · ")}`)}${section("Warnings", r.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n"))}\n${paint.dim(wrap(`Not covered: ${r.notCovered.join("; ")}.`, "", 100))}`;
}
