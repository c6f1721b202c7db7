import type { DiffAnswer, DiffView } from "@truce/engine/answers/diff";
import { columns, paint, section, wrap } from "./layout.js";

const day = (utc: string | null): string => (utc === null ? "open" : utc < "1950" ? "always" : utc.replace(":00Z", "Z"));
const points = (a: DiffAnswer): string => {
  if (a.additionalPercent !== null) return `+${a.additionalPercent}`;
  return a.branches === undefined ? a.outcome : a.branches.map((b) => (b.additionalPercent === null ? "?" : `+${b.additionalPercent}`)).join(" or ");
};

/** The page of what was learned between two moments. */
export function diffPage(d: DiffView): string {
  const head = `${paint.bold("Learned")} between ${d.known[0]} and ${d.known[1]}\nanswers on ${d.on} · regime checked to ${d.horizon}\n`;
  const documents = columns(
    ["announced", "document", "standing", "title"],
    d.instruments.map((i) => [i.announced.slice(0, 10), i.id, i.standing, i.title.slice(0, 70)]),
  );
  const measures = d.measures
    .map(
      (m) =>
        `  ${m.measure}\n${columns(
          ["", "", "", "", ""],
          m.changes.map((c) => [day(c.from), `to ${day(c.until)}`, c.before, "→", c.after]),
          "    ",
        )}`,
    )
    .join("\n");
  const answers =
    d.answers.length === 0
      ? ""
      : columns(
          ["code", "goods", "on", ">before", ">after"],
          d.answers.map((a) => [a.code, a.what, a.on, points(a.before), points(a.after)]),
        );
  return `${head}${section("Documents", d.instruments.length === 0 ? "  none" : documents)}${section("Measures that are now known to stand otherwise", measures)}${section("Answers that changed", answers)}${section("Warnings", d.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n"))}\n`;
}
