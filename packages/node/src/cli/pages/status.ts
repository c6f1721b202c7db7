import type { Status } from "@truce/engine/outlook";
import { BEIJING, dayIn, parseInstant, WASHINGTON } from "@truce/engine/time";
import { columns, paint, section, wrap } from "./layout.js";

const SHOWN = 14;
/** The day of an instant in the territory of the measure. */
const localDay = (measure: string, utc: string): string => dayIn(parseInstant(utc), measure.startsWith("cn/") ? BEIJING : WASHINGTON);
const minute = (utc: string): string => utc.replace(":00Z", "Z");

/** The page of the state of the truce. */
export function statusPage(s: Status): string {
  const head = `${paint.bold("The truce")}  ${state(s)}\n${s.on} · as known ${s.known} · regime checked to ${s.horizon}\n`;
  return `${head}${ends(s)}${threatened(s)}${next(s)}${standing(s)}${held(s)}${averages(s)}${talks(s)}${section("Warnings", s.warnings.map((w) => wrap(`! ${w}`, "  ")).join("\n"))}\n`;
}

function state(s: Status): string {
  switch (s.truce.state) {
    case "in-force":
      return paint.green("in force");
    case "said-extended":
      return paint.yellow("said to be extended; no instrument is known");
    case "lapsed":
      return paint.red("lapsed");
    case "none":
      return "none";
    default:
      return s.truce.state satisfies never;
  }
}

function ends(s: Status): string {
  const { truce } = s;
  if (truce.since === null) return "";
  const side = (name: string, at: string | null, by: { instrument: string; inferred: boolean } | null) =>
    at === null ? [] : [[name, minute(at), `${by?.instrument ?? ""}${by?.inferred ? " (the hour is inferred)" : ""}`]];
  const rows = [...side("United States", truce.expires.us, truce.expiresBy.us), ...side("China", truce.expires.cn, truce.expiresBy.cn)];
  const then = truce.thenWhat.map((t) => wrap(`${t.measure}: ${t.change}`, "  "));
  const said = truce.said.map((x) => wrap(`said on ${x.on.slice(0, 10)} by ${x.by}: to ${x.until.slice(0, 10)} for ${x.measures.join(", ")}`, "  "));
  return section(`Since ${minute(truce.since)}, until`, [columns(["", "", ""], rows), ...(then.length === 0 ? [] : ["  and then", ...then]), ...said].join("\n"));
}

const threatened = (s: Status): string =>
  section(
    "Threatened, not law",
    s.threatened.map((t) => wrap(`${t.percent === null ? "" : `${t.percent} % `}${t.from === null ? "" : `from ${t.from.slice(0, 10)} `}by ${t.by}: ${t.says}  [${t.id}]`, "  ")).join("\n"),
  );

function next(s: Status): string {
  const rows = s.pending.slice(0, SHOWN).map((p) => [minute(p.at), p.measure, p.change, p.by.join(" ")]);
  const more = s.pending.length > SHOWN ? `\n  … and ${s.pending.length - SHOWN} more (--json shows all)` : "";
  return section("Pending", rows.length === 0 ? "" : `${columns(["from", "measure", "change", "by"], rows)}${more}`);
}

const standing = (s: Status): string =>
  section(
    "In force",
    columns(
      ["measure", ">rate", "since", "by"],
      s.inForce.map((m) => [
        m.measure,
        m.percent === null ? (m.sort === "duty" ? "by line" : m.sort) : `${m.percent} %`,
        localDay(m.measure, m.since),
        `${m.instruments.join(" ")}${m.owed === "yes" ? "" : ` (owed: ${m.owed})`}${m.collected === "unknown" ? " (collection unknown)" : ""}${m.unchecked ? paint.yellow(" (as published; unchecked)") : ""}`,
      ]),
    ),
  );

const held = (s: Status): string =>
  section(
    "Suspended",
    s.suspended.length === 0
      ? ""
      : columns(
          ["measure", ">points", "until", "then", "by"],
          s.suspended.map((m) => [m.measure, m.points ?? "", m.until === null ? "open" : minute(m.until), m.then, m.instruments.join(" ")]),
        ),
  );

function averages(s: Status): string {
  const between = (a: { percentMin: string | null; percentMax: string | null }): string =>
    a.percentMin === a.percentMax ? "" : `between ${Number(a.percentMin).toFixed(1)} and ${Number(a.percentMax).toFixed(1)}`;
  const one = (percent: string | null): string => (percent === null ? "unknown" : `${Number(percent).toFixed(1)} %`);
  const line = (name: string, a: Status["averages"]["us"]) =>
    a === null
      ? []
      : a.branches === undefined
        ? [[name, one(a.percent), between(a), `weights ${a.weights}`]]
        : a.branches.map((b, i) => [i === 0 ? name : "", one(b.percent), between(b), `if ${b.if}`]);
  const rows = [...line("United States on China", s.averages.us), ...line("China on the United States", s.averages.cn)];
  return section("Average tariff, ordinary duty included", rows.length === 0 ? "" : columns(["", ">", "", ""], rows));
}

function talks(s: Status): string {
  const line = (name: string, m: Status["talks"]["last"]) =>
    m === null
      ? []
      : [wrap(`${name}: ${m.days.join(", ")}${m.place === null ? "" : `, ${m.place}`}${m.round === null ? "" : `, round ${m.round}`}${m.outcome === null ? "" : `: ${m.outcome}`}  [${m.id}]`, "  ")];
  return section("Talks", [...line("last", s.talks.last), ...line("next", s.talks.next)].join("\n"));
}
