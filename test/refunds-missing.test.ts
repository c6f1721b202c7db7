import { addDays } from "@truce/engine/entry";
import { describe, expect, test } from "vitest";
import { assume } from "../packages/node/dist/entries/index.js";
import { ask, type Change, D, entry, number, one, openDesk } from "./refunds-desk.js";

/* What the refund desk does where the file is silent. */
openDesk();

describe("what the file does not say is asked for, never guessed", () => {
  const late = { status: "liquidated", date: addDays(D, -10) } as const;
  test.each([
    ["no type", { ...late, type: undefined }, ["entry_type"]],
    ["liquidated, without its day", { status: "liquidated" }, ["liquidation_date"]],
    ["neither day nor status", {}, ["liquidation_date", "liquidation_status"]],
    ["unliquidated by a schedule that passed 81 days ago", { status: "unliquidated", date: addDays(D, -81) }, ["liquidation_status"]],
    ["the duty is not given", { ...late, duty: null }, ["duty"]],
  ] as [string, Change, string[]][])("%s", (_, change, asks) => {
    const r = one(change);
    expect(r).toMatchObject({ bucket: "needs-facts", asks, amounts: { recoverableNow: "0.00", contested: "0.00" } });
    expect(r?.why).not.toBe("");
  });

  test.each([
    ["drawback", { ...late, drawback: undefined }, "cape-1", ["drawback"], "undecided"],
    ["a protest", { ...late, protest: undefined }, "cape-1", ["protest"], "undecided"],
    ["a protest, where it has not liquidated: there is none to file", { status: "unliquidated", date: "2026-12-31", protest: undefined }, "cape-1", [], "recoverableNow"],
    ["a protest, and 81 days are gone", { status: "liquidated", date: addDays(D, -81), protest: undefined }, "protest", ["protest"], "undecided"],
    ["a protest, and 181 days are gone", { status: "liquidated", date: addDays(D, -181), protest: undefined }, "cape-3", ["protest"], "contested"],
    ["reconciliation", { ...late, reconciliation: undefined }, "cape-1", ["reconciliation"], "undecided"],
    ["the type 09 of a flagged entry", { ...late, reconciliation: true, reconciled: undefined }, "cape-2", ["reconciled"], "undecided"],
    ["the importer's type, which decides the interest alone", { ...late, importerType: undefined }, "cape-1", [], "recoverableNow"],
    ["anti-dumping, of a type that does not tell", { status: "unliquidated", date: "2026-12-31", type: "06", antidumping: undefined }, "cape-1", [], "recoverableNow"],
  ] as [string, Change, string, string[], "recoverableNow" | "contested" | "undecided"][])("no column of %s", (_, change, bucket, provided, counts) => {
    const r = one(change);
    expect(r).toMatchObject({ bucket, provided, asks: [] });
    const none = { recoverableNow: "0.00", contested: "0.00", undecided: "0.00" };
    expect(r?.amounts).toEqual({ paid: "100.00", ...none, [counts]: "100.00" });
    if (provided.length > 0) expect(r?.why).toMatch(/provided that/);
  });

  test("where both states that the file leaves open lead to one way, that is the way", () => {
    expect(one({ status: "unliquidated", date: addDays(D, -80) })).toMatchObject({ bucket: "cape-1", daysLeft: 0, amounts: { recoverableNow: "100.00" } });
    expect(one({ entered: addDays(D, -365 - 80), status: "unliquidated" })).toMatchObject({ bucket: "cape-1", daysLeft: 0 });
  });
  test("a year after entry it may be deemed liquidated, which is said and not taken for granted", () => {
    expect(one({ entered: "2025-10-01" })).toMatchObject({ bucket: "needs-facts", why: expect.stringMatching(/1504\(a\).*2026-10-01/) });
    expect(one({ entered: "2025-10-02" })?.why).not.toMatch(/1504/);
    const old = { entered: addDays(D, -365 - 81) };
    expect(one({ ...old, status: "unliquidated" })).toMatchObject({ bucket: "cape-1", provided: ["liquidation_date"], amounts: { recoverableNow: "0.00", undecided: "100.00" } });
    expect(one({ ...old, liquidation_blank: ["date", "status"] })).toMatchObject({ bucket: "needs-facts", asks: ["liquidation_date"] });
    expect(one({ entered: "2025-10-02", status: "unliquidated" })).toMatchObject({ bucket: "cape-1", deadline: null });
  });
  test("an empty column of date or status says that it has not liquidated; an informal entry has, at entry", () => {
    const blank = { liquidation_blank: ["date", "status"] as const };
    const r = ask([entry(blank), entry({ ...blank, type: "11", entered: "2026-02-20", number: number(2) })], "2026-08-19");
    expect(r.entries.map((e) => [e.bucket, e.daysLeft])).toEqual([
      ["cape-1", null],
      ["protest", 0],
    ]);
    expect(r.warnings.join()).toMatch(/2 entries with an empty date or status of liquidation/);
    expect(one({ ...blank, type: "08", entered: addDays(D, -300) })).toMatchObject({ bucket: "psc", daysLeft: 0 });
    expect(one({ ...blank, type: "03", antidumping: true })).toMatchObject({ bucket: "cape-1", provided: ["liquidation_status"], amounts: { undecided: "100.00" } });
  });
  test("an entry dated after the day of the declaration has no way yet", () =>
    expect(one({ entered: "2026-01-10" }, "2026-01-09", "2026-10-10")).toMatchObject({ bucket: "none", amounts: { recoverableNow: "0.00", undecided: "100.00" } }));
  test("an entry designated for drawback is in no phase, and in court once it is final", () =>
    expect(one({ status: "liquidated", date: "2026-01-01", drawback: true })).toMatchObject({ bucket: "court", deadline: "2027-10-25", amounts: { contested: "100.00" } }));
  test("the two years of a suit are counted from entry, and said when they are over", () => {
    const final = { status: "liquidated", date: "2026-01-01", drawback: true } as const;
    expect(one(final, "2027-10-25")).toMatchObject({ bucket: "court", deadline: "2027-10-25", daysLeft: 0 });
    expect(one(final, "2027-10-26")).toMatchObject({ bucket: "court", deadline: null, why: expect.stringMatching(/2636\(i\)/) });
  });
  test("a date that has passed, without a status, is the day on which it liquidated, and that is said", () => {
    const r = ask([entry({ date: addDays(D, -80) })], D);
    expect(r.entries[0]).toMatchObject({ bucket: "cape-1", daysLeft: 0 });
    expect(r.warnings.join()).toMatch(/no liquidation_status/);
  });
  test("what does not matter is not asked: a final liquidation is contested whatever the type", () =>
    expect(one({ status: "liquidated", date: "2026-01-01", type: undefined, drawback: undefined })?.bucket).toBe("cape-3"));
  test("what the user says of all entries fills what is missing and overrules nothing", () => {
    const filled = assume([entry({ ...late, drawback: undefined }), entry({ ...late, drawback: true })], ["drawback=no"]);
    expect(filled.map((e) => e.drawback)).toEqual([false, true]);
    expect(() => assume([], ["colour=red"])).toThrow(/not a fact of an entry/);
    expect(() => assume([], ["drawback=perhaps"])).toThrow(/not a word/);
  });
});
