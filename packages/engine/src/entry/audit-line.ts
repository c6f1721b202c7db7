import type { DutyResult } from "../duty/index.js";
import { showCode } from "../goods/index.js";
import { type Found, showSigned } from "./audit-finding.js";
import { withinRounding } from "./audit-rounding.js";
import type { FiledTariff } from "./filed.js";
import type { FiledPart } from "./good.js";
import { type HeadingUses, relievesOnly, slotOf } from "./heading-uses.js";
import type { Expected } from "./price-good.js";

/** A filed line beside what the law expects on it. */
export interface Beside {
  readonly part: FiledPart;
  readonly expected: readonly Expected[];
  readonly result: DutyResult;
  readonly headings: HeadingUses;
}

/** The headings of one line: those that are missing, those that the law does not know there, claims that it refuses, and duties that differ. */
export function auditHeadings(b: Beside): Found[] {
  const { part, expected } = b;
  const out: Found[] = [];
  const above = part.line.tariffs.filter((t) => t !== part.main);
  const seen = new Map<string, FiledTariff>();
  const extra: FiledTariff[] = [];
  for (const t of above) {
    const e = expected.find((x) => x.code === t.code);
    if (seen.has(t.code)) out.push(twice(b, t));
    else if (e === undefined) extra.push(t);
    else out.push(...duty(b, t, e));
    if (!seen.has(t.code)) seen.set(t.code, t);
  }
  const missing = expected.filter((e) => e.code.startsWith("99") && !seen.has(e.code));
  for (const t of extra) {
    const r = relievesOnly(b.headings, t.code);
    const instead = missing.find((e) => e.pays && e.code.slice(0, 6) === t.code.slice(0, 6));
    if (r === undefined) out.push(instead === undefined ? unknown(b, t) : misplaced(b, t, instead));
    else if (r)
      out.push(
        refused(
          b,
          t,
          missing.filter((e) => e.pays && slotOf(e.code) === slotOf(t.code)),
        ),
      );
    else out.push(dead(b, t));
  }
  const main = expected.find((e) => !/^9[89]/.test(e.code));
  return [...out, ...missing.map((e) => absent(b, e)), ...(main === undefined ? [] : duty(b, part.main, main)), ...order(b)];
}

const found = (b: Beside, t: FiledTariff, rest: Pick<Found, "kind" | "message" | "filed" | "expected" | "difference" | "why"> & { readonly instruments?: readonly string[] }): Found => ({
  line: b.part.line.number,
  row: t.row,
  code: showCode(t.code),
  instruments: [],
  ...rest,
});
const money = (cents: number | undefined): string | null => (cents === undefined ? null : showSigned(cents));

/** Under chapter 98 a duty may be due on a part of the value alone. */
const inPart = (b: Beside): boolean => b.part.line.tariffs.some((t) => t.code.startsWith("98"));

/** A number that was filed and is expected: is its duty the rate on the value? */
function duty(b: Beside, t: FiledTariff, e: Expected): Found[] {
  if (t.duty === undefined || e.duty === undefined || withinRounding(t.duty, e, b.part.value)) return [];
  const base = e.measure === null;
  const of =
    e.rate === null ? "nothing is paid under it" : `${e.rate.replace(/^Free$/, "free")} on ${inPart(b) ? "the part that pays of " : ""}${money(b.part.value) ?? "the value"} is ${showSigned(e.duty)}`;
  return [
    found(b, t, {
      kind: base ? "wrong-base-rate" : "wrong-rate",
      message: `${base ? "the ordinary duty" : "the duty"} of ${showCode(t.code)} is filed as ${showSigned(t.duty)}; ${of}`,
      filed: showSigned(t.duty),
      expected: showSigned(e.duty),
      difference: t.duty - e.duty,
      why: e.why,
      instruments: base ? (b.result.base?.instruments ?? []) : citesOf(b.result, e),
    }),
  ];
}

function twice(b: Beside, t: FiledTariff): Found {
  return found(b, t, {
    kind: "extra-heading",
    message: `${showCode(t.code)} is filed twice on the line`,
    filed: money(t.duty),
    expected: null,
    difference: t.duty ?? null,
    why: "a heading is filed once on a line",
    instruments: [],
  });
}

