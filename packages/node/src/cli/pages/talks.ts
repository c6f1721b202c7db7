import type { TalksView } from "@truce/engine/answers/talks";
import type { TalkView } from "@truce/engine/talks";
import { paint, section, wrap } from "./layout.js";

/** The page of meetings: when and where, who, what was said, and what came of it. */
export function talksPage(v: TalksView): string {
  const meeting = (m: TalkView): string =>
    section(
      `${m.days.join(", ")}  ${m.round === null ? "" : `round ${m.round}, `}${m.place ?? "place not known"}${m.status === "planned" ? paint.yellow("  planned") : ""}  [${m.id}]`,
      [
        ...(m.participants.length === 0 ? [] : [wrap(m.participants.join(", "), "  ")]),
        ...(m.outcome === null ? [] : [wrap(m.outcome, "  ")]),
        ...m.statements.map((s) => wrap(`${s.announced.slice(0, 10)} ${s.by}: ${s.says}`, "  · ")),
        ...m.ledTo.map((d) => wrap(`led to ${d.id}: ${d.title} (${d.standing}, ${d.announced.slice(0, 10)})`, "  → ")),
      ].join("\n"),
    );
  return [
    `${paint.bold("Talks")}  as known ${v.known.replace(":00Z", "Z")} · regime checked to ${v.horizon}\n`,
    ...v.meetings.map(meeting),
    v.meetings.length === 0 ? "\n  no meeting is known in that time\n" : "",
    section("Warnings", v.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n")),
    "\n",
  ].join("");
}
