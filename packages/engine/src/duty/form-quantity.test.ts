import fc from "fast-check";
import { expect, test } from "vitest";
import { netQuantity } from "./form-quantity.js";

test.each([
  ["2.5", "t", ["kg"], "2500", "kg"],
  ["1", "lb", ["No.", "kg"], "0.45359237", "kg"],
  ["100", "No.", ["doz.", "kg"], "8.3333", "doz."],
  ["12", "No.", ["doz.", "kg"], "1", "doz."],
  ["0", "t", ["kg"], "0", "kg"],
  ["5", "kg", ["Pb kg"], "5", "kg"],
  ["5", "kg", [], "5", "kg"],
  ["1.50", "Pb t", ["kg", "Pb kg"], "1500", "Pb kg"],
] as const)("%s %s on a line of %j is %s %s", (amount, unit, units, net, own) => expect(netQuantity({ amount, unit }, units)).toEqual({ amount: net, unit: own, given: { amount, unit } }));
test("a quantity in the unit of the line is what it was", () =>
  fc.assert(
    fc.property(fc.nat(999_999_999), (n) => void expect(netQuantity({ amount: String(n), unit: "kg" }, ["kg"])).toEqual({ amount: String(n), unit: "kg", given: { amount: String(n), unit: "kg" } })),
  ));
