import type { ActView, Filter, Item, TimelineResult } from "@truce/engine/law";
import { columns, paint, section, wrap } from "./layout.js";
import { local } from "./moment.js";

/** The span of an act, in words. */
export function spanOf(a: { readonly from: string | null; readonly until: string | null; readonly inferred?: readonly string[] }, id: string): string {
  const mark = (end: "from" | "until", at: string | null) => (at === null ? "" : `${end === "from" ? "from" : "to"} ${local(at, id)}${a.inferred?.includes(end) ? " (hour inferred)" : ""}`);
  return [mark("from", a.from), mark("until", a.until)].filter((t) => t !== "").join(" ");
}

/** One act: what it does, when, and who said so where it is not the document's own voice. */
export function actLine(a: ActView, item: { readonly id: string; readonly announced: string }, indent = "    "): string {
  const later = a.announced === item.announced ? "" : `${a.day}: `;
  const voice = a.by === undefined ? "" : ` (${a.by})`;
  const span = spanOf(a, item.id);
  return wrap(`· ${later}${a.text}${voice}${span === "" ? "" : `, ${span}`}`, indent, 104);
}

/** How a document stands, where it is not law. */
export const standingMark = (standing: string): string => (standing === "law" ? "" : `  ${paint.yellow(standing === "notice" ? "notice" : `${standing}, not law`)}`);

function entry(i: Item): string {
  const day = i.announcedDay ?? local(i.announced, i.id);
  const cites = [...i.cites, ...(i.confidence === "confirmed" ? [] : [i.confidence])].join(" · ");
  const disputes = i.conflicts.map((c) => wrap(`disputed: ${c.about}: ${c.accounts.map((a) => `${a.says} (${a.by})`).join(" / ")}${c.uses === undefined ? "" : `; used: ${c.uses}`}`, "    ", 104));
  return [
    `${paint.bold(day)}  ${i.id}${standingMark(i.standing)}`,
    wrap(i.title, "  ", 104),
    ...i.acts.map((a) => actLine(a, i)),
    ...(cites === "" ? [] : [paint.dim(wrap(cites, "    ", 104))]),
    ...disputes,
  ].join("\n");
}

/** The page of a timeline: documents oldest first, each with what it does. */
export function timelinePage(r: TimelineResult, f: Filter): string {
  const asked = [f.from === undefined ? "" : `from ${f.from}`, f.to === undefined ? "" : `to ${f.to}`, f.issuer ?? "", f.kind ?? "", f.measure ?? "", f.about === undefined ? "" : `about "${f.about}"`]
    .filter((t) => t !== "")
    .join(" · ");
  const head = `${paint.bold("Timeline")}  ${asked}\nas known ${r.known} · regime checked to ${r.horizon} · ${r.items.length} document${r.items.length === 1 ? "" : "s"}\n`;
  const long = r.items.length > 40;
  const body = long
    ? columns(
        ["announced", "id", "", "title"],
        r.items.map((i) => [i.day, i.id, i.standing === "law" ? "" : i.standing, i.title.length > 80 ? `${i.title.slice(0, 79)}…` : i.title]),
      )
    : r.items.map(entry).join("\n\n");
  return `${head}${body === "" ? "" : `\n${body}\n`}${section("Warnings", r.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n"))}\n`;
}
