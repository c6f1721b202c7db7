import type { DutyResult } from "../duty/index.js";
import { showCode } from "../goods/index.js";
import { type Found, isError, sameFinding, showSigned } from "./audit-finding.js";
import type { FiledPart, Good } from "./good.js";

/** What one set of answers to the missing facts makes of a filing. */
export interface Leaf {
  readonly given: Readonly<Record<string, string>>;
  readonly found: readonly Found[];
}
/** More sets of answers than this are not tried. */
const LIMIT = 96;

/**
 * Tries every answer to every missing fact. Undefined where some answer cannot be tried, because a rate or a list is not in hand.
 * @param ask answers with more facts; `code` takes the place of the number
 */
export function leavesOf(first: DutyResult, ask: (more: Readonly<Record<string, string>>) => DutyResult, judge: (settled: DutyResult) => readonly Found[]): Leaf[] | undefined {
  const out: Leaf[] = [];
  const visit = (r: DutyResult, given: Readonly<Record<string, string>>): boolean => {
    if (r.outcome === "settled") return out.push({ given, found: judge(r) }) <= LIMIT;
    const m = r.outcome === "needs-facts" ? r.missing[0] : undefined;
    if (m === undefined || m.choices.length === 0 || given[m.fact] !== undefined) return false;
    return m.choices.every((choice) => {
      const more = { ...given, [m.fact]: choice };
      return visit(ask(more), more);
    });
  };
  return visit(first, {}) ? out : undefined;
}

/** What can be said of a line while facts are missing: that they are, between which the difference lies, and what is wrong whatever they are. */
export function auditOpen(good: Good, result: DutyResult, leaves: readonly Leaf[] | undefined): Found[] {
  const first = good.parts[0] as FiledPart;
  const asks = result.missing.map((m) => m.fact);
  const say = (message: string, why: string, range: Found["range"]): Found => ({
    kind: "needs-facts",
    line: first.line.number,
    row: first.main.row,
    code: showCode(good.code),
    message,
    filed: null,
    expected: null,
    difference: null,
    ...(range === undefined ? {} : { range }),
    why,
    instruments: [...new Set(result.missing.flatMap((m) => m.instruments))],
  });
  const why = result.missing.map((m) => `${m.fact}: ${m.why}`).join("; ");
  if (leaves === undefined || leaves.length === 0) return [say(`cannot be decided without ${asks.join(", ")}`, why, undefined)];
  const errors = leaves.map((l) => ({ ...l, found: l.found.filter((f) => isError(f.kind)) }));
  const sure = (errors[0]?.found ?? []).filter((f) => errors.every((l) => l.found.some((o) => sameFinding(f, o))));
  const rest = errors.map((l) => l.found.filter((f) => !sure.some((s) => sameFinding(s, f))));
  if (rest.every((r) => r.length === 0)) return sure;
  const sums = rest.map((r) => r.reduce((n, f) => n + (f.difference ?? 0), 0));
  const right = errors.find((_, i) => rest[i]?.length === 0);
  const range = { min: Math.min(...sums), max: Math.max(...sums) };
  const message =
    right === undefined
      ? `cannot be decided without ${asks.join(", ")}: by the answers tried, between ${showSigned(range.min)} and ${showSigned(range.max)} is filed too much`
      : `right as filed if ${Object.entries(right.given)
          .map(([k, v]) => `${k}=${v}`)
          .join(", ")}; otherwise between ${showSigned(range.min)} and ${showSigned(range.max)} is filed too much`;
  return [...sure, say(message, why, range)];
}
