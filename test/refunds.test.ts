import { addDays } from "@truce/engine/entry";
import { describe, expect, test } from "vitest";
import { ask, type Change, D, entry, number, one, openDesk } from "./refunds-desk.js";

/* The refund desk on the law as it is, at both sides of each day that matters. Days are counted from the day after, so the last day of 80 is the 80th. */
openDesk();

describe("the way back turns on a day", () => {
  const liquidated = (days: number): Change => ({ status: "liquidated", date: addDays(D, -days) });
  const open = (scheduled: number, entered: number): Change => ({ status: "unliquidated", date: addDays(D, scheduled), entered: addDays(D, -entered), type: "03", antidumping: true });
  test.each([
    ["liquidated on the day of the declaration", liquidated(0), "cape-1", "100.00", "0.00", 80],
    ["liquidated 80 days before: the last day of CAPE phase 1 (CSMS 68340863)", liquidated(80), "cape-1", "100.00", "0.00", 0],
    ["liquidated 81 days before: a protest", liquidated(81), "protest", "100.00", "0.00", 99],
    ["liquidated 180 days before: the last day of a protest (19 USC 1514(c)(3))", liquidated(180), "protest", "100.00", "0.00", 0],
    ["liquidated 181 days before: final, and contested (CAFC 26-1895)", liquidated(181), "cape-3", "0.00", "100.00", null],
    ["flagged for reconciliation, liquidated 80 days before: phase 2 (CSMS 69035485)", { ...liquidated(80), reconciliation: true }, "cape-2", "100.00", "0.00", 0],
    ["flagged for reconciliation, liquidated 81 days before", { ...liquidated(81), reconciliation: true }, "protest", "100.00", "0.00", 99],
    ["not in CAPE, 300 days after entry and 15 before liquidation: the last day of a correction", open(15, 300), "psc", "100.00", "0.00", 0],
    ["not in CAPE, 301 days after entry", open(15, 301), "protest", "0.00", "0.00", 195],
    ["not in CAPE, 14 days before liquidation", open(14, 300), "protest", "0.00", "0.00", 194],
    ["not in CAPE, long before both", open(100, 100), "psc", "100.00", "0.00", 85],
    ["informal, 180 days after entry, at which it liquidated", { type: "11", entered: "2026-02-20" }, "protest", "100.00", "0.00", 0, "2026-08-19"],
    ["informal, 181 days after entry", { type: "11", entered: "2026-02-20" }, "cape-3", "0.00", "100.00", null, "2026-08-20"],
  ] as [string, Change, string, string, string, number | null, string?][])("%s", (_, change, bucket, now, contested, left, on = D) => {
    const r = one(change, on);
    expect(r).toMatchObject({ bucket, daysLeft: left, amounts: { paid: "100.00", recoverableNow: now, contested } });
    expect(r?.amounts.undecided).toBe(now === "0.00" && contested === "0.00" ? "100.00" : "0.00");
  });

  test.each([
    ["phase 1 the day before it opens", {}, "2026-04-19", "2026-10-10", "psc"],
    ["phase 1 on its first day", {}, "2026-04-20", "2026-10-10", "cape-1"],
    ["phase 1 as known the day before", {}, "2026-05-01", "2026-04-12", "psc"],
    ["phase 1 as known on the day of its notice", {}, "2026-05-01", "2026-04-13", "cape-1"],
    ["phase 2 the day before it opens", { reconciliation: true }, "2026-06-28", "2026-10-10", "psc"],
    ["phase 2 on its first day", { reconciliation: true }, "2026-06-29", "2026-10-10", "cape-2"],
    ["phase 2 as known the day before", { reconciliation: true }, "2026-07-01", "2026-06-22", "psc"],
    ["phase 3 the day before it opens", { status: "liquidated", date: "2026-01-01" }, "2026-07-30", "2026-10-10", "court"],
    ["phase 3 on its first day", { status: "liquidated", date: "2026-01-01" }, "2026-07-31", "2026-10-10", "cape-3"],
    ["phase 3 as known before", { status: "liquidated", date: "2026-01-01" }, "2026-08-01", "2026-07-22", "court"],
  ] as [string, Change, string, string, string][])("%s", (_, change, on, known, bucket) => expect(one({ status: "unliquidated", date: "2026-12-31", ...change }, on, known)?.bucket).toBe(bucket));
});

