import { pageOf } from "../charts/page.js";
import type { CliffView } from "@truce/engine/answers/cliff";

/** The board as a page that stands by itself. */
export const cliffReport = (v: CliffView, drawing: Element): string =>
  pageOf(
    "Cliff board",
    `Dates after ${v.on}, as known ${v.known}; regime checked to ${v.horizon}.`,
    [drawing],
    [
      {
        title: "Dates",
        heads: ["day", "measure", "change", "by itself", "published", "said", ...(v.portfolio === null ? [] : ["effect on the portfolio"])],
        rows: v.dates.map((r) => [
          r.day,
          r.measure,
          r.change,
          r.returnsByItself ? "yes" : "no",
          r.published.map((p) => [p.id, ...p.cites].join(", ")).join("; "),
          r.said.map((s) => `${s.by} on ${s.on.slice(0, 10)}: to ${s.until.slice(0, 10)}`).join("; "),
          ...(r.effect === null ? [] : [r.effect.map((e) => `${e.change} ${e.currency}`).join("; ")]),
        ]),
      },
      {
        title: "Announced, printed, in effect",
        heads: ["document", "announced", "printed", "in effect", "days to print", "days to effect"],
        rows: v.lags.map((l) => [
          l.id,
          l.announced,
          l.published ?? "",
          l.effectiveDay ?? "",
          l.daysToPrint === null ? "" : String(l.daysToPrint),
          l.daysToEffect === null ? "" : String(l.daysToEffect),
        ]),
      },
    ],
    v.warnings,
  );
