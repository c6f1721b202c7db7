import type { DutyResult } from "@truce/engine/duty";
import { expect, test } from "vitest";
import { type Answer, at, compare, compareJson } from "./compare.js";

const answer = {
  outcome: "settled",
  additionalPercent: "55",
  totalPercent: null,
  components: [{ measure: "us/a", percent: "25", instruments: ["us/x"], route: ["protest"] }],
  notDue: [{ measure: "us/b", why: "suspended before it took effect", instruments: [] }],
  missing: [],
  next: [],
  branches: [],
  candidates: [],
  warnings: ["one"],
  notCovered: ["quota status"],
  filing: ["9903.88.03"],
} as unknown as DutyResult;
const fails = (expected: Record<string, unknown>, given: Answer = answer): void => expect(() => compare(given, expected)).toThrow();

test("a case that agrees passes", () =>
  compare(answer, {
    additional: "55",
    total: "null",
    components: { "us/a": "25" },
    notDue: { "us/b": "suspended before" },
    missing: {},
    next: [],
    warns: ["one"],
    routes: { "us/a": ["protest"] },
    leavesOut: ["quota"],
  }));
test.each([
  ["another number", { additional: "54" }],
  ["a number where there is none", { total: "0" }],
  ["a component too few", { components: {} }],
  ["a component too many", { components: { "us/a": "25", "us/c": "1" } }],
  ["another reason", { notDue: { "us/b": "expired" } }],
  ["a measure that is not named", { notDue: { "us/z": "" } }],
  ["a change that is not there", { next: [{ at: "2025-11-10T05:01:00Z", additional: "79" }] }],
  ["a warning that is not given", { warns: ["two"] }],
  ["another route", { routes: { "us/a": ["protest", "court"] } }],
  ["a gap that is not said", { leavesOut: ["drawback"] }],
  ["a word that must not be there", { lacks: ["9903.88.03"] }],
  ["a key that does not exist", { additonal: "55" }],
  ["an error where there is an answer", { error: "bad-code" }],
])("%s fails", (_, expected) => fails(expected));
test("an answer where there is an error fails", () => fails({ additional: "55" }, { error: { code: "bad-code" } }));
test("another error fails", () => fails({ error: "bad-date" }, { error: { code: "bad-code" } }));

const json = {
  a: {
    b: [
      { id: "x", n: [1] },
      { id: "y", n: [] },
    ],
  },
  none: null,
};
test.each([
  ["a.b[].id", ["x", "y"]],
  ["a.b.0.id", "x"],
  ["a.b.length", 2],
  ["a.c.d", undefined],
  ["a.b[].n[]", [[1], []]],
] as const)("the path %s", (path, value) => expect(at(json, path)).toEqual(value));
test("parts of a JSON object", () => {
  compareJson(json, { "a.b[].id": { has: "x", lacks: "z" }, "a.b.length": "2", none: "null", a: { says: "y" } });
  expect(() => compareJson(json, { "a.b[].id": { has: "z" } })).toThrow();
  expect(() => compareJson(json, { "a.b[].id": { lacks: ["z", "y"] } })).toThrow();
  expect(() => compareJson(json, { "a.c": "1" })).toThrow();
});
