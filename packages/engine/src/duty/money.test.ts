import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate, MoneyError, parseCents, parsePercent, partOf, showCents, showPercent, wholeDollars } from "./money.js";

const cents = fc.integer({ min: 0, max: 1_000_000_000_000 });
const ppm = fc.integer({ min: 0, max: 3_000_000 });

test("a part of an amount is exact, also above 2^53", () =>
  fc.assert(
    fc.property(cents, ppm, (c, p) => void expect(partOf(c, p)).toBe(Number((BigInt(c) * BigInt(p) + 500_000n) / 1_000_000n))),
    { numRuns: 2000 },
  ));

test("half a cent goes up", () => {
  expect(partOf(100, 75_000)).toBe(8);
  expect(partOf(50, 10_000)).toBe(1);
  expect(partOf(49, 10_000)).toBe(0);
});

test("amounts are read back as they are shown", () => fc.assert(fc.property(cents, (c) => void expect(parseCents(showCents(c))).toBe(c))));
test("rates are read back as they are shown", () => fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999 }), (p) => void expect(parsePercent(showPercent(p))).toBe(p))));

test.each(["-1", "1.005", "1e3", "", "10000000000.01", "1,000", "٣"])("the amount %j is refused", (text) => expect(() => parseCents(text)).toThrow(MoneyError));
test.each([
  ["0", 0],
  ["1250.5", 125_050],
  ["10000000000.00", 1_000_000_000_000],
] as const)("%s is %i cents", (text, c) => expect(parseCents(text)).toBe(c));
test.each([
  ["7.5", 75_000],
  ["0.3464", 3464],
  ["100", 1_000_000],
] as const)("%s %% is %i parts per million", (text, p) => expect(parsePercent(text)).toBe(p));
test.each(["7.50001", "-1", "x", ""])("the rate %j is no rate", (text) => expect(parsePercent(text)).toBeUndefined());

const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 12 });
test("an amount that is split loses no cent, and no part is off by a cent or more", () =>
  fc.assert(
    fc.property(cents, weights, (c, w) => {
      const parts = allocate(c, w);
      expect(parts.reduce((a, b) => a + b)).toBe(c);
      const all = w.reduce((a, b) => a + b, 0);
      if (all > 0)
        parts.forEach((p, i) => {
          const off = BigInt(p) * BigInt(all) - BigInt(c) * BigInt(w[i] as number);
          expect(off < BigInt(all) && off > -BigInt(all)).toBe(true);
        });
    }),
  ));
test("what weighs nothing gets nothing, unless all weigh nothing", () =>
  fc.assert(
    fc.property(cents, weights, (c, w) => {
      if (w.some((x) => x > 0)) allocate(c, w).forEach((p, i) => void (w[i] === 0 && expect(p).toBe(0)));
    }),
  ));
test.each([
  [100, [1, 1, 1], [34, 33, 33]],
  [101, [1, 1, 1], [34, 34, 33]],
  [5, [0, 0], [3, 2]],
  [7, [50, 50], [4, 3]],
  [0, [1, 2], [0, 0]],
])("%d by %j", (c, w, parts) => expect(allocate(c, w)).toEqual(parts));
test.each([
  [1, []],
  [-1, [1]],
  [1, [-1, 2]],
  [1.5, [1]],
])("%d by %j is refused", (c, w) => expect(() => allocate(c, w)).toThrow(RangeError));

test("half a dollar goes up", () => {
  expect(wholeDollars(12_350)).toBe(12_400);
  expect(wholeDollars(12_349)).toBe(12_300);
  expect(wholeDollars(49)).toBe(0);
});
