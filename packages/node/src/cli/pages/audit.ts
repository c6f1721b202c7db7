import { showCents } from "@truce/engine/duty";
import type { AuditFinding } from "@truce/engine/entry";
import type { AuditResult } from "../../entries/audit-view.js";
import { columns, paint, section, wrap } from "./layout.js";

/** Findings of each sort that a page shows; --json has them all. */
const SHOWN = 200;

/** The page for one audit: the sums first, then what is wrong, then what cannot be decided or may be claimed. */
export function auditPage(r: AuditResult): string {
  const errors = r.findings.filter((f) => f.error && f.line !== null);
  const fees = r.findings.filter((f) => f.error && f.line === null && f.kind === "wrong-fee");
  const then = r.findings.filter((f) => f.clock === "then");
  const open = r.findings.filter((f) => f.kind === "needs-facts");
  return `${[head(r), table("Wrong by what is known now", [...errors, ...fees]), table("Wrong by what was known on the day of entry, and no longer", then), table("Cannot be decided", open), reliefs(r.relief), small(r)].join("")}\n`;
}

function head(r: AuditResult): string {
  const lines = r.unchecked.reduce((n, u) => n + u.lines, 0);
  const clean = r.findings.every((f) => !f.error);
  const verdict =
    r.checked === 0
      ? paint.yellow("nothing was compared")
      : clean
        ? paint.green("no disagreement with the law")
        : `overpaid ${paint.bold(r.totals.overpaid)} USD   underpaid ${paint.bold(r.totals.underpaid)} USD`;
  const kinds = columns(
    ["kind", ">findings"],
    Object.entries(r.byKind).map(([kind, n]) => [kind, String(n)]),
  );
  const back =
    r.refundable.entries === 0
      ? ""
      : `right as filed and no longer owed: ${r.refundable.amount} USD on ${r.refundable.entries} ${r.refundable.entries === 1 ? "entry" : "entries"}; see ${r.refundable.see}\n`;
  return `${paint.bold(`${r.entries} ${r.entries === 1 ? "entry" : "entries"}, ${r.checked} ${r.checked === 1 ? "line" : "lines"} compared`)}${lines === 0 ? "" : `, ${lines} not`}\nas known ${r.known} · regime checked to ${r.horizon}\n\n${verdict}\n${back}${Object.keys(r.byKind).length === 0 ? "" : `\n${kinds}\n`}`;
}

function table(title: string, findings: readonly AuditFinding[]): string {
  if (findings.length === 0) return "";
  const rows = findings
    .slice(0, SHOWN)
    .map((f) => [f.entry, f.line === null ? "" : String(f.line), String(f.row), f.kind, f.code ?? "", f.difference ?? (f.range === null ? "?" : `${f.range.min} to ${f.range.max ?? "?"}`), f.message]);
  const more = findings.length > SHOWN ? `\n  and ${findings.length - SHOWN} more; --json has them all` : "";
  return section(title, `${columns(["entry", ">line", ">row", "kind", "number", ">USD", "what"], rows)}${more}`);
}

/** Relief by its heading: on how many lines it might be claimed, and how much it could come to. */
function reliefs(all: readonly AuditFinding[]): string {
  if (all.length === 0) return "";
  const headings = [...new Set(all.map((f) => f.code ?? ""))].sort();
  const rows = headings.map((h) => {
    const own = all.filter((f) => f.code === h);
    const most = own.reduce((n, f) => n + Number((f.range?.max ?? "0.00").replace(".", "")), 0);
    const lines = own.slice(0, 3).map((f) => `${f.entry} line ${f.line}`);
    return [h, String(own.length), showCents(most), `${lines.join(", ")}${own.length > 3 ? ` and ${own.length - 3} more` : ""}`];
  });
  return section("Relief that might be claimed, where its words fit the goods", columns(["heading", ">lines", ">up to USD", "on"], rows));
}

function small(r: AuditResult): string {
  const problems = r.problems.slice(0, SHOWN).map((p) => wrap(`row ${p.row}, ${p.field}: ${p.message}; ${p.hint}`, "  "));
  const not = r.unchecked.map((u) => wrap(`${u.lines} ${u.lines === 1 ? "line" : "lines"}: ${u.why}`, "  "));
  const warnings = r.warnings.slice(0, SHOWN).map((w) => wrap(`! ${w}`, "  "));
  return `${section("Not compared", not.join("\n"))}${section("Rows that could not be read", problems.join("\n"))}${section("Warnings", warnings.join("\n"))}`;
}
