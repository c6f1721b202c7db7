import type { Bucket, Refunds } from "@truce/engine/entry";
import { columns, paint, section, wrap } from "./layout.js";

const SHOWN = 20;
const PROBLEMS = 12;
const NAMES: Readonly<Record<Bucket, string>> = {
  "cape-1": "CAPE phase 1",
  "cape-2": "CAPE phase 2",
  "cape-3": "CAPE phase 3 (contested)",
  psc: "post-summary correction",
  protest: "protest",
  court: "court (contested)",
  "needs-facts": "needs facts",
  none: "nothing to come back",
};
interface Shown extends Refunds {
  readonly read: { readonly notes: readonly string[] };
  readonly files?: readonly { readonly path: string; readonly rows: number }[];
}

/** The page of the refund desk. */
export function refundsPage(r: Shown): string {
  return `${head(r)}${buckets(r)}${measures(r)}${entries(r)}${files(r)}${problems(r)}${said("Warnings", r.warnings, "! ")}${said("Of the file", r.read.notes, "")}${said("Not covered", r.notCovered, "")}\n${paint.dim("Nothing was filed. A declaration, correction or protest is made by the importer of record or the filer.")}\n`;
}

function head(r: Refunds): string {
  const t = r.totals;
  const money = (text: string): string => text.replace(/\B(?=(\d{3})+(?=\.))/g, ",");
  const lines = columns(
    ["", ">USD"],
    [
      ["recoverable now", paint.green(money(t.recoverableNow))],
      ["contested", paint.yellow(money(t.contested))],
      ["undecided", money(t.undecided)],
      ["interest so far on what was struck down", `${money(t.interest.min)} to ${t.interest.max === null ? "not known" : money(t.interest.max)}`],
    ],
  );
  return `${paint.bold("Refunds")}  ${t.entries} ${t.entries === 1 ? "entry" : "entries"}\n${r.on} · as known ${r.known} · regime checked to ${r.horizon}\n\n${lines}\n${t.interest.why.map((w) => `${wrap(w, "  ")}\n`).join("")}`;
}

const buckets = (r: Refunds): string =>
  section(
    "By way",
    columns(
      ["", ">entries", ">recoverable now", ">contested", ">undecided", "next last day", ">interest"],
      r.buckets.map((b) => [NAMES[b.bucket], String(b.entries), b.recoverableNow, b.contested, b.undecided, b.nextDeadline ?? "", `${b.interest.min} to ${b.interest.max ?? "?"}`]),
    ),
  );

const measures = (r: Refunds): string => {
  const rows = r.buckets.flatMap((b) => b.byMeasure.map((m) => [NAMES[b.bucket], m.measure, m.instrument, m.amount, m.refundable]));
  return section("By duty", rows.length === 0 ? "" : columns(["", "measure", "by", ">paid", "refundable"], rows));
};

function entries(r: Refunds): string {
  const order = [...r.entries].filter((e) => e.bucket !== "none").sort((a, b) => (a.daysLeft ?? Number.POSITIVE_INFINITY) - (b.daysLeft ?? Number.POSITIVE_INFINITY));
  const rows = order
    .slice(0, SHOWN)
    .map((e) => [e.number, NAMES[e.bucket], e.amounts.paid, e.deadline ?? "", e.daysLeft === null ? "" : String(e.daysLeft), e.asks.length > 0 ? `give ${e.asks.join(", ")}` : e.why]);
  const more = order.length > SHOWN ? `\n  … and ${order.length - SHOWN} more (--json shows all)` : "";
  return section("Entries, the nearest last day first", rows.length === 0 ? "" : `${columns(["entry", "way", ">paid", "last day", ">left", ""], rows)}${more}`);
}

function files(r: Shown): string {
  const rows = (r.files ?? []).map((f) => [f.path, String(f.rows)]);
  return section("Written", rows.length === 0 ? "" : columns(["", ">rows"], rows));
}

function problems(r: Refunds): string {
  const more = r.problems.length > PROBLEMS ? `\n  … and ${r.problems.length - PROBLEMS} more (--json shows all)` : "";
  return section(
    "Rows that were left out",
    r.problems.length === 0
      ? ""
      : `${r.problems
          .slice(0, PROBLEMS)
          .map((p) => wrap(`row ${p.row}, ${p.field}: ${p.message}; ${p.hint}`, "  "))
          .join("\n")}${more}`,
  );
}

const said = (title: string, texts: readonly string[], mark: string): string => section(title, texts.map((t) => wrap(`${mark}${t}`, "  ")).join("\n"));
