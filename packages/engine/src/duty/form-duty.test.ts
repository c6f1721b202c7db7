import fc from "fast-check";
import { expect, test } from "vitest";
import type { Finding } from "./find.js";
import { componentDuties, type Laid, ordinaryDuties, split } from "./form-duty.js";
import { partsOf, putsOn } from "./form-part.js";
import type { DutyResult } from "./result.js";

const due = (measure: string, heading: string, percent: number, share: number, more: Partial<Finding> = {}): Finding => ({
  measure,
  is: "due",
  why: "",
  instruments: [],
  heading,
  percent,
  share,
  kind: "adds",
  ...more,
});
/** 4202: list on all of it, the reciprocal duty on what is not steel, steel on its content of a third. */
const findings = [
  due("us/s301/list-3", "9903.88.03", 250_000, 1_000_000),
  due("us/reciprocal", "9903.01.25", 100_000, 666_667, { yields: [{ to: "us/s232/steel", heading: "9903.01.33" }] }),
  due("us/s232/steel", "9903.81.91", 500_000, 333_333, { content: { metal: "steel", share: 333_333 } }),
];
const parts = partsOf(findings) ?? [];
const laid = (values: readonly number[]): Laid => ({ parts, puts: parts.map((p) => putsOn(p, findings)), values, home: 0 });
const answer = (rounding: "cents" | "entry-7501", amounts: readonly string[], base: string) =>
  ({ components: amounts.map((amount) => ({ amount })), base: { percent: "2.6" }, amount: { base, rounding } }) as unknown as DutyResult;

test("an amount is shared out to the cent, whatever the weights", () =>
  fc.assert(
    fc.property(fc.nat(1_000_000_000_000), fc.array(fc.nat(1_000_000_000_000), { minLength: 1, maxLength: 5 }), (amount, weights) => {
      const shares = split(amount, weights, 0);
      expect(shares.reduce((n, s) => n + s, 0)).toBe(amount);
      const all = weights.reduce((n, w) => n + w, 0);
      if (all > 0) shares.forEach((s, i) => expect(Math.abs(s - Number((BigInt(amount) * BigInt(weights[i] as number)) / BigInt(all)))).toBeLessThanOrEqual(1));
    }),
  ));
test("without weights all of it stays on one line", () => expect(split(5, [0, 0], 1)).toEqual([0, 5]));
test("the rest is filed before the metal", () => expect(parts.map((p) => p.name)).toEqual(["all but the steel content", "the steel content"]));
test("metals that are more than the whole make no lines", () =>
  expect(partsOf([...findings, due("us/s232/copper", "9903.78.01", 500_000, 800_000, { content: { metal: "copper", share: 800_000 } })])).toBeUndefined());

test("under cents the lines add up to the amounts of the answer", () => {
  const duties = componentDuties(answer("cents", ["2.50", "0.67", "1.67"], "0.26"), findings, laid([667, 333]));
  expect([...duties.values()]).toEqual([
    [167, 83],
    [67, 0],
    [0, 167],
  ]);
  expect(ordinaryDuties(answer("cents", [], "0.26"), 1000, laid([667, 333]))).toEqual([17, 9]);
});
test("under entry-7501 each duty of each line is rounded by itself", () => {
  // 7 and 3 dollars: 25 % is 1.75 and 0.75, 10 % of 7 is 0.70, 50 % of 3 is 1.50, 2.6 % is 0.182 and 0.078.
  const duties = componentDuties(answer("entry-7501", ["2.50", "0.67", "1.67"], "0.26"), findings, laid([700, 300]));
  expect([...duties.values()]).toEqual([
    [175, 75],
    [70, 0],
    [0, 150],
  ]);
  expect(ordinaryDuties(answer("entry-7501", [], "0.26"), 1000, laid([700, 300]))).toEqual([18, 8]);
});
test("what is due by quantity stands on the line that carries the quantity", () => expect(ordinaryDuties(answer("cents", [], "5.26"), 1000, laid([667, 333]))).toEqual([517, 9]));
test("an ordinary duty that waits for a quantity is open on every line", () =>
  expect(ordinaryDuties({ ...answer("cents", [], "0"), amount: { base: null, rounding: "cents" } } as unknown as DutyResult, 1000, laid([667, 333]))).toEqual([undefined, undefined]));