function dead(b: Beside, t: FiledTariff): Found {
  const uses = b.headings.uses.get(t.code) ?? [];
  const not = b.result.notDue.find((n) => uses.some((u) => u.id === n.measure));
  const other = b.expected.find((e) => e.pays && uses.some((u) => u.id === e.measure));
  return found(b, t, {
    kind: "extra-heading",
    message: `${showCode(t.code)} is filed, and is not due on this line${other === undefined ? "" : `; ${showCode(other.code)} is`}`,
    filed: money(t.duty),
    expected: null,
    difference: t.duty ?? null,
    why: other === undefined ? (not?.why ?? "no duty of this heading reaches the line") : other.why,
    instruments: other === undefined ? (not?.instruments ?? []) : citesOf(b.result, other),
  });
}

/** A relief that does not fit: a claim that keeps a duty from being filed, or a heading too many where nothing is kept. */
function refused(b: Beside, t: FiledTariff, kept: readonly Expected[]): Found {
  const claim = b.result.claims.find((c) => c.heading === showCode(t.code));
  const names = kept.map((e) => showCode(e.code)).join(", ");
  return found(b, t, {
    kind: kept.length === 0 ? "extra-heading" : "refused-claim",
    message: `${showCode(t.code)} is filed, and does not relieve this line${names === "" ? "" : `: ${names} is due`}`,
    filed: money(t.duty ?? 0),
    expected: null,
    difference: t.duty ?? 0,
    why: claim?.is === "refused" ? claim.why : "its terms are not met by this line on that day, or it has lapsed",
    instruments: claim?.instruments ?? kept.flatMap((e) => citesOf(b.result, e)),
  });
}

/** A heading of goods of others that stands where one of the same kind is due. */
function misplaced(b: Beside, t: FiledTariff, due: Expected): Found {
  return found(b, t, {
    kind: "extra-heading",
    message: `${showCode(t.code)} is filed, and is not for goods of this line; ${showCode(due.code)} is due`,
    filed: money(t.duty),
    expected: null,
    difference: t.duty ?? null,
    why: due.why,
    instruments: citesOf(b.result, due),
  });
}

function unknown(b: Beside, t: FiledTariff): Found {
  return found(b, t, {
    kind: "unknown-code",
    message: `${showCode(t.code)} is not a heading that the regime knows: it was not judged`,
    filed: money(t.duty),
    expected: null,
    difference: null,
    why: t.code.startsWith("99") ? "no text in hand names the heading" : "a line is judged by its chapter 99 headings and one number of chapters 1 to 97",
    instruments: [],
  });
}

function absent(b: Beside, e: Expected): Found {
  return {
    kind: e.pays ? "missing-heading" : "missing-exemption-heading",
    line: b.part.line.number,
    row: b.part.main.row,
    code: showCode(e.code),
    message: e.pays ? `${showCode(e.code)} (${e.rate}) is due and not filed` : `${showCode(e.code)} says why a duty is not due, and is not filed`,
    filed: null,
    expected: money(e.duty),
    difference: e.duty === undefined ? null : -e.duty,
    why: e.why,
    instruments: citesOf(b.result, e),
  };
}

/** The first row that stands before one that comes before it in customs' order. Within one place, such as two IEEPA headings, no order is asked. */
function order(b: Beside): Found[] {
  const { tariffs } = b.part.line;
  const row = tariffs.find((t, i) => i > 0 && slotOf(t.code) < slotOf((tariffs[i - 1] as FiledTariff).code));
  if (row === undefined) return [];
  const sorted = [...tariffs].sort((x, y) => slotOf(x.code) - slotOf(y.code));
  return [
    found(b, row, {
      kind: "wrong-order",
      message: `${showCode(row.code)} stands after ${showCode((tariffs[tariffs.indexOf(row) - 1] as FiledTariff).code)}`,
      filed: tariffs.map((t) => showCode(t.code)).join(" "),
      expected: sorted.map((t) => showCode(t.code)).join(" "),
      difference: 0,
      why: "customs' order: chapter 98, Section 301, forced labor, IEEPA or Section 122, Section 232 or 201, chapters 1 to 97 (CSMS 64018403, 69668138)",
      instruments: [],
    }),
  ];
}

/** The documents by which a number is expected. */
function citesOf(r: DutyResult, e: Expected): readonly string[] {
  return r.components.find((c) => c.measure === e.measure)?.instruments ?? r.notDue.find((n) => n.measure === e.measure)?.instruments ?? [];
}
