import type { CliffView } from "@truce/engine/answers/cliff";
import { columns, paint, section, wrap } from "./layout.js";

const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?=\.))/g, ",");

/** The board of dates. @param all whether the table of lags is shown too */
export function cliffPage(v: CliffView, all: boolean): string {
  const money = v.portfolio !== null;
  const rows = v.dates.map((r) => [
    `${r.day}${r.inferred ? "*" : ""}`,
    r.measure,
    r.change,
    r.returnsByItself ? "yes" : paint.yellow("no"),
    r.standing === "published" ? r.published.map((p) => p.cites[0] ?? p.id).join("; ") : `only ${r.standing}`,
    r.said.map((s) => `to ${s.until.slice(0, 10)} by ${s.by}`).join("; "),
    ...(money ? [(r.effect ?? []).map((e) => `${e.change.startsWith("-") ? "" : "+"}${grouped(e.change)} ${e.currency}`).join(" ")] : []),
  ]);
  const lags = v.lags.map((l) => [
    l.id,
    l.announced,
    l.published ?? "",
    l.effectiveDay ?? "",
    l.daysToPrint === null ? "" : String(l.daysToPrint),
    l.daysToEffect === null ? "" : String(l.daysToEffect),
  ]);
  return [
    `${paint.bold("Cliff board")}  dates after ${v.on.replace(":00Z", "Z")} · as known ${v.known.replace(":00Z", "Z")} · regime checked to ${v.horizon}${v.supposed.length === 0 ? "" : ` · supposing ${v.supposed.join(", ")}`}\n`,
    section(
      "What ends and what begins",
      rows.length === 0 ? "  nothing is dated" : columns(["day", "measure", "change", "by itself", "published", "said, no law", ...(money ? [">effect"] : [])], rows),
    ),
    rows.some((r) => (r[0] as string).endsWith("*")) ? "  * the day or its hour is inferred\n" : "",
    all
      ? section("Announced, printed, in effect (days in the territory; the printed day where it is known)", columns(["document", "announced", "printed", "in effect", ">to print", ">to effect"], lags))
      : `\n  --lags shows when each of ${lags.length} documents was announced, printed and took effect\n`,
    section("Warnings", v.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n")),
    "\n",
  ].join("");
}
