import type { Clocks, DutyDesk } from "../duty/index.js";
import { endOfDayUtc, type Instant } from "../time/index.js";
import { type AuditFinding, type Clock, type Found, isError, sameFinding, showSigned } from "./audit-finding.js";
import { auditFees } from "./audit-fee.js";
import { auditGood, type GoodAudit } from "./audit-good.js";
import type { FiledEntry } from "./filed.js";
import { goodsOf, type Good } from "./good.js";
import { headingUsesOf } from "./heading-uses.js";

/** What the audit of one entry comes to. */
export interface EntryAudit {
  readonly findings: readonly AuditFinding[];
  /** Relief that might be claimed and was not: no disagreement. */
  readonly relief: readonly AuditFinding[];
  /** Lines that were compared with the law, and why others were not. */
  readonly checked: number;
  readonly unchecked: ReadonlyMap<string, number>;
  /** Cents filed too much and too little by what is known now, errors of this entry against each other. */
  readonly net: number;
  /** Cents that were due as filed and have since turned out not to be owed. */
  readonly refundable: number;
  readonly notes: readonly string[];
}

/**
 * Audits one filed entry against the law of its day, twice: by what `now` knows and by what was known at 23:59Z of that day (`then`).
 * @example auditEntry(entry, { now: desk(known), then: desk(endOfDayUtc(entry.entered)) }, clocks).findings[0]?.kind //=> "wrong-rate"
 */
export function auditEntry(entry: FiledEntry, desks: { readonly now: DutyDesk; readonly then: DutyDesk }, clocks: Clocks): EntryAudit {
  const { regime, goods: all } = desks.now.assessor("us");
  const headings = headingUsesOf(regime, all);
  const { goods, bare } = goodsOf(entry, headings);
  const then: Clocks = { known: Math.min(endOfDayUtc(entry.entered), clocks.known) as Instant, now: clocks.now };
  const findings: AuditFinding[] = bare.map((line) => finish(noNumber(line.number, line.tariffs[0]?.row ?? 0), entry, "both"));
  const unchecked = new Map<string, number>();
  if (bare.length > 0) unchecked.set("no number of chapters 1 to 97", bare.length);
  const relief: AuditFinding[] = [];
  const notes: string[] = [];
  let checked = 0;
  let refundable = 0;
  for (const good of goods) {
    const hindsight = auditGood(desks.now, entry, good, headings, clocks);
    const known = auditGood(desks.then, entry, good, headings, then);
    findings.push(...joined(entry, hindsight.found, known.found));
    relief.push(...hindsight.relief.map((f) => finish(f, entry, known.relief.some((o) => sameFinding(f, o)) ? "both" : "hindsight")));
    if (hindsight.checked) checked += good.parts.length;
    else unchecked.set(hindsight.not ?? "", (unchecked.get(hindsight.not ?? "") ?? 0) + good.parts.length);
    refundable += hindsight.refundable;
    if (hindsight.side !== undefined) notes.push(sided(entry, good, hindsight));
  }
  findings.push(...joined(entry, auditFees(entry, desks.now, clocks), auditFees(entry, desks.then, then)));
  const net = findings.reduce((n, f) => n + (f.error && f.difference !== null ? Math.round(Number(f.difference) * 100) : 0), 0);
  const total = net === 0 ? [] : [finish(balance(entry, net), entry, "hindsight")];
  return { findings: [...findings.sort((a, b) => a.row - b.row), ...total], relief, checked, unchecked, net, refundable, notes };
}

/** Findings by what is known now and by what was known then, those of both once. */
function joined(entry: FiledEntry, hindsight: readonly Found[], then: readonly Found[]): AuditFinding[] {
  const both = (f: Found, others: readonly Found[]): boolean => others.some((o) => sameFinding(f, o));
  return [...hindsight.map((f) => finish(f, entry, both(f, then) ? "both" : "hindsight")), ...then.filter((f) => isError(f.kind) && !both(f, hindsight)).map((f) => finish(f, entry, "then"))];
}

function finish(f: Found, entry: FiledEntry, clock: Clock): AuditFinding {
  const said = { both: "", then: `, as known on ${entry.entered}`, hindsight: isError(f.kind) && f.line !== null ? ", by what is known now" : "" }[clock];
  return {
    kind: f.kind,
    error: isError(f.kind) && clock !== "then",
    clock,
    entry: entry.number,
    line: f.line,
    row: f.row,
    code: f.code,
    heading: f.code?.startsWith("99") === true ? f.code : null,
    message: `${f.message}${said}`,
    filed: f.filed,
    expected: f.expected,
    difference: f.difference === null ? null : showSigned(f.difference),
    range: f.range === undefined ? null : { min: showSigned(f.range.min), max: f.range.max === null ? null : showSigned(f.range.max) },
    why: f.why,
    instruments: f.instruments,
  };
}

function noNumber(line: number, row: number): Found {
  return {
    kind: "unknown-code",
    line,
    row,
    code: null,
    message: "the line has no number of chapters 1 to 97: it was not judged",
    filed: null,
    expected: null,
    difference: null,
    why: "every line carries its value on a number of chapters 1 to 97",
    instruments: [],
  };
}

function balance(entry: FiledEntry, net: number): Found {
  const over = net > 0;
  return {
    kind: over ? "overpaid" : "underpaid",
    line: null,
    row: entry.lines[0]?.tariffs[0]?.row ?? 0,
    code: null,
    message: `the entry is ${over ? "overpaid" : "underpaid"} by ${showSigned(Math.abs(net))}`,
    filed: null,
    expected: null,
    difference: net,
    why: "the differences of its findings together",
    instruments: [],
  };
}

function sided(entry: FiledEntry, good: Good, a: GoodAudit): string {
  return `${entry.number} line ${good.parts[0]?.line.number}: the law changed within ${entry.entered}; the filing is right by the law of ${a.side}, and is accepted`;
}
