import { pageOf } from "../charts/page.js";
import type { OutlookView } from "@truce/engine/answers/outlook";

/** An outlook as a page that stands by itself. */
export function outlookReport(v: OutlookView, drawings: readonly Element[]): string {
  const sides = v.portfolio?.sides ?? [];
  return pageOf(
    "Outlook: what the law already dates",
    `Looking ahead from ${v.on}, as known ${v.known}; regime checked to ${v.horizon}. ${v.scenarios.length === 1 ? "" : `Scenarios: ${v.scenarios.map((s) => `${s.id} (${s.title})`).join("; ")}.`}`,
    drawings,
    [
      {
        title: "Codes",
        heads: ["UTC", "code", "scenario", "before", "after", "because of"],
        rows: v.dates.flatMap((d) => d.changes.map((c) => [d.at, c.code, c.scenario, c.before.additionalPercent ?? "open", c.after.additionalPercent ?? "open", c.because.join(" ")])),
      },
      ...sides.map((s) => ({
        title: `Portfolio, imports to ${s.side === "us" ? "the United States" : "China"}: additional duty in ${s.currency}`,
        heads: ["from", "scenario", "additional duty", "change", "open lines", "because of"],
        rows: s.scenarios.flatMap((x) => x.steps.map((p) => [p.at, x.scenario, p.additional, p.change ?? "", String(p.open.lines), p.because.join(" ")])),
      })),
      ...sides.map((s) => ({
        title: `Why scenarios differ from the law as it stands, ${s.currency}`,
        heads: ["from", "scenario", "difference", "measure", "of it", "documents"],
        rows: s.differences.flatMap((d) => d.byMeasure.map((m, i) => [i === 0 ? d.at : "", i === 0 ? d.scenario : "", i === 0 ? d.amount : "", m.measure, m.amount, m.instruments.join(" ")])),
      })),
      {
        title: "Clocks of US entries, by month of entry: first and last day",
        heads: ["entered", "lines", "value", "correct by", "liquidated by itself", "protest by"],
        rows: (v.portfolio?.clocks ?? []).map((c) => [c.month, String(c.lines), c.value, c.correctBy.join(" to "), c.liquidatedBy.join(" to "), c.protestBy.join(" to ")]),
      },
      {
        title: "Dates",
        heads: ["UTC", "measure", "kind", "change", "standing", "by", ...(v.scenarios.length > 1 ? ["in"] : [])],
        rows: v.dates.flatMap((d) => d.what.map((i) => [i.at, i.measure, i.kind, i.change, i.standing, i.by.join(" "), ...(v.scenarios.length > 1 ? [(i.in ?? []).join(", ")] : [])])),
      },
    ],
    v.warnings,
  );
}
