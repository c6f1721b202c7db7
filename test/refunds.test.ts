import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, checkDigit, type FiledEntry, type InterestRules, type RefundRules, refunds } from "@truce/engine/entry";
import { parseKnown, parseOn, WASHINGTON } from "@truce/engine/time";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assume, writeRefundFiles } from "../packages/node/dist/entries/index.js";
import { Desks } from "../packages/node/dist/grounds/desk.js";
import { openRegime } from "../packages/node/dist/grounds/open.js";

/* The refund desk on the law as it is, at both sides of each day that matters. Days are counted from the day after, so the last day of 80 is the 80th. */
let desks: Desks;
let rules: RefundRules;
let rates: InterestRules;
let dir = "";
beforeAll(async () => {
  desks = new Desks(await openRegime());
  const held = desks.regime.law.refunds;
  rules = held.refunds as RefundRules;
  rates = held.interest as InterestRules;
  dir = mkdtempSync(join(tmpdir(), "truce-refunds-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const number = (n: number): string => {
  const ten = `ABC${String(n).padStart(7, "0")}`;
  return `ABC-${ten.slice(3)}-${checkDigit(ten)}`;
};
type Change = Omit<Partial<FiledEntry>, "liquidation"> & {
  readonly status?: FiledEntry["liquidation"]["status"];
  readonly date?: string;
  readonly heading?: string;
  readonly duty?: number | null;
  readonly liquidation_blank?: FiledEntry["liquidation"]["blank"];
};
/** An entry of 100.00 of fentanyl duty of which the file says all that can be asked; each test changes what it is about. */
function entry({ status, date, liquidation_blank, heading = "99030124", duty = 10_000, ...rest }: Change = {}): FiledEntry {
  return {
    number: number(1),
    type: "01",
    entered: "2025-10-25",
    importer: undefined,
    importerType: "corporation",
    mode: undefined,
    liquidation: { status, date, ...(liquidation_blank === undefined ? {} : { blank: liquidation_blank }) },
    reconciliation: false,
    reconciled: false,
    protest: "none",
    drawback: false,
    antidumping: false,
    lines: [{ number: 1, origin: "CN", facts: {}, tariffs: [{ code: heading, value: undefined, duty: duty ?? undefined, quantity: [], row: 2 }] }],
    fees: [],
    ...rest,
  };
}
function ask(entries: readonly FiledEntry[], on: string, known = "2026-10-10") {
  const k = parseKnown(known).at;
  return refunds({ entries, problems: [], incomplete: new Set(), warnings: [] }, desks.regimeAt(k, []), rules, rates, { on: parseOn(on, WASHINGTON).at, known: k, horizon: desks.regime.law.horizon });
}
const one = (change: Change, on = "2026-10-01", known?: string) => ask([entry(change)], on, known).entries[0];
const D = "2026-10-01";

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
    ["extended", { ...soon, status: "extended" }, "cape-1", "now"],
  ] as [string, Change, string, string][])("%s", (_, change, bucket, counts) => {
    const r = one(change);
    expect(r?.bucket).toBe(bucket);
    const { recoverableNow, contested, undecided } = r?.amounts ?? {};
    expect({ now: recoverableNow, contested, undecided }).toEqual({ now: "0.00", contested: "0.00", undecided: "0.00", [counts]: "100.00" });
  });
});

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
    expect(r.warnings.join()).toMatch(/2 entries have an empty date or status of liquidation/);
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

describe("files", () => {
  const many = (n: number, change: Change = {}, from = 1) => Array.from({ length: n }, (_, i) => entry({ number: number(from + i), status: "liquidated", date: addDays(D, -10), ...change }));
  const rows = (folder: string, name: string) => readFileSync(join(folder, name), "utf8").split("\r\n");
  test("9,999 entries are one file, 10,000 are two", () => {
    for (const [n, sizes] of [
      [9_999, [9_999]],
      [10_000, [9_999, 1]],
    ] as const) {
      const folder = join(dir, String(n));
      const written = writeRefundFiles(folder, ask(many(n), D), rules.file);
      expect(written.map((w) => w.rows)).toEqual([...sizes, n * 2]);
      expect(readdirSync(folder).sort()).toEqual(["calendar.csv", ...sizes.map((_, i) => `cape-1-00${i + 1}.csv`)]);
      const all = sizes.flatMap((_, i) => rows(folder, `cape-1-00${i + 1}.csv`).slice(1, -1));
      expect(rows(folder, "cape-1-001.csv")[0]).toBe("Entry Number");
      expect(new Set(all).size).toBe(n);
      expect(all.every((x) => /^[A-Z0-9]{3}-\d{7}-\d$/.test(x) && checkDigit(x.replaceAll("-", "")) === Number(x.at(-1)))).toBe(true);
    }
  });
  test("phases and importers have files of their own, and only entries of CAPE stand in them", () => {
    const folder = join(dir, "apart");
    const entries = [
      ...many(2, { importer: "12-1" }),
      ...many(1, { importer: "12-2" }, 10),
      ...many(1, { reconciliation: true }, 20),
      ...many(1, { date: addDays(D, -100) }, 30),
      ...many(1, { date: addDays(D, -181) }, 40),
      ...many(1, { drawback: undefined }, 50),
    ];
    writeRefundFiles(folder, ask(entries, D), rules.file);
    expect(readdirSync(folder).sort()).toEqual(["calendar.csv", "cape-1-001.csv", "cape-1-002.csv", "cape-1-provided-001.csv", "cape-2-001.csv"]);
    expect(rows(folder, "cape-1-001.csv")).toEqual(["Entry Number", number(1), number(2), ""]);
    expect(rows(folder, "calendar.csv").filter((l) => l.includes(number(30)))).toEqual([
      `2026-12-22,82,${number(30)},last day of a protest,protest,100.00,0.00,0.00`.replace("2026-12-22,82", `${addDays(D, 80)},80`),
    ]);
  });
  test("files of another run are not mixed with new ones", () => {
    const folder = join(dir, "stale");
    mkdirSync(folder);
    writeFileSync(join(folder, "cape-1-007.csv"), "Entry Number\r\n");
    expect(() => writeRefundFiles(folder, ask(many(1), D), rules.file)).toThrow(/another run: cape-1-007.csv/);
    expect(readdirSync(folder)).toEqual(["cape-1-007.csv"]);
  });
  test("a file of another hand is not written over; one of this program is", () => {
    const folder = join(dir, "others");
    mkdirSync(folder);
    writeFileSync(join(folder, "calendar.csv"), "day,meeting\n");
    expect(() => writeRefundFiles(folder, ask(many(1), D), rules.file)).toThrow(/calendar.csv, which is not a file of this program/);
    expect(readdirSync(folder)).toEqual(["calendar.csv"]);
    rmSync(join(folder, "calendar.csv"));
    writeRefundFiles(folder, ask(many(1), D), rules.file);
    expect(writeRefundFiles(folder, ask(many(2), D), rules.file).map((f) => f.rows)).toEqual([2, 4]);
  });
  test("where nothing can be written, nothing is left behind", () => {
    const path = join(dir, "a-file");
    writeFileSync(path, "");
    expect(() => writeRefundFiles(path, ask(many(1), D), rules.file)).toThrow(/not a folder/);
    expect(existsSync(join(dir, "calendar.csv"))).toBe(false);
  });
});
