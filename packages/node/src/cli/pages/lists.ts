import type { Freshness } from "@truce/engine/controls";
import { columns, paint, section, wrap } from "./layout.js";

/** A list in use, with its age. */
export interface ListLine extends Freshness {
  readonly side: "us" | "cn";
  readonly publisher: string;
  readonly url: string | null;
  readonly origin: "shipped" | "imported";
  /** The file that was imported, or the title of what is shipped. */
  readonly from: string;
  readonly importedAt: string | null;
  readonly says: string;
}
/** What `truce lists` answers. */
export interface ListsView {
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly folder: string;
  readonly lists: readonly ListLine[];
  readonly notices: readonly { readonly id: string; readonly lists: readonly string[]; readonly date: string; readonly parties: number; readonly file: string }[];
  readonly without: readonly { readonly list: string; readonly title: string }[];
  readonly replaced: readonly { readonly copy: string; readonly asOf: string; readonly lists: readonly string[]; readonly by: string }[];
  readonly missing: readonly { readonly copy: string; readonly missing: readonly string[] }[];
  readonly warnings: readonly string[];
}
type Named = { readonly id: string; readonly list: string; readonly name: string };
/** What `truce lists import` and `truce lists diff` answer. */
export interface ImportView {
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly id: string;
  readonly format: string;
  readonly file: string;
  readonly asOf: string;
  /** It adds to a list, and replaces none. */
  readonly adds: boolean;
  readonly lists: readonly { readonly list: string; readonly title: string; readonly before: number; readonly after: number }[];
  readonly against: readonly { readonly copy: string; readonly asOf: string; readonly lists: readonly string[] }[];
  readonly added: readonly Named[];
  readonly removed: readonly Named[];
  readonly renamed: readonly (Named & { readonly gained: readonly string[]; readonly lost: readonly string[] })[];
  readonly missing: readonly string[];
  /** Where it is kept; null where nothing was written. */
  readonly kept: string | null;
  /** Why an import would be refused; null where it would not. */
  readonly refused: string | null;
  readonly warnings: readonly string[];
}
/** Parties shown of each kind of change. */
const SHOWN = 20;
const number = (n: number): string => n.toLocaleString("en-US");
const short = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const warned = (texts: readonly string[]): string => section("Warnings", texts.map((w) => wrap(`! ${w}`, "  ")).join("\n"));
const head = (title: string, v: { on: string; known: string; horizon: string }): string =>
  `${paint.bold(title)}  on ${v.on} · as known ${v.known.replace(":00Z", "Z")} · regime checked to ${v.horizon}\n`;

/** The page of the lists in use. */
export function listsPage(v: ListsView): string {
  const rows = v.lists.map((l) => [
    l.list,
    short(l.title, 44),
    l.asOf,
    l.later === true ? "-" : number(l.ageDays),
    number(l.limitDays),
    l.tooOld ? paint.red("too old") : l.later === true ? paint.yellow("later") : paint.green("fresh"),
    number(l.parties),
    `${l.origin}: ${short(l.from, 40)}`,
  ]);
  const notices = v.notices.map((n) => [n.id, n.lists.join(", "), n.date, number(n.parties), n.file]);
  return [
    head("Lists of parties", v),
    section("In use", columns(["list", "", "as of", ">days old", ">limit", "", ">parties", "from"], rows)),
    section("Notices that add to a list", notices.length === 0 ? "" : columns(["id", "list", "date", ">parties", "file"], notices)),
    section("No copy", v.without.map((w) => `  ${w.list}  ${w.title}`).join("\n")),
    section("Not used", v.replaced.map((r) => wrap(`${r.copy} of ${r.asOf}, for ${r.lists.join(", ")}: ${r.by} is used`, "  ")).join("\n")),
    section("What the copies lack", v.missing.flatMap((m) => m.missing.map((t) => wrap(`${m.copy}: ${t}`, "  "))).join("\n")),
    section("Folder of imported lists", `  ${v.folder}`),
    warned(v.warnings),
    "\n",
  ].join("");
}

/** The page of an import, or of a difference. */
export function importPage(v: ImportView): string {
  const counts = v.lists.map((l) => [l.list, short(l.title, 50), number(l.before), number(l.after), signed(l.after - l.before)]);
  const against = v.against.length === 0 ? (v.adds ? "a notice that is new here" : "no copy in use") : v.against.map((a) => `${a.copy} of ${a.asOf} (${a.lists.join(", ")})`).join("; ");
  return [
    head(`${v.file}: ${v.id} of ${v.asOf}`, v),
    section(v.adds ? "Adds to" : "Lists", columns(["list", "", ">before", ">after", ">"], counts)),
    wrap(`against ${against}`, "  "),
    "\n",
    changed("Added", v.added, (p) => [p.list, p.name]),
    changed("Removed", v.removed, (p) => [p.list, p.name]),
    changed("Names changed", v.renamed, (p) => [p.list, p.name, [...p.gained.map((n) => `+ ${n}`), ...p.lost.map((n) => `- ${n}`)].slice(0, 4).join("; ")]),
    section("What it lacks", v.missing.map((m) => wrap(m, "  ")).join("\n")),
    warned([...(v.refused === null ? [] : [`an import would be refused: ${v.refused}`]), ...v.warnings]),
    v.kept === null ? "\nnothing was written\n" : `\nkept in ${v.kept}\n`,
  ].join("");
}

function changed<T extends Named>(title: string, all: readonly T[], row: (p: T) => string[]): string {
  if (all.length === 0) return "";
  const rows = all.slice(0, SHOWN).map((p) => row(p).map((c) => short(c, 70)));
  const more = all.length > SHOWN ? `\n  … and ${number(all.length - SHOWN)} more (--json shows all)` : "";
  return section(
    `${title} (${number(all.length)})`,
    `${columns(
      (rows[0] as string[]).map(() => ""),
      rows,
    )}${more}`,
  );
}

const signed = (n: number): string => (n === 0 ? "" : n > 0 ? `+${number(n)}` : `-${number(-n)}`);