describe("who is left out of CAPE, and where they go", () => {
  const soon = { status: "unliquidated", date: "2026-12-31", entered: "2026-01-10" } as const;
  const late = { status: "liquidated", date: addDays(D, -10) } as const;
  test.each([
    ["type 08", { ...soon, type: "08" }, "psc", "now"],
    ["type 09", { ...soon, type: "09" }, "protest", "undecided"],
    ["type 47", { ...soon, type: "47" }, "protest", "undecided"],
    ["type 03 whose liquidation is suspended is taken", { ...soon, status: "suspended", type: "03", antidumping: true }, "cape-1", "now"],
    ["type 03 that waits for liquidation (19 USC 1504(d))", { ...soon, type: "03", antidumping: true }, "psc", "now"],
    ["type 03 that liquidated is taken", { ...late, type: "03", antidumping: true }, "cape-1", "now"],
    ["flagged, type 06", { ...soon, type: "06", reconciliation: true }, "cape-2", "now"],
    ["flagged, type 03", { ...soon, status: "suspended", type: "03", reconciliation: true }, "psc", "now"],
    ["flagged, with its type 09 on file", { ...soon, reconciliation: true, reconciled: true }, "psc", "now"],
    ["designated for drawback: outside, and contested", { ...late, drawback: true }, "protest", "contested"],
    ["an open protest keeps the claim", { ...late, protest: "open" }, "protest", "now"],
    ["an open protest after the end of its days", { status: "liquidated", date: "2026-01-01", protest: "open" }, "protest", "now"],
    ["a decided protest within 80 days", { ...late, protest: "decided" }, "cape-1", "now"],
    ["a decided protest after 80 days: no second one", { status: "liquidated", date: addDays(D, -100), protest: "decided" }, "court", "contested"],
    ["an approved protest: what came back by it is not known here", { ...late, protest: "approved" }, "none", "undecided"],
    ["extended", { ...soon, status: "extended" }, "cape-1", "now"],
  ] as [string, Change, string, string][])("%s", (_, change, bucket, counts) => {
    const r = one(change);
    expect(r?.bucket).toBe(bucket);
    const { recoverableNow, contested, undecided } = r?.amounts ?? {};
    expect({ now: recoverableNow, contested, undecided }).toEqual({ now: "0.00", contested: "0.00", undecided: "0.00", [counts]: "100.00" });
  });
});

describe("which duties come back, by the law known then", () => {
  const late = { status: "liquidated", date: "2026-03-10" } as const;
  test.each([
    ["before the ruling of the Supreme Court the appeals were stayed: contested", "2026-03-12", "2026-02-19", "protest", "0.00", "100.00"],
    ["after the ruling and before Atmus: contested", "2026-03-12", "2026-03-03", "protest", "0.00", "100.00"],
    ["after Atmus (CIT 26-1259) and before CAPE: a protest", "2026-03-12", "2026-03-04", "protest", "100.00", "0.00"],
    ["before any court had spoken: nothing", "2026-03-12", "2025-05-27", "none", "0.00", "0.00"],
  ] as const)("%s", (_, on, known, bucket, now, contested) => expect(one(late, on, known)).toMatchObject({ bucket, amounts: { recoverableNow: now, contested } }));

  test.each([
    ["9903.01.24", "us/fentanyl/cn", "100.00"],
    ["9903.01.20", "us/fentanyl/cn", "100.00"],
    ["9903.01.25", "us/reciprocal", "100.00"],
    ["9903.01.63", "us/reciprocal/cn", "100.00"],
  ])("%s is %s", (heading, measure, amount) => {
    const r = one({ ...late, heading: heading.replaceAll(".", "") }, "2026-05-01");
    expect(r?.byMeasure).toMatchObject([{ measure, amount, owed: "no", refundable: "yes", headings: [heading] }]);
    expect(r?.amounts.recoverableNow).toBe("100.00");
  });
  test("Section 301 does not come back", () => expect(one({ ...late, heading: "99038803" }, "2026-05-01")).toMatchObject({ bucket: "none", amounts: { paid: "0.00" } }));
  test.each([
    ["Section 122 (Slip Op. 26-47, stayed)", "99030301", "2026-03-10"],
    ["forced labor, China", "99030531", "2026-08-01"],
    ["forced labor, Hong Kong", "99030543", "2026-08-01"],
  ])("%s: a protective protest, contested, without interest", (_, heading, entered) => {
    const r = one({ entered, heading, status: "liquidated", date: addDays("2026-10-09", -5) }, "2026-10-09");
    expect(r).toMatchObject({
      bucket: "protest",
      protective: true,
      deadline: addDays("2026-10-09", 175),
      amounts: { recoverableNow: "0.00", contested: "100.00" },
      interest: { min: "0.00", max: "0.00" },
    });
  });
  test("headings of other origins are named and not counted", () => {
    const r = ask([entry({ ...late, heading: "99030110" })], "2026-05-01");
    expect(r.entries[0]).toMatchObject({ bucket: "none" });
    expect(r.notCovered.join("\n")).toMatch(/100\.00 USD under 9903\.01\.10/);
  });
  test("totals and buckets keep what can be had apart from what is contested, and add up", () => {
    const r = ask(
      [entry({ number: number(1), status: "liquidated", date: addDays(D, -80) }), entry({ number: number(2), status: "liquidated", date: addDays(D, -181) }), entry({ number: number(3) })],
      D,
    );
    expect(r.totals).toMatchObject({ entries: 3, paid: "300.00", recoverableNow: "100.00", contested: "100.00", undecided: "100.00" });
    expect(r.buckets.map((b) => [b.bucket, b.entries, b.recoverableNow, b.contested, b.undecided])).toEqual([
      ["cape-1", 1, "100.00", "0.00", "0.00"],
      ["cape-3", 1, "0.00", "100.00", "0.00"],
      ["needs-facts", 1, "0.00", "0.00", "100.00"],
    ]);
    expect(r.buckets[0]?.byMeasure).toEqual([{ measure: "us/fentanyl/cn", instrument: "us/eo-14195", amount: "100.00", owed: "no", refundable: "yes" }]);
  });
});
