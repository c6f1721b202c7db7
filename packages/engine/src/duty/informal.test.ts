import { expect, test } from "vitest";
import type { FeeTable } from "../goods/index.js";
import { aboveInformal, formalityByValue } from "./informal.js";

const table: FeeTable = {
  rows: [],
  informal: [
    { from: "2013-01-07", announced: "2012-12-06", above: 250_000, aboveWithChapter99: 25_000, source: "19 CFR 143.21(a)", confidence: "partial" },
    { from: "2025-04-30", announced: "2025-04-24", above: 250_000, source: "90 FR 17608", confidence: "confirmed" },
  ],
};
const ask = (cents: number, chapter99: boolean | undefined, onDay = "2025-04-29", knownDay = "2026-01-01") => ({ cents, chapter99, onDay, knownDay });

test.each([
  [25_000, true, "informal"],
  [25_001, true, "formal"],
  [250_000, false, "informal"],
  [250_001, false, "formal"],
  [25_000, undefined, "informal"],
  [25_001, undefined, undefined],
  [250_000, undefined, undefined],
  [250_001, undefined, "formal"],
])("before the suspension %i cents with a heading of chapter 99 %s are %s", (cents, chapter99, is) => expect(formalityByValue(ask(cents, chapter99), table).is).toBe(is));
test.each([true, false, undefined])("after it the limit is one, a heading of chapter 99 being %s", (chapter99) => {
  expect(formalityByValue(ask(250_000, chapter99, "2025-04-30"), table).is).toBe("informal");
  expect(formalityByValue(ask(250_001, chapter99, "2025-04-30"), table).is).toBe("formal");
});
test("what was not known by then is not applied", () => {
  expect(formalityByValue(ask(100_000, true, "2025-04-30", "2025-04-23"), table).is).toBe("formal");
  expect(formalityByValue(ask(100_000, true, "2025-04-30", "2025-04-24"), table).is).toBe("informal");
});
test("a day before every rule is not in hand, and says what to give", () =>
  expect(formalityByValue(ask(100, true, "2012-01-01"), table)).toMatchObject({ is: undefined, why: expect.stringContaining("--fact entry=formal") as string }));
test("an undecided one says both limits", () =>
  expect(formalityByValue(ask(100_000, undefined), table).why).toContain("formal above 250.00 with a heading of chapter 99, subchapter III or IV, else above 2500.00"));
test("an informal entry above the limit of its day is said", () => {
  expect(aboveInformal(ask(25_001, true), table)).toContain("above 250.00");
  expect(aboveInformal(ask(25_000, true), table)).toBeUndefined();
  expect(aboveInformal(ask(25_001, true, "2025-04-30"), table)).toBeUndefined();
});
