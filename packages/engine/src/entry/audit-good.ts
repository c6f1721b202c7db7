import { type Clocks, type DutyDesk, type DutyResult, QuestionError } from "../duty/index.js";
import { showCode } from "../goods/index.js";
import { fromWall, parseInstant, WASHINGTON } from "../time/index.js";
import { asDeclared } from "./audit-declared.js";
import { type Found, isError, showSigned } from "./audit-finding.js";
import { auditHeadings } from "./audit-line.js";
import { auditOpen, leavesOf } from "./audit-open.js";
import { possibleRelief } from "./audit-relief.js";
import { auditSplit } from "./audit-split.js";
import { type Spread, spreadDuty } from "./audit-spread.js";
import type { FiledEntry } from "./filed.js";
import type { FiledPart, Good } from "./good.js";
import { digits, type HeadingUses } from "./heading-uses.js";
import { impliedByDetour } from "./implied.js";
import { askGood, expectedOn, lineFor, priceGood } from "./price-good.js";

/** What an audit of one article by one clock comes to. */
export interface GoodAudit {
  readonly found: readonly Found[];
  /** What might be claimed and was not. */
  readonly relief: readonly Found[];
  readonly checked: boolean;
  /** Why it was not checked. */
  readonly not?: string;
  /** The answer changes within the day of entry, and the filing is right by the law of this instant only. */
  readonly side?: string;
  /** Cents filed under duties that may come back, by measure. */
  readonly refundable: number;
}

/** Audits the lines of one article by what a desk knows. */
export function auditGood(desk: DutyDesk, entry: FiledEntry, good: Good, headings: HeadingUses, clocks: Clocks): GoodAudit {
  const first = good.parts[0] as FiledPart;
  const none = (found: readonly Found[], not: string): GoodAudit => ({ found, relief: [], checked: false, not, refundable: 0 });
  const open = (kind: "unknown-code" | "needs-facts", message: string, why: string): Found => ({
    kind,
    line: first.line.number,
    row: first.main.row,
    code: showCode(good.code),
    message,
    filed: null,
    expected: null,
    difference: null,
    why,
    instruments: [],
  });
  if (good.origin === undefined) return none([open("needs-facts", "the line has no country of origin", "every layer has its own list of origins")], "no origin");
  if (good.parts.some((p) => p.value === undefined)) return none([open("needs-facts", "the line has no value", "the duty is a rate on the value")], "no value");
  try {
    const given = Object.assign({}, ...good.parts.map((p) => p.line.facts)) as Record<string, string>;
    const { result, facts, detour } = priceGood(desk, entry, good, headings, clocks);
    if (result.outcome === "not-covered") return none([], result.notCovered[0] ?? "not covered");
    if (result.outcome === "beyond-horizon")
      return none([open("needs-facts", "no single rate is known for that day", result.warnings.find((w) => w.startsWith("past ")) ?? "the day lies past the horizon")], "past the horizon");
    const judge = (r: DutyResult): Found[] => compare(good, r, headings, given);
    const at = (on?: string, r?: DutyResult): Found[] => {
      const answer = r ?? askGood(desk, entry, good, facts, clocks, on);
      if (answer.outcome === "settled") return judge(answer);
      const ask = (more: Readonly<Record<string, string>>): DutyResult => {
        const { code, ...rest } = more;
        const put = (own: Readonly<Record<string, string>>): DutyResult => askGood(desk, entry, good, { ...facts, ...rest, ...own }, clocks, on ?? entry.entered, code ?? good.code);
        const r = put({});
        const spared = r.outcome === "settled" && facts["loaded"] === undefined ? impliedByDetour(good, headings, r.filing) : undefined;
        return spared === undefined ? r : put({ loaded: spared.value });
      };
      const leaves = leavesOf(answer, ask, judge);
      return auditOpen(good, answer, leaves === undefined ? undefined : asDeclared(leaves));
    };
    let found = at(undefined, result);
    let side: string | undefined;
    for (const other of otherSides(entry.entered, result)) {
      if (!found.some((f) => isError(f.kind))) break;
      const then = at(other);
      if (then.some((f) => isError(f.kind))) continue;
      found = then;
      side = other;
    }
    // No heading says that the goods were under way: the baseline alone may be a fault as well.
    if (detour !== undefined && found.every((f) => !isError(f.kind))) {
      const { loaded: _, ...plain } = facts;
      const r = askGood(desk, entry, good, plain, clocks);
      const less = r.outcome === "settled" ? judge(r).reduce((n, f) => n + (f.difference ?? 0), 0) : undefined;
      const only = `${detour.heading} is right if the goods were at sea in time to be spared the country's own rate`;
      found.push({
        ...open("needs-facts", less === undefined ? only : `${only}; otherwise ${showSigned(-less)} is filed too little`, `loaded: ${detour.why}`),
        ...(less === undefined ? {} : { range: { min: less, max: 0 } }),
      });
    }
    return { found, relief: possibleRelief(good, result), checked: true, ...(side === undefined ? {} : { side }), refundable: refundable(good, result) };
  } catch (e) {
    if (!(e instanceof QuestionError)) throw e;
    return none([open(e.code === "unknown-code" || e.code === "bad-code" ? "unknown-code" : "needs-facts", e.message, e.hint)], e.message);
  }
}

