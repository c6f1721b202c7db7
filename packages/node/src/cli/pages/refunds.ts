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
  return `${head(r)}${buckets(r)}${measures(r)}${entries(r)}${say(r)}${files(r)}${problems(r)}${said("Warnings", r.warnings, "! ")}${said("Of the file", r.read.notes, "")}${said("Not covered", r.notCovered, "")}\n${paint.dim("Nothing was filed. A declaration, correction or protest is made by the importer of record or the filer.")}\n`;
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
      ["interest so far on what was struck down", `${money(t.interest.min)} to ${t.interest.max === null ? "rate not known" : money(t.interest.max)}`],
    ],
  );
  return `${paint.bold("Refunds")}  ${t.entries} ${t.entries === 1 ? "entry" : "entries"}\n${r.on} · as known ${r.known} · regime checked to ${r.horizon}\n\n${lines}\n${t.interest.why.map((w) => `${wrap(w, "  ")}\n`).join("")}`;
}

const buckets = (r: Refunds): string =>
  section(
    "By way",
    columns(
      ["", ">entries", ">recoverable now", ">contested", ">undecided", "next last day", ">interest"],
      r.buckets.map((b) => [NAMES[b.bucket], String(b.entries), b.recoverableNow, b.contested, b.undecided, b.nextDeadline ?? "", `${b.interest.min} to ${b.interest.max ?? "rate not known"}`]),
    ),
  );

const measures = (r: Refunds): string => {
  const rows = r.buckets.flatMap((b) => b.byMeasure.map((m) => [NAMES[b.bucket], m.measure, m.instrument, m.amount, m.refundable]));
  return section("By duty", rows.length === 0 ? "" : columns(["", "measure", "by", ">paid", "refundable"], rows));
};

function entries(r: Refunds): string {
  const order = [...r.entries].filter((e) => e.bucket !== "none" || e.amounts.paid !== "0.00").sort((a, b) => (a.daysLeft ?? Number.POSITIVE_INFINITY) - (b.daysLeft ?? Number.POSITIVE_INFINITY));
  const rows = order
    .slice(0, SHOWN)
    .map((e) => [e.number, NAMES[e.bucket], e.amounts.paid, e.deadline ?? "", e.daysLeft === null ? "" : String(e.daysLeft), e.asks.length > 0 ? `give ${e.asks.join(", ")}` : e.why]);
  const more = order.length > SHOWN ? `\n  … and ${order.length - SHOWN} more (--json shows all)` : "";
  return section("Entries, the nearest last day first", rows.length === 0 ? "" : `${columns(["entry", "way", ">paid", "last day", ">left", ""], rows)}${more}`);
}

function files(r: Shown): string {
  const rows = (r.files ?? []).map((f) => [f.path, String(f.rows)]);
  const notes = [
    ...(rows.some(([path]) => path?.includes("-provided-")) ? ["files named provided: look first whether what the file does not say is so; ACE refuses the entries of which it is not"] : []),
    ...(r.buckets.some((b) => b.bucket === "cape-3") ? ["entries of CAPE phase 3 are in no file: no day is known from which it takes declarations"] : []),
  ];
  return section("Written", rows.length === 0 ? "" : `${columns(["", ">rows"], rows)}${notes.map((n) => `\n${wrap(n, "  ")}`).join("")}`);
}

/** What to say so that entries of which a column is missing are decided. */
function say(r: Refunds): string {
  const facts = [...new Set(r.entries.flatMap((e) => e.provided))].filter((f) => PLAINLY[f] !== undefined);
  return facts.length === 0 ? "" : section("If it is so for all entries", `  ${facts.map((f) => `--fact ${f}=${PLAINLY[f]}`).join(" ")}`);
}
const PLAINLY: Readonly<Record<string, string>> = { drawback: "no", protest: "none", reconciliation: "no", reconciled: "no" };

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
