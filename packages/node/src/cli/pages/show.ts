import type { Effect, InstrumentView, Item, Links, MeasureView, ShowResult, TalkView } from "@truce/engine/law";
import type { TruceLife } from "@truce/engine/outlook";
import type { ArticleResult } from "@truce/engine/answers/article";
import { articlePage } from "./article.js";
import { columns, paint, section, wrap } from "./layout.js";
import { local } from "./moment.js";
import { trucePart } from "./truce.js";
import { actLine, spanOf, standingMark } from "./timeline.js";

const minute = (utc: string | null, id: string, open: string): string => (utc === null ? open : local(utc, id));
const bullets = (lines: readonly string[]): string => lines.map((l) => wrap(l, "  ", 104)).join("\n");

/** The page of one thing: what it is, then its life, then what it rests on. */
export function showPage(r: (ShowResult & { readonly truce?: TruceLife }) | ArticleResult): string {
  if (r.what === "article") return articlePage(r);
  const clocks = `as known ${r.known} · regime checked to ${r.horizon}\n`;
  const warnings = section("Warnings", bullets(r.warnings.map((w) => `! ${w}`)));
  switch (r.what) {
    case "instrument":
      return `${instrument(r)}${clocks}${acts(r)}${paper(r, r)}${warnings}\n`;
    case "measure":
      return `${measure(r, r.on)}${clocks}${r.truce === undefined ? "" : trucePart(r.truce)}${life(r)}${warnings}\n`;
    case "meeting":
    case "pledge":
    case "investigation":
    case "party-list":
      return `${paint.bold(r.id)}  ${r.what.replace("-", " ")}\n${r.title === undefined ? "" : `${wrap(r.title, "", 104)}\n`}${clocks}${talk(r)}${said(r)}${paper(r)}${warnings}\n`;
    default:
      return r satisfies never;
  }
}

const instrument = (r: InstrumentView): string =>
  `${paint.bold(r.id)}  ${r.kind}${standingMark(r.standing)}\n${wrap(r.title, "", 104)}\nannounced ${r.announcedDay ?? minute(r.announced, r.id, "")} by ${r.issuer} · ${r.confidence}${r.expires === null ? "" : ` · expires ${minute(r.expires, r.id, "")}`}\n${r.summary === undefined ? "" : `${wrap(r.summary, "", 104)}\n`}`;

const effect = (e: Effect): string => wrap(`${e.measure} at ${minute(e.at, e.measure, "")}: ${e.before} → ${e.after}`, "      ", 104);
const acts = (r: InstrumentView): string =>
  section("Acts", r.acts.flatMap((a) => [actLine(a, r, "  "), ...a.effects.map(effect), ...(a.note === undefined ? [] : [paint.dim(wrap(a.note, "      ", 104))])]).join("\n"));

function measure(r: MeasureView, on: string): string {
  const now = r.now === null ? paint.yellow("threatened, not law") : `${r.now.text}${r.unchecked ? " (as published; unchecked)" : ""}`;
  const of = r.of.length === 0 ? "" : `excepts from ${r.of.join(", ")}\n`;
  const members = r.members === undefined ? "" : `holds ${[...r.members.us, ...r.members.cn].join(", ")}\n`;
  return `${paint.bold(r.id)}  ${r.sort}\n${on}: ${paint.bold(now)}\n${r.now?.what === undefined ? "" : `${wrap(r.now.what, "", 104)}\n`}${of}${members}`;
}

