import { expect, test } from "vitest";
import { OPEN, utcDay } from "../time/index.js";
import { Interest } from "./interest.js";
import type { Quarter } from "./refund-rules.js";

const quarter = (from: string, until: string, corporation: number, other: number): Quarter => ({ from, until, corporation, other, announced: utcDay(from), confidence: "confirmed" });
const quarters = [
  quarter("2025-01-01", "2025-04-01", 6, 7),
  quarter("2025-04-01", "2026-01-01", 6, 7),
  quarter("2026-01-01", "2026-04-01", 6, 7),
  quarter("2026-04-01", "2026-07-01", 5, 6),
  quarter("2026-07-01", "2027-01-01", 6, 7),
];
const interest = new Interest({ quarters, cites: [] }, OPEN);

// By hand: one day at 6 % on 1,000.00 is 1000 × 6/36500 = 0.16438. A year at 6 % is 6.18313 %, at 7 % 7.25010 %.
// A day at 6 % and a day at 5 %: (1 + 6/36500)(1 + 5/36500) - 1 = 11/36500 + 30/36500² = 0.000301392381; on 1,000,000.00 301.39.
// The long one: a decimal reckoning of sixty places, day by day: 12412.283205… and 14656.243974…
test.each([
  ["a day", 100_000, "2025-01-01", "2025-01-02", "corporation", 16],
  ["no day", 100_000, "2025-01-01", "2025-01-01", "corporation", 0],
  ["a year at 6 %", 100_000, "2025-01-01", "2026-01-01", "corporation", 6_183],
  ["a year at 7 %", 100_000, "2025-01-01", "2026-01-01", "other", 7_250],
  ["across a change of the rate", 100_000_000, "2026-03-31", "2026-04-02", "corporation", 30_139],
  ["across all quarters, a corporation", 12_345_678, "2025-02-10", "2026-10-01", "corporation", 1_241_228],
  ["across all quarters, another importer", 12_345_678, "2025-02-10", "2026-10-01", "other", 1_465_624],
] as const)("interest for %s", (_, cents, from, to, kind, expected) => expect(interest.exact(cents, from, to, kind)).toBe(expected));

test("a leap year is divided by 366 days", () => {
  const leap = new Interest({ quarters: [quarter("2028-01-01", "2029-01-01", 6, 7)], cites: [] }, OPEN);
  // 1,000,000.00 × 6/36600 = 163.93 for a day; by 36500 it would be 164.38.
  expect(leap.exact(100_000_000, "2028-02-01", "2028-02-02", "corporation")).toBe(16_393);
});

test("the range runs from a deposit at the end of the next month to one at entry, and over both rates where the importer is not known", () => {
  // Reckoned day by day as above: from 31 March 2025 at the corporation's rate, from 10 February 2025 at the other.
  expect(interest.range(12_345_678, "2025-02-10", "2026-10-01", undefined)).toMatchObject({ min: 1_132_237, max: 1_465_624 });
  expect(interest.range(12_345_678, "2025-02-10", "2026-10-01", "corporation")).toMatchObject({ min: 1_132_237, max: 1_241_228 });
  expect(interest.range(12_345_678, "2025-02-10", "2026-10-01", "other")).toMatchObject({ min: 1_336_456, max: 1_465_624 });
});

// Ten days at 6 % on 1,000.00: 1.6438 and, on interest, 0.0012: 1.6450 and a little: 1.65.
test("before the deposit must have been made the lower end is nothing", () => expect(interest.range(100_000, "2026-03-10", "2026-03-20", "corporation")).toMatchObject({ min: 0, max: 165 }));

test("where a rate is not known the upper end is not known, and the lower end stops there", () => {
  const r = interest.range(100_000_000, "2026-11-01", "2027-01-02", "corporation");
  // From 31 December 2026, one day at 6 %: 164.38.
  expect(r).toMatchObject({ min: 16_438, max: null });
  expect(r.why.join()).toMatch(/the rate from 2027-01-01 is not known/);
});

test("a rate is known from the first day of its quarter", () => {
  const then = (day: string) => new Interest({ quarters, cites: [] }, utcDay(day)).range(100_000, "2026-03-01", "2026-04-02", "corporation").max;
  expect(then("2026-03-31")).toBeNull();
  expect(then("2026-04-01")).not.toBeNull();
});
