import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRate } from "./rate.js";

const ppm = fc.integer({ min: 1, max: 3500 }).map((n) => n * 1000);
const unit = fc.constantFrom("kg", "liter", "m3", "each", "pf. liter", "doz.", "t");
const percentText = (p: number): string => `${p / 10_000}%`;
const cents = fc.integer({ min: 1, max: 99_999 }).map((n) => ({ text: `${n / 100}¢`, micro: n * 100 }));
const dollars = fc.integer({ min: 1, max: 99_999 }).map((n) => ({ text: `$${n / 1000}`, micro: n * 1000 }));

test("a rate that is written out is read back part by part", () =>
  fc.assert(
    fc.property(fc.option(ppm), fc.array(fc.tuple(fc.oneof(cents, dollars), unit), { maxLength: 3 }), (p, parts) => {
      const pieces = [...parts.map(([m, u]) => `${m.text}/${u}`), ...(p === null ? [] : [percentText(p)])];
      if (pieces.length === 0) return;
      const rate = parseRate(pieces.join(" + "));
      expect(rate.words).toBeUndefined();
      expect(rate.percent).toBe(p ?? 0);
      expect(rate.specific.map((s) => [s.micro, s.unit])).toEqual(parts.map(([m, u]) => [m.micro, u.replace(/\.$/, "")]));
      expect(parseRate(rate.text)).toEqual(rate);
    }),
  ));

test.each([
  ["Free", 0, []],
  ["17.6%", 176_000, []],
  ["4.4¢/kg", 0, [{ micro: 44_000, unit: "kg" }]],
  ["$1.104/kg + 14.9%", 149_000, [{ micro: 1_104_000, unit: "kg" }]],
  ["6.3¢/liter", 0, [{ micro: 63_000, unit: "liter" }]],
])("%s", (text, percent, specific) => expect(parseRate(text)).toMatchObject({ percent, specific }));

test.each(["The rate applicable to the article", "1¢/kg less 2%", "not less than 5%", ""])("%j is kept as words, never read as free", (text) => {
  expect(parseRate(text).percent).toBeUndefined();
  expect(parseRate(text).words).toBeDefined();
});