function life(r: MeasureView): string {
  const states = r.states.map((s) => [minute(s.from, r.id, "always"), minute(s.until, r.id, "open"), s.text, s.heading ?? "", s.instruments.join(" ")]);
  const told = r.acts.flatMap((a) => [
    actLine({ ...a, text: `${a.instrument}${a.standing === "law" ? "" : ` (${a.standing})`}: ${a.text}` }, { id: a.instrument, announced: "" }, "  "),
    ...a.effects.map(effect),
  ]);
  const gives = [
    ...r.displacedBy.map((d) => `gives way to ${d.to.join(", ")}${d.extent === "share" ? " for a share of the value" : ""} ${spanOf(d, r.id)} [${d.instrument}]`),
    ...r.displaces.map((d) => `takes the place of ${d.measures.join(", ")}${d.extent === "share" ? " for a share of the value" : ""} ${spanOf(d, r.id)} [${d.instrument}]`),
  ];
  const relief = r.exceptions.map((e) => [e.id, e.heading ?? "", e.now, (e.what ?? e.goods ?? "").slice(0, 60)]);
  return `${section("States", states.length === 0 ? "" : columns(["from", "until", "", "heading", "by"], states))}${section("What was done to it", told.join("\n"))}${section("Precedence", bullets(gives))}${section("Exceptions", relief.length === 0 ? "" : columns(["id", "heading", "then", ""], relief))}`;
}

function talk(r: TalkView): string {
  switch (r.what) {
    case "meeting":
      return `\n${r.status === "held" ? paint.green("held") : paint.yellow("planned")}  ${[r.round === null ? "" : `round ${r.round}`, r.days.join(" and "), r.place ?? "", r.frame ?? ""].filter((t) => t !== "").join(", ")}\n${r.participants.length === 0 ? "" : `  ${r.participants.join(", ")}\n`}${r.outcome === null ? "" : `${wrap(`outcome: ${r.outcome}`, "  ", 104)}\n`}`;
    case "pledge":
      return `\n${paint.bold([r.target, r.unit, r.product].filter((x) => x !== null).join(" "))}${r.period === null ? "" : `, ${r.period}`}${r.by === null ? "" : `, by ${r.by}`}\n${section("Reports", bullets(r.reports.map((x) => `${x.asOf ?? x.announced.slice(0, 10)}: ${x.says}${x.by === null ? "" : ` (${x.by})`}`)))}`;
    case "investigation":
      return section(
        `Against ${r.against}`,
        columns(
          ["", ""],
          r.dates.map((d) => [d.day, d.what]),
        ),
      );
    case "party-list":
      return section(
        "Notices",
        columns(
          ["notice", "", ">parties", "from", "until", "by"],
          r.notices.map((n) => [
            n.notice,
            n.does === "list" ? "listed" : "taken off",
            n.parties === null ? "" : String(n.parties),
            minute(n.from, n.instrument, ""),
            minute(n.until, n.instrument, "open"),
            n.instrument,
          ]),
        ),
      );
    default:
      return r satisfies never;
  }
}
const said = (r: TalkView): string => section("Told", r.acts.map((a) => actLine({ ...a, text: `${a.text} [${a.instrument}]` }, { id: a.instrument, announced: "" }, "  ")).join("\n"));

/** What a document rests on: citations, sources, and where accounts differ. */
function paper(r: Partial<Omit<Item, "acts">>, others?: Links): string {
  const conflicts = (r.conflicts ?? []).map((c) => `${c.about}: ${c.accounts.map((a) => `${a.says} (${a.by})`).join(" / ")}${c.uses === undefined ? "" : `; used: ${c.uses}`}`);
  const links = [
    ...(others?.extendedBy ?? []).map((id) => `extended by ${id}`),
    ...(others?.amendedBy ?? []).map((id) => `changed by ${id}`),
    ...(r.implements ?? []).map((id) => `carries out ${id}`),
    ...(r.causes ?? []).map((id) => `answers ${id}`),
  ];
  const sources = (r.sources ?? []).map((s) => `${s.publisher}: ${s.title}${s.date === undefined ? "" : ` (${s.date})`}${s.access === undefined ? "" : `, ${s.access}`}`);
  return `${section("Disputed", bullets(conflicts))}${section("Not confirmed", bullets(r.unconfirmed ?? []))}${section("Linked", bullets([...(r.note === undefined ? [] : [r.note]), ...links]))}${section("Cited as", bullets((r.cites ?? []).length === 0 ? [] : [(r.cites ?? []).join(" · ")]))}${section("Sources", bullets(sources))}`;
}
