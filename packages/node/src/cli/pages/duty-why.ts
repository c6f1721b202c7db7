import type { CandidateView, DutyResult } from "@truce/engine/duty";
import { paint, section, wrap } from "./layout.js";
import { range } from "./words.js";

/** The facts that are missing, and what each decides. */
export const missing = (r: DutyResult): string =>
  section(
    "Facts that would settle it",
    r.missing
      .map((m) => {
        const write = m.choices.join() === "0,100" ? "PERCENT" : m.choices.slice(0, 12).join("|");
        return `${wrap(`${m.fact}: ${m.why}`, "  ")}\n      decides ${range(m.range)}${m.choices.length === 0 || m.fact === "code" ? "" : ` · --fact ${m.fact}=${write}`}`;
      })
      .join("\n"),
  );

/** What is not due and why, but for measures that have nothing to do with the line or its day. */
export function notDue(r: DutyResult): string {
  const told = r.notDue.filter((n) => n.why !== "the line is not among its goods" && n.why !== "it has ended" && !n.why.startsWith("begins on"));
  return section("Not due", told.map((n) => wrap(`${n.measure}: ${n.why}  [${n.instruments.join(" ")}]`, "  ")).join("\n"));
}

/** What became of each claim. */
export const claims = (r: DutyResult): string =>
  section(
    "Claimed",
    r.claims
      .map((c) => {
        const relieved = c.relieves.length === 0 ? "" : ` of ${c.relieves.join(", ")}`;
        const mark = c.is === "granted" ? paint.green("granted") : paint.yellow("refused");
        const says = c.text === null ? "" : `\n${wrap(`“${c.text}”`, "      ")}`;
        return `  ${mark}  ${wrap(`${c.heading}${relieved}: ${c.why}${c.instruments.length === 0 ? "" : `  [${c.instruments.join(" ")}]`}`, "           ").trimStart()}${says}`;
      })
      .join("\n"),
  );

/** Reliefs that may fit and are not assumed. */
export const candidates = (r: DutyResult): string =>
  section("May be relieved", r.candidates.map((c) => wrap(`${c.relieves === "" ? "" : `${c.relieves} `}by ${c.heading}${given(c)}: ${c.text}`, "  ")).join("\n"));

function given(c: CandidateView): string {
  switch (c.is) {
    case "candidate":
      return `${c.id === c.heading || c.id === "" ? "" : ` ${c.id}`}, if the text fits and it is claimed (--fact claim=${c.heading})`;
    case "needs-facts":
      return `, if ${c.asks.join(" and ")} say${c.asks.length === 1 ? "s" : ""} so`;
    default:
      return c.is satisfies never;
  }
}