/** Each filed line beside the line that the law expects of that part. */
function compare(good: Good, result: DutyResult, headings: HeadingUses, given: Readonly<Record<string, string>>): Found[] {
  const out = auditSplit(good, result, given);
  for (const part of good.parts) {
    const line = lineFor(result, part.part) ?? result.form?.lines.find((l) => lineFor(result, "rest") === l) ?? result.form?.lines[0];
    if (line === undefined) continue;
    const expected = expectedOn(result, line, part.value ?? 0);
    const spread = spreadDuty(part, expected);
    const found = auditHeadings({
      part: spread === undefined ? part : { ...part, line: spread.line, main: spread.line.tariffs.find((t) => t.row === part.main.row && t.code === part.main.code) ?? part.main },
      expected,
      result,
      headings,
    });
    out.push(...found.map((f) => uncertain(f, result)), ...(spread === undefined || spread.rest === 0 ? [] : [wrongSum(part, spread)]));
  }
  return out;
}

/** The duty of a line that stands in one row, and is not what its numbers owe together. */
function wrongSum(part: FiledPart, { row, rest }: Spread): Found {
  const filed = row.duty ?? 0;
  return {
    kind: "wrong-rate",
    line: part.line.number,
    row: row.row,
    code: showCode(row.code),
    message: `the duty of the line stands in one row as ${showSigned(filed)}; its numbers owe ${showSigned(filed - rest)} together`,
    filed: showSigned(filed),
    expected: showSigned(filed - rest),
    difference: rest,
    why: "the rates of the numbers that are filed, on the value of the line",
    instruments: [],
  };
}

/** A heading whose collection on that day is not known is no error where it is missing. */
function uncertain(f: Found, result: DutyResult): Found {
  const c = f.kind === "missing-heading" ? result.components.find((x) => x.heading === f.code) : undefined;
  if (c?.collected !== "unknown") return f;
  return { ...f, kind: "needs-facts", message: `${f.code} was in force, but whether customs collected it on that day is not known`, difference: null, range: { min: f.difference ?? 0, max: 0 } };
}

/** The other instants of the day of entry by whose law it may have been filed. */
function otherSides(day: string, r: DutyResult): string[] {
  if (r.splitDay === undefined || r.splitDay.length === 0) return [];
  const start = new Date(fromWall(`${day}T00:01`, WASHINGTON) * 60_000).toISOString().replace(".000Z", "Z");
  return [start, ...r.splitDay.filter((at) => parseInstant(at) > 0)];
}

/** What was filed under duties that the law now gives back. */
function refundable(good: Good, r: DutyResult): number {
  const back = new Set(r.components.flatMap((c) => (c.heading !== null && c.owed === "no" && c.refundable !== "no" ? [digits(c.heading)] : [])));
  return good.parts.reduce((n, p) => {
    const line = lineFor(r, p.part);
    const { tariffs } = (line === undefined ? undefined : spreadDuty(p, expectedOn(r, line, p.value ?? 0)))?.line ?? p.line;
    return n + tariffs.reduce((m, t) => m + (back.has(t.code) ? (t.duty ?? 0) : 0), 0);
  }, 0);
}
