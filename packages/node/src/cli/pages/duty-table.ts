import type { Component, DutyResult } from "@truce/engine/duty";
import { columns, paint, section, wrap } from "./layout.js";

/** A column of the duty table: shown where at least one duty has more to say than the usual. */
interface Column {
  readonly head: string;
  readonly usual: string;
  readonly cell: (c: Component) => string;
}
const OPTIONAL: readonly Column[] = [
  { head: "owed", usual: "yes", cell: (c) => c.owed },
  { head: "collected", usual: "yes", cell: (c) => c.collected },
  { head: "refund", usual: "no", cell: (c) => c.refundable },
  { head: "drawback", usual: "unknown", cell: (c) => c.drawback },
];

/** The duties: rate, the part of the value that pays where it is not all of it, amount and how it stands; below, why and by which documents. */
export function dutyTable(r: DutyResult): string {
  if (r.outcome === "not-covered") return "";
  const shown = OPTIONAL.filter((o) => r.components.some((c) => o.cell(c) !== o.usual));
  const whole = r.components.reduce((most, c) => (Number(c.basis) > Number(most) ? c.basis : most), "0");
  const base = ["ordinary rate", "", r.base?.text ?? "not in hand", r.amount.base ?? "", ...shown.map((o) => (o.head === "drawback" ? (r.base?.drawback ?? "") : ""))];
  const rows = r.components.map((c) => [c.measure, c.heading ?? "", `${c.percent} %${c.basis === whole ? "" : ` of ${c.basis}`}`, c.amount, ...shown.map((o) => o.cell(c))]);
  const table = columns(["measure", "heading", ">rate", `>${r.amount.currency}`, ...shown.map((o) => o.head)], [base, ...rows]);
  const by = r.base === null ? [] : [wrap(`ordinary rate  [${r.base.instruments.join(" ")}]`, "    ")];
  return section("Duty", [table, "", ...by, ...r.components.map(reason)].join("\n"));
}

function reason(c: Component): string {
  const refund = c.refundable === "no" ? "" : `; refundable ${c.refundable}${c.route === undefined ? "" : ` by ${c.route.join(", ")}`}`;
  return wrap(`${c.measure}: ${c.kind === "replaces-base" ? "in place of the ordinary rate, " : ""}${c.why}${refund}  [${c.instruments.join(" ")}]`, "    ");
}

/** The fees of the entry, and the sum of it all. */
export function feesTable(r: DutyResult): string {
  const { fees, base, additional, total, currency } = r.amount;
  if (fees.length === 0) return "";
  const table = columns(
    ["fee", ">rate", `>${currency}`],
    fees.map((f) => [f.name, f.percent === null ? "" : `${f.percent} %`, f.amount ?? "not in hand"]),
  );
  const sum = total === null ? "" : `\n\n  ${paint.bold(`${total} ${currency}`)} = ordinary ${base} + additional ${additional}${fees.map((f) => ` + ${f.name} ${f.amount}`).join("")}`;
  return section("Fees, once for the entry", `${table}\n\n${fees.map((f) => wrap(`${f.name}: ${f.why}`, "    ")).join("\n")}${sum}`);
}
