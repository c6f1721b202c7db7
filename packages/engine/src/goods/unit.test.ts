import fc from "fast-check";
import { expect, test } from "vitest";
import { askFor, inUnit, othersLike, readUnit } from "./unit.js";

const same = (a: readonly [bigint, bigint] | undefined, b: readonly [bigint, bigint]): boolean => a !== undefined && a[0] * b[1] === b[0] * a[1];
const kinds = [
  ["kg", "g", "mg", "t", "lb", "oz", "carat"],
  ["liter", "ml", "hl", "m3", "gal", "bbl"],
  ["m", "cm", "ft"],
  ["m2", "cm2"],
  ["no", "doz", "gross", "hundred", "thousand"],
  ["pr", "doz prs"],
  ["pf. liter", "pf. gallon"],
  ["kg lead", "t lead", "lb lead"],
];
const pair = fc.constantFrom(...kinds).chain((k) => fc.tuple(fc.constantFrom(...k), fc.constantFrom(...k)));
const amount = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 13n }), fc.constant(10_000n));

test("there and back gives the same amount, exactly", () =>
  fc.assert(
    fc.property(pair, amount, ([a, b], x) => {
      const there = inUnit(x, readUnit(a), readUnit(b));
      expect(same(inUnit(there as readonly [bigint, bigint], readUnit(b), readUnit(a)), x)).toBe(true);
    }),
  ));
test("a way over a third unit is the direct way", () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds).chain((k) => fc.tuple(fc.constantFrom(...k), fc.constantFrom(...k), fc.constantFrom(...k))),
      amount,
      ([a, b, c], x) => {
        const over = inUnit(inUnit(x, readUnit(a), readUnit(b)) as readonly [bigint, bigint], readUnit(b), readUnit(c));
        expect(same(over, inUnit(x, readUnit(a), readUnit(c)) as readonly [bigint, bigint])).toBe(true);
      },
    ),
  ));
test("units of two kinds are never converted", () =>
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.constantFrom(...kinds), (a, b) => {
      if (a !== b) expect(inUnit([1n, 1n], readUnit(a[0] as string), readUnit(b[0] as string))).toBeUndefined();
    }),
  ));

test.each([
  [1, "t", "kg", 1000],
  [1, "lb", "g", 453.59237],
  [16, "oz", "lb", 1],
  [1, "bbl", "gal", 42],
  [1, "m3", "liters", 1000],
  [1, "gross", "doz.", 12],
  [1, "thousands", "No.", 1000],
  [3, "doz. prs.", "prs.", 36],
  [1, "m²", "cm2", 10_000],
  [12, "ea", "dz", 1],
  [1, "mt", "kg", 1000],
  [2, "metric tons", "tonnes", 2],
  [1, "cwt", "lb", 100],
  [1, "sqm", "m2", 1],
  [9, "sq. ft.", "yd2", 1],
  [1, "yd2", "cm2", 8361.2736],
  [1, "ft3", "liters", 28.316846592],
  [1, "cbm", "m3", 1],
  [1, "ltr", "l", 1],
  [4, "qt", "gal", 1],
  [1, "kl", "hl", 10],
  [1, "thousand m3", "m3", 1000],
  [1, "line/ gross", "gr.lines", 1],
])("%d %s are %s in the number of %d", (n, from, to, is) => {
  const [a, b] = inUnit([BigInt(n), 1n], readUnit(from), readUnit(to)) as readonly [bigint, bigint];
  expect(Number(a) / Number(b)).toBeCloseTo(is, 12);
});
test.each([
  ["kg on lead content", "Pb kg"],
  ["kg on lead content", "kg of lead"],
  ["kg on drained weight", "kg drained"],
  ["kg of total sugars", "kg ttl sug"],
  ["clean kg", "cy kg"],
  ["pf.liter", "pf. liters"],
  ["pf. liter on ethyl alcohol content", "proof liters"],
  ["kg, including weight of container", "kg contents and container"],
  ["line/gross", "gr.lines"],
  ["jewel", "Jwls."],
  ["1,000 pins", "thousand"],
  ["USD case", "$ of the case"],
])("%s and %s are one kind", (a, b) => expect(readUnit(b)).toEqual(readUnit(a)));
test.each([
  ["kg on lead content", "kg"],
  ["kg on drained weight", "kg"],
  ["pf. liter", "liter"],
  ["pr", "no"],
  ["jewel over 7", "jewel"],
  ["kg", "ton"],
  ["kg", "tons"],
])("%s and %s are not", (a, b) => expect(readUnit(b).kind).not.toBe(readUnit(a).kind));
test("a hint names the unit in short, and it is read back", () => {
  for (const unit of ["kg on lead content", "kg on entire contents of container", "clean kg", "kg, including weight of container", "1,000 pins", "line/gross", "pf. liter", "jewel over 7"])
    expect(readUnit(askFor(unit))).toEqual(readUnit(unit));
  expect(othersLike("kg on lead content")).toEqual(["kg lead", "g lead", "t lead", "lb lead", "oz lead"]);
});
