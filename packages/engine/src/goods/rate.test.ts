import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRate } from "./rate.js";

const ppm = fc.integer({ min: 1, max: 3500 }).map((n) => n * 1000);
const unit = fc.constantFrom("kg", "liter", "m3", "each", "pf. liter", "doz.", "t");
const percentText = (p: number): string => `${p / 10_000}%`;
const cents = fc.integer({ min: 1, max: 99_999 }).map((n) => ({ text: `${n / 100}¢`, nano: n * 100_000 }));
const dollars = fc.integer({ min: 1, max: 99_999 }).map((n) => ({ text: `$${n / 1000}`, nano: n * 1_000_000 }));

test("a rate that is written out is read back part by part", () =>
  fc.assert(
    fc.property(fc.option(ppm), fc.array(fc.tuple(fc.oneof(cents, dollars), unit), { maxLength: 3 }), (p, parts) => {
      const pieces = [...parts.map(([m, u]) => `${m.text}/${u}`), ...(p === null ? [] : [percentText(p)])];
      if (pieces.length === 0) return;
      const rate = parseRate(pieces.join(" + "));
      expect(rate.words).toBeUndefined();
      expect(rate.percent).toBe(p ?? 0);
      expect(rate.specific.map((s) => [s.nano, s.unit])).toEqual(parts.map(([m, u]) => [m.nano, u.replace(/\.$/, "")]));
      expect(parseRate(rate.text)).toEqual(rate);
    }),
  ));

test.each([
  ["Free", 0, []],
  ["17.6%", 176_000, []],
  ["4.4¢/kg", 0, [{ nano: 44_000_000, unit: "kg" }]],
  ["$1.104/kg + 14.9%", 149_000, [{ nano: 1_104_000_000, unit: "kg" }]],
  ["6.3¢/liter", 0, [{ nano: 63_000_000, unit: "liter" }]],
  ["89.6¢/1000", 0, [{ nano: 896_000_000, unit: "1000" }]],
  ["2.8¢/doz.", 0, [{ nano: 28_000_000, unit: "doz" }]],
  ["4.5¢/ liter", 0, [{ nano: 45_000_000, unit: "liter" }]],
  ["40¢/kg +10.4%", 104_000, [{ nano: 400_000_000, unit: "kg" }]],
  ["0.3¢/line/ gross + 4.6%", 46_000, [{ nano: 3_000_000, unit: "line/gross" }]],
  [
    "0.7¢/kg on copper content + 0.7¢/kg on lead content",
    0,
    [
      { nano: 7_000_000, unit: "kg on copper content" },
      { nano: 7_000_000, unit: "kg on lead content" },
    ],
  ],
  ["6.5% on the entire set", 65_000, []],
  ["$2.50/thou- sand + 40%", 400_000, [{ nano: 2_500_000_000, unit: "thousand" }]],
])("%s", (text, percent, specific) => expect(parseRate(text)).toMatchObject({ percent, specific }));

test("a rate by degrees of sugar keeps its step and its floor", () =>
  expect(parseRate("1.4606¢/kg less 0.020668¢/kg for each degree under 100 degrees (and fractions of a degree in proportion) but not less than 0.943854¢/kg").specific).toEqual([
    { nano: 14_606_000, unit: "kg", less: { nano: 206_680, under: 100, atLeast: 9_438_540 } },
  ]));
test("a percentage on a part of the article asks for the value of that part", () => {
  expect(parseRate("44¢ each + 6% on the case + 5.3% on the battery").partial).toEqual([
    { percent: 60_000, of: "case" },
    { percent: 53_000, of: "battery" },
  ]);
  expect(parseRate("2.5% on the value of the lead content").partial).toEqual([{ percent: 25_000, of: "lead content" }]);
});

test.each(["33 1/3%", "5% or 2¢/kg, whichever is greater", "4.3% + 1.7¢/jewel + 0.2¢ for each other piece", "The rate applicable to the article", "1¢/kg less 2%", "not less than 5%", ""])(
  "%j is kept as words, never read as free",
  (text) => {
    expect(parseRate(text).percent).toBeUndefined();
    expect(parseRate(text).words).toBeDefined();
  },
);
