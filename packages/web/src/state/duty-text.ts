import type { DutyResult } from "@truce/engine/duty";

/** An answer as plain text, to be pasted into a mail. */
export function dutyText(r: DutyResult): string {
  const line = (name: string, rate: string, amount: string | null, cites: readonly string[]): string => `${name}\t${rate}\t${amount ?? "open"}\t${cites.join(" ")}`;
  return [
    `${r.code} ${r.text}`,
    `${r.from} to ${r.to}, entered ${r.on}, as known ${r.known}, regime checked to ${r.horizon}`,
    ...(r.outcome === "settled" ? [] : [`outcome: ${r.outcome}${r.range === null ? "" : `, ${r.range.percentMin} to ${r.range.percentMax ?? "?"} points`}`]),
    ...(r.base === null ? [] : [line("ordinary rate", r.base.text, r.amount.base, r.base.instruments)]),
    ...r.components.map((c) => line(`${c.measure}${c.heading === null ? "" : ` ${c.heading}`}`, `${c.percent}%`, c.amount, c.instruments)),
    ...r.amount.fees.map((f) => line(f.name, f.percent === null ? "" : `${f.percent}%`, f.amount, [])),
    line("in all", r.totalPercent === null ? "" : `${r.totalPercent}%`, r.amount.total, [r.amount.currency]),
    ...r.branches.map((b) => `if ${b.if}: ${b.additionalPercent ?? "?"} points`),
    ...r.warnings.map((w) => `note: ${w}`),
  ].join("\n");
}
