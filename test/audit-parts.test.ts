import { type AuditFinding, auditEntry, type EntryAudit, type FiledEntry, headingUsesOf, IMPLIED } from "@truce/engine/entry";
import { endOfDayUtc, type Instant, parseKnown } from "@truce/engine/time";
import { beforeAll, describe, expect, test } from "vitest";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";
import { filed } from "./audit/filed.js";

/* Chapter 98, fees, and what a filing implies. Amounts are worked by hand: bags 4202.92.31.31 are on list 3 (17.6 %), shirts 6109.10.00.12 on list 4A (16.5 %). */
const known = parseKnown("2026-10-10").at;
let desks: Desks;
beforeAll(async () => {
  desks = new Desks(await openRegime());
});
function audit(entry: FiledEntry, at: Instant = known): EntryAudit {
  return auditEntry(entry, { now: desks.desk(at, []), then: desks.desk(Math.min(endOfDayUtc(entry.entered), at) as Instant, []) }, { known: at, now: at });
}
const short = (f: AuditFinding): string => `${f.clock} ${f.kind} ${f.row} ${f.code ?? "-"} ${f.difference ?? "-"}`;
const told = (entry: FiledEntry, at?: Instant): string[] => audit(entry, at).findings.map(short);

describe("an article of chapter 98", () => {
  // 100,000, of which 40,000 are parts of the United States: 25, 20, 10 and 17.6 points of 60,000; the fee is 0.3464 % of 60,000.
  const assembled = (rows: readonly string[], fee = 20_784) => filed("2025-10-25", [rows], { fees: [{ name: "MPF", amount: fee }] });
  const above = (p: number) => [`9903.88.03 - ${p * 0.25}`, `9903.01.24 - ${p * 0.2}`, `9903.01.25 - ${p * 0.1}`];
  const right = ["9802.00.80 40000 0", ...above(60_000), "4202.92.31.31 60000 10560"];
  test("pays on what its provision leaves, and so does its fee", () => {
    expect(told(assembled(right))).toEqual([]);
    expect(told(assembled(right, 34_640))).toEqual(["both wrong-fee 2 - 138.56", "hindsight overpaid 2 - 138.56"]);
  });
  test("is overpaid where the whole pays", () => {
    const whole = ["9802.00.80 40000 0", ...above(100_000), "4202.92.31.31 60000 17600"];
    expect(told(assembled(whole))).toEqual([
      "both wrong-rate 3 9903.88.03 10000.00",
      "both wrong-rate 4 9903.01.24 8000.00",
      "both wrong-rate 5 9903.01.25 4000.00",
      "both wrong-base-rate 6 4202.92.31.31 7040.00",
      "hindsight overpaid 2 - 29040.00",
    ]);
  });
  test("stands before its headings", () => {
    expect(told(assembled([...above(60_000), "9802.00.80 40000 0", "4202.92.31.31 60000 10560"]))).toEqual(["both wrong-order 5 9802.00.80 0.00"]);
  });
  test("repaired abroad pays no fee", () => {
    const repaired = ["9802.00.50 75000 0", ...above(25_000), "4202.92.31.31 25000 4400"];
    expect(told(assembled(repaired, 0))).toEqual([]);
    expect(told(assembled(repaired, 34_640))).toEqual(["both wrong-fee 2 - 346.40", "hindsight overpaid 2 - 346.40"]);
  });
});

describe("fees", () => {
  const entry = (fees: Record<string, number>, more: Partial<FiledEntry> = {}) => ({
    ...filed("2026-03-10", [["9903.88.03 - 2500", "9903.03.01 - 1000", "4202.92.31.31 10000 1760"]]),
    fees: Object.entries(fees).map(([name, amount]) => ({ name, amount })),
    ...more,
  });
  test("are compared where the report has any", () => {
    expect(told(entry({}))).toEqual([]);
    expect(told(entry({ MPF: 3464 }))).toEqual([]);
    expect(told(entry({ MPF: 3463 }))).toEqual(["both wrong-fee 2 - -0.01", "hindsight underpaid 2 - -0.01"]);
  });
  test("of the harbor are due on ocean cargo only, and not on goods from a zone", () => {
    expect(told(entry({ MPF: 3464 }, { mode: "ocean" }))).toEqual(["both wrong-fee 2 - -12.50", "hindsight underpaid 2 - -12.50"]);
    expect(told(entry({ MPF: 3464, HMF: 1250 }, { mode: "ocean" }))).toEqual([]);
    expect(told(entry({ MPF: 3464, HMF: 1250 }, { mode: "air" }))).toEqual(["both wrong-fee 2 - 12.50", "hindsight overpaid 2 - 12.50"]);
    expect(told(entry({ MPF: 3464 }, { mode: "ocean", type: "06" }))).toEqual([]);
    expect(told(entry({ MPF: 3464, HMF: 1250 }))).toEqual([]);
  });
  test("of an informal entry are flat", () => {
    expect(told(entry({ MPF: 269 }, { type: "11" }))).toEqual([]);
  });
});

describe("facts that a filing implies", () => {
  test("each rule says why", () => {
    for (const rule of IMPLIED) expect(rule.why.length).toBeGreaterThan(40);
  });
  test.each([
    ["donations", "2025-06-20", ["9903.88.03 - 2500", "9903.01.21 - 0", "9903.01.30 - 0", "4202.92.31.31 10000 1760"]],
    ["informational materials", "2025-06-20", ["9903.88.03 - 2500", "9903.01.22 - 0", "9903.01.31 - 0", "4202.92.31.31 10000 1760"]],
    ["a described exclusion", "2025-09-10", ["9903.88.69 - 0", "9903.01.24 - 2000", "9903.01.25 - 1000", "6111.20.60.70 10000 810"]],
    ["an automobile part", "2025-06-20", ["9903.88.03 - 2500", "9903.01.24 - 2000", "9903.01.33 - 0", "9903.94.05 - 2500", "8708.70.60.45 10000 250"]],
    ["fentanyl's goods under way", "2025-03-06", ["9903.88.03 - 2500", "9903.01.23 - 0", "4202.92.31.31 10000 1760"]],
    ["too little metal", "2026-05-01", ["9903.88.03 - 2500", "9903.03.01 - 1000", "9903.82.03 - 0", "8544.42.90.90 10000 260"]],
  ] as const)("%s", (_, day, line) => {
    expect(told(filed(day, [line])).filter((f) => !f.startsWith("then"))).toEqual([]);
  });
  test("headings are those that the regime names", () => {
    const a = desks.desk(known, []).assessor("us");
    const { uses } = headingUsesOf(a.regime, a.goods);
    for (const h of ["99038803", "99030124", "99030133", "99030590", "99038191", "99038869", "99039405"]) expect([...uses.keys()]).toContain(h);
  });
});
