import type { CommitmentsView } from "@truce/engine/answers/commitments";
import { columns, paint, section, wrap } from "./layout.js";

const STATES = { ahead: "not begun", open: "under way", met: "met", missed: "not reached", "not-measured": "not measured" } as const;

/** The page of pledges: what was promised, how far it is, and what is needed. */
export function commitmentsPage(v: CommitmentsView): string {
  const rows = v.pledges.map((p) => [
    p.period ?? "",
    p.product.slice(0, 44),
    p.target === null ? "" : `${p.target} ${p.unit ?? ""}`,
    p.progress === null ? "" : `${p.progress.amount} ${p.progress.kind}${p.progress.share === null ? "" : ` (${p.progress.share} %)`}`,
    p.needed === null ? "" : `${p.needed.amountPerWeek} a week for ${p.needed.weeksLeft}`,
    p.state === "met" ? paint.green(STATES.met) : p.state === "missed" ? paint.red(STATES.missed) : STATES[p.state],
  ]);
  const told = v.pledges.flatMap((p) => {
    const also = [...(p.progress === null ? [] : [p.progress]), ...p.also];
    if (also.length === 0) return [];
    return [
      section(
        `${p.id}  ${p.product}`,
        [
          columns(
            ["as of", "", ">amount", "unit", ">of target", "by"],
            also.map((a) => [a.asOf, a.kind, a.amount, a.unit, a.share === null ? "" : `${a.share} %`, a.by.slice(0, 60)]),
          ),
          ...p.reports.filter((r) => r.amount === null).map((r) => wrap(r.says, "  ")),
          ...p.notes.map((n) => wrap(`· ${n}`, "  ")),
        ].join("\n"),
      ),
    ];
  });
  return [
    `${paint.bold("Commitments")}  on ${v.on} · as known ${v.known.replace(":00Z", "Z")} · regime checked to ${v.horizon}\n`,
    section("Pledges", rows.length === 0 ? "" : columns(["period", "product", "target", "so far", "needed", ""], rows)),
    ...told,
    section("Warnings", v.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n")),
    "\n",
  ].join("");
}
