import type { ScreenAnswer, ScreenMatch } from "@truce/engine/controls/screen";
import type { Changed } from "../screen.js";
import { columns, paint, section, wrap } from "./layout.js";
import { local } from "./moment.js";

const LOUD = {
  restricted: paint.red,
  "red-flag": paint.yellow,
  stayed: paint.yellow,
  unsettled: paint.yellow,
  caution: paint.yellow,
  authorised: paint.green,
  "list-too-old": paint.yellow,
  "no-match": (t: string) => t,
} as const;
const day = (utc: string): string => utc.slice(0, 10);

/** One party screened: the verdict, each rule that speaks, the names that fit, what comes next, what was not looked at. */
export function screenPage(a: ScreenAnswer): string {
  const rules = a.regimes.map((r) =>
    [
      wrap(`${paint.bold(r.title)}: ${LOUD[r.verdict](r.verdict)}${r.then === null ? "" : `, then ${r.then}${r.returns === null ? "" : ` from ${local(r.returns, `${r.side}/`)}`}`}`, "  "),
      wrap(r.why, "    "),
      wrap(`${r.section}${r.quote === null ? "" : `: "${r.quote}"`}`, "    "),
      ...r.witness.map((w) => wrap(w.text, "    = ")),
      ...maxima(r),
      ...(r.cites.length === 0 ? [] : [wrap(`cites: ${r.cites.join("; ")}`, "    ")]),
    ].join("\n"),
  );
  const matches = a.matches.map((m) => [m.score.toFixed(2), m.party, m.list, m.status, m.countries.join(" "), m.verdict ?? ""]);
  const first = a.matches[0];
  return [
    `${paint.bold(a.name)}  ${LOUD[a.verdict](a.verdict)}   on ${day(a.on)} · as known ${a.known.replace(":00Z", "Z")} · regime checked to ${a.horizon}\n`,
    `${wrap(a.why, "  ")}\n`,
    section("By rule and list", rules.join("\n")),
    section(
      `Names that fit${a.moreMatches > 0 ? ` (${a.moreMatches} more, --limit shows them)` : ""}`,
      matches.length === 0 ? "" : columns([">likeness", "listed as", "list", "status", "country", "verdict"], matches),
    ),
    first === undefined ? "" : section(`Why ${first.score.toFixed(2)} for ${first.party}`, reasons(first)),
    section("Next", a.next.map((n) => `  ${local(n.at, n.because[0] ?? "us")}  ${n.verdict}  ${paint.dim(n.because.join(", "))}`).join("\n")),
    section(
      "Lists",
      columns(
        ["list", "copy of", ">age, days", ">limit", ""],
        distinct(a).map((l) => [l[0] as string, l[1] as string, l[2] as string, l[3] as string, l[4] as string]),
      ),
    ),
    section("Not looked at", a.notLookedAt.map((n) => wrap(`- ${n}`, "  ")).join("\n")),
    section("Warnings", a.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n")),
    "\n",
  ].join("");
}

function maxima(r: ScreenAnswer["regimes"][number]): string[] {
  const words = (["requirement", "exceptions", "review"] as const).flatMap((k) => {
    const s = r.strictest[k];
    return s === null ? [] : [`${k === "requirement" ? "licence requirement" : k === "exceptions" ? "licence exceptions" : "review"}: ${s.value} (${s.owner}, ${s.list})`];
  });
  return words.length === 0 ? [] : [wrap(words.join("; "), "    ")];
}
const reasons = (m: ScreenMatch): string =>
  columns(
    ["what", "asked", "listed", ">fits", ">weight", ""],
    m.because.map((b) => [b.feature, b.query, b.candidate, b.score.toFixed(2), b.weight.toFixed(2), b.detail]),
  );
const distinct = (a: ScreenAnswer): string[][] => a.lists.map((l) => [`${l.list} (${l.parties})`, l.asOf, String(l.ageDays), String(l.limitDays), l.tooOld ? paint.yellow("too old") : ""]);

/** Whose verdict differs between two moments. */
export function changesPage(v: {
  from: { on: string; supposed: readonly string[] };
  to: { on: string; supposed: readonly string[] };
  asked: number;
  unread: number;
  changes: readonly Changed[];
  warnings: readonly string[];
}): string {
  const at = (x: { on: string; supposed: readonly string[] }): string => `${day(x.on)}${x.supposed.length === 0 ? "" : ` supposing ${x.supposed.join(", ")}`}`;
  return [
    `${paint.bold("Who changes")}  from ${at(v.from)} to ${at(v.to)}: ${v.changes.length} of ${v.asked}${v.unread > 0 ? `; ${v.unread} could not be read` : ""}\n`,
    v.changes.length === 0
      ? "  nobody\n"
      : `${columns(
          ["party", "from", "to"],
          v.changes.map((c) => [c.name, c.from, c.to]),
        )}\n`,
    section(
      "Why",
      v.changes
        .slice(0, 20)
        .map((c) => wrap(`${c.name}: ${c.why}`, "  "))
        .join("\n"),
    ),
    section("Warnings", v.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n")),
    "\n",
  ].join("");
}
