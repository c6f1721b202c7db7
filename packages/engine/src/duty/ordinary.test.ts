import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRate } from "../goods/index.js";
import { allocate } from "./money.js";
import { ordinaryCents, quantityNotes } from "./ordinary.js";

const q = (amount: string, unit: string) => ({ amount, unit });
const rates = ["4.4¢/kg", "$1.104/kg + 14.9%", "17.6%", "40¢/kg +10.4%"].map(parseRate);
const rate = fc.constantFrom(...rates);
const value = fc.integer({ min: 0, max: 10_000_000_000 });
const grams = fc.integer({ min: 0, max: 900_000_000 });
const kilos = (g: number): string => `${Math.floor(g / 1000)}.${String(g % 1000).padStart(3, "0")}`;

test("more value or more goods never pay less", () =>
  fc.assert(
    fc.property(rate, value, value, grams, grams, (r, a, b, g, h) => {
      const low = ordinaryCents(r, Math.min(a, b), [q(kilos(Math.min(g, h)), "kg")], "cents") as number;
      expect(low).toBeLessThanOrEqual(ordinaryCents(r, Math.max(a, b), [q(kilos(Math.max(g, h)), "kg")], "cents") as number);
    }),
  ));
test("the same goods in kilograms and in grams pay the same", () =>
  fc.assert(fc.property(rate, value, grams, (r, v, g) => void expect(ordinaryCents(r, v, [q(String(g), "g")], "cents")).toBe(ordinaryCents(r, v, [q(kilos(g), "kg")], "cents")))));
test("a line that is split differs by less than a cent for each line, and by nothing where its duty is allocated", () =>
  fc.assert(
    fc.property(rate, fc.array(fc.tuple(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 0, max: 1_000_000 })), { minLength: 1, maxLength: 8 }), (r, lines) => {
      const values = lines.map(([v]) => v);
      const all = values.reduce((a, b) => a + b, 0);
      const weight = lines.reduce((n, [, g]) => n + g, 0);
      const whole = ordinaryCents(r, all, [q(kilos(weight), "kg")], "cents") as number;
      const split = lines.reduce((n, [v, g]) => n + (ordinaryCents(r, v, [q(kilos(g), "kg")], "cents") as number), 0);
      expect(Math.abs(whole - split)).toBeLessThan(lines.length);
      expect(allocate(whole, values).reduce((a, b) => a + b)).toBe(whole);
    }),
  ));
test("parts of a compound rate are added before the cent is rounded", () =>
  expect(ordinaryCents(parseRate("0.7¢/kg on copper content + 0.7¢/kg on lead content"), 0, [q("0.5", "Cu kg"), q("0.5", "Pb kg")], "cents")).toBe(1));
test("an amount without its quantity is open, never nothing", () => {
  expect(ordinaryCents(parseRate("4.4¢/kg"), 100, [], "cents")).toBeUndefined();
  expect(ordinaryCents(parseRate("6% on the case"), 100, [q("5", "kg")], "cents")).toBeUndefined();
  expect(ordinaryCents(parseRate("See additional U.S. note 1"), 100, [], "cents")).toBeUndefined();
});
test("a reader is told what is wanted, what is of no use, and what would do", () => {
  expect(quantityNotes(parseRate("1.7¢/kg on lead content"), [q("5", "kg")], 100)).toEqual([
    'the ordinary rate needs a quantity in kg lead: --quantity AMOUNT --unit "kg lead" (g lead, t lead, lb lead, oz lead are converted)',
    "quantity in kg: given, but it cannot be converted; the ordinary rate of this line takes kg lead, g lead, t lead, lb lead, oz lead",
  ]);
  expect(quantityNotes(parseRate("6% on the case"), [], 100)).toEqual(['the ordinary rate needs the value of the case: --quantity DOLLARS --unit "USD case"']);
  expect(quantityNotes(parseRate("5%"), [q("5", "kg")], 100)).toEqual(["quantity in kg: given, but the ordinary rate of this line has no such unit"]);
});
test("a rate with two units has an example for both", () =>
  expect(quantityNotes(parseRate("4.4¢/kg + 10¢/liter"), [], 100)).toEqual([
    "the ordinary rate needs a quantity in kg and liter: --quantity AMOUNT --unit kg --quantity AMOUNT --unit liter (g, t, lb, oz, ml, hl, gal, m3, bbl are converted)",
  ]));
test("parts dearer than the whole are said, to the cent", () => {
  const rate = parseRate("6% on the case + 5.3% on the battery");
  const parts = [q("90.01", "USD case"), q("10", "USD battery")];
  expect(quantityNotes(rate, parts, 10_001)).toEqual([]);
  expect(quantityNotes(rate, parts, 10_000)).toEqual(["the value of the case and the battery is given as more than the customs value of 100.00: check --value and the quantities in dollars"]);
});
