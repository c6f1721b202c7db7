import fc from "fast-check";
import { expect, test } from "vitest";
import { MoneyError, parseCents, parsePercent, partOf, showCents, showPercent } from "./money.js";

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
