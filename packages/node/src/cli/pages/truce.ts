import type { Hanging, TruceLife } from "@truce/engine/outlook";
import { columns, section, wrap } from "./layout.js";

const side = (id: string): string => (id === "us" ? "United States" : id === "cn" ? "China" : "both");
const clock = (zoned: string): string => zoned.replace("T", " ").replace(/:00([+-])/, "$1");

/** The truce within the page of its arrangement: how it stands, its ends on the clocks of both capitals, what was said, and what hangs on it. */
export function trucePart(t: TruceLife): string {
  const ends = (["us", "cn"] as const).flatMap((s) => {
    const c = t.ends[s];
    const by = t.expiresBy[s];
    return c === null ? [] : [[side(s), clock(c.washington), clock(c.beijing), `${by?.instrument ?? ""}${by?.inferred ? " (the hour is inferred)" : ""}`]];
  });
  const hangs = (h: Hanging): string[] => [h.measure, h.sort, h.until === null ? "open" : h.until.replace(":00Z", "Z"), h.by.join(" ")];
  return [
    section(`The truce: ${t.state.replaceAll("-", " ")}`, t.made === null ? "" : `  made by ${t.made.by} on ${t.made.day}`),
    section("Its published ends", ends.length === 0 ? "" : columns(["side", "in Washington", "in Beijing", "by"], ends)),
    section("What then", t.thenWhat.map((x) => wrap(`${x.measure}: ${x.change}`, "  ")).join("\n")),
    section("Said, and not published", t.said.map((x) => wrap(`on ${x.on.slice(0, 10)} by ${x.by}: to ${x.until.slice(0, 10)} for ${x.measures.join(", ")}`, "  ")).join("\n")),
    section(
      "Extended",
      t.extended.length === 0
        ? ""
        : columns(
            ["day", "by", "until", "for"],
            t.extended.map((x) => [x.day, x.by, x.until.replace(":00Z", "Z"), x.measures.join(" ")]),
          ),
    ),
    section("What hangs on it: United States", t.hangs.us.length === 0 ? "" : columns(["measure", "", "until", "by"], t.hangs.us.map(hangs))),
    section("What hangs on it: China", t.hangs.cn.length === 0 ? "" : columns(["measure", "", "until", "by"], t.hangs.cn.map(hangs))),
    ...t.arrangements.map((a) =>
      section(
        `${a.day}  ${a.title} [${a.id}]`,
        [...a.conditions.map((c) => wrap(`${c.text} (${c.by})`, "  ")), a.carriedOutBy.length === 0 ? "" : wrap(`carried out by ${a.carriedOutBy.map((c) => c.id).join(", ")}`, "  ")]
          .filter((x) => x !== "")
          .join("\n"),
      ),
    ),
  ].join("");
}
