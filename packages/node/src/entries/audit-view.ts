import { type AuditFinding, type EntryAudit, FINDING_KINDS, type FindingKind, type RowProblem } from "@truce/engine/entry";
import { showCents } from "@truce/engine/duty";

/** The answer to `truce audit`, as other programs rely on it. Money as decimal text; a difference is what was filed less what is expected. */
export interface AuditResult {
  /** Always null: each entry is judged at its own date. */
  readonly on: null;
  readonly known: string;
  readonly horizon: string;
  readonly entries: number;
  /** Lines that were compared with the law. */
  readonly checked: number;
  readonly unchecked: readonly { readonly why: string; readonly lines: number }[];
  readonly findings: readonly AuditFinding[];
  /** Relief that might be claimed and was not: no disagreement, and in no sum. */
  readonly relief: readonly AuditFinding[];
  /** Of all entries: too much and too little, each entry by its own balance, by what is known now. */
  readonly totals: { readonly overpaid: string; readonly underpaid: string };
  readonly byKind: Readonly<Partial<Record<FindingKind, number>>>;
  /** What was due as filed and is not owed by what is known now: no error. */
  readonly refundable: { readonly entries: number; readonly amount: string; readonly see: string };
  readonly problems: readonly RowProblem[];
  readonly warnings: readonly string[];
}

/** Puts the audits of a book together. */
export function auditView(
  audits: readonly EntryAudit[],
  read: { readonly problems: readonly RowProblem[]; readonly warnings: readonly string[] },
  at: { readonly known: string; readonly horizon: string },
): AuditResult {
  const findings = audits.flatMap((a) => a.findings);
  const unchecked = new Map<string, number>();
  for (const a of audits) for (const [why, n] of a.unchecked) unchecked.set(why, (unchecked.get(why) ?? 0) + n);
  const sum = (pick: (a: EntryAudit) => number): string => showCents(audits.reduce((n, a) => n + pick(a), 0));
  const byKind: Partial<Record<FindingKind, number>> = {};
  for (const kind of FINDING_KINDS) {
    const n = findings.filter((f) => f.kind === kind).length;
    if (n > 0) byKind[kind] = n;
  }
  return {
    on: null,
    known: at.known,
    horizon: at.horizon,
    entries: audits.length,
    checked: audits.reduce((n, a) => n + a.checked, 0),
    unchecked: [...unchecked].map(([why, lines]) => ({ why, lines })),
    findings,
    relief: audits.flatMap((a) => a.relief),
    totals: { overpaid: sum((a) => Math.max(0, a.net)), underpaid: sum((a) => Math.max(0, -a.net)) },
    byKind,
    refundable: { entries: audits.filter((a) => a.refundable > 0).length, amount: sum((a) => a.refundable), see: "truce refunds" },
    problems: read.problems,
    warnings: [...read.warnings, ...audits.flatMap((a) => a.notes)],
  };
}
