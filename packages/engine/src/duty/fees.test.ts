import fc from "fast-check";
import { expect, test } from "vitest";
import type { FeeTable } from "../goods/index.js";
import { entryFees, mpfBasis, sumOfFees } from "./fees.js";

const table: FeeTable = {
  informal: [
    { from: "2013-01-07", announced: "2012-12-06", above: 250_000, aboveWithChapter99: 25_000, source: "19 CFR 143.21(a)", confidence: "partial" },
    { from: "2025-04-30", announced: "2025-04-24", above: 250_000, source: "90 FR 17608", confidence: "confirmed" },
  ],
  rows: [
    { fee: "MPF", from: "2024-10-01", announced: "2024-07-22", percent: 3464, min: 3271, max: 63_462, informal: 262, source: "89 FR 59126", confidence: "confirmed" },
    { fee: "MPF", from: "2025-10-01", announced: "2025-07-23", percent: 3464, min: 3358, max: 65_150, source: "90 FR 34665", confidence: "confirmed" },
    { fee: "HMF", from: "1991-01-01", announced: "1991-01-01", percent: 1250, mode: "ocean", source: "19 CFR 24.24", confidence: "confirmed" },
  ],
};
const ask = (valueCents: number, more: object = {}) => entryFees({ valueCents, onDay: "2025-10-25", knownDay: "2025-10-25", ...more }, table);
const value = fc.integer({ min: 0, max: 1_000_000_000_000 });

test("a formal entry pays between the least and the most, whatever its value", () =>
  fc.assert(
    fc.property(value, (v) => {
      const paid = sumOfFees(ask(v, { kind: "formal" })) as number;
      expect(paid).toBeGreaterThanOrEqual(3358);
      expect(paid).toBeLessThanOrEqual(65_150);
    }),
  ));
test("a formal entry of more value never pays less", () =>
  fc.assert(
    fc.property(value, value, (a, b) => {
      const paid = (v: number) => sumOfFees(ask(v, { kind: "formal", mode: "ocean" })) as number;
      expect(paid(Math.min(a, b))).toBeLessThanOrEqual(paid(Math.max(a, b)));
    }),
  ));
test("a flat fee that is not in hand is null, and so is the sum", () => {
  expect(ask(100_000)[0]?.amount).toBeNull();
  expect(sumOfFees(ask(100_000))).toBeUndefined();
});
test("a day before the first row has no fee in hand", () => expect(ask(1_000_000, { onDay: "2024-09-30" })[0]).toMatchObject({ amount: null, percent: null }));
test("goods of chapter 98 pay on what was done abroad, or nothing", () => {
  expect(mpfBasis(undefined, undefined, 100)).toBeUndefined();
  expect(mpfBasis("9802.00.80", 250_000, 100)?.cents).toBe(25);
  expect(mpfBasis("9802.00.80", undefined, 100)?.cents).toBeNull();
  expect(mpfBasis("9801.00.10", undefined, 100)?.cents).toBe(0);
  expect(ask(1_000_000, { mpf: mpfBasis("9801.00.10", undefined, 1_000_000) })[0]?.amount).toBe("0.00");
});
