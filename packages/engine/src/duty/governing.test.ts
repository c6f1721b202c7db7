import { describe, expect, test } from "vitest";
import { parseInstant, parseOn, WASHINGTON, type When } from "../time/index.js";
import { decidedBy, governing } from "./governing.js";

const on: When = { at: parseInstant("2025-05-20T12:00-04:00"), day: undefined };
const by = (facts: Record<string, string>, when = on) => governing(when, new Map(Object.entries(facts)), "us", WASHINGTON);
const bare = parseOn("2025-05-20", WASHINGTON);

test("an entry is governed by its own instant", () => expect(by({})).toMatchObject({ at: on.at, moved: false, by: { fact: "on", cites: ["19 CFR 141.68"] } }));
test("an in-bond entry by its acceptance", () =>
  expect(by({ "entered-bond": "2025-05-10" })).toMatchObject({ at: parseInstant("2025-05-10T12:00-04:00"), day: "2025-05-10", by: { fact: "entered-bond" } }));
test("acceptance on the very day changes nothing", () => expect(by({ "entered-bond": "2025-05-20" }).at).toBe(on.at));
test("acceptance after the entry is refused", () => expect(() => by({ "entered-bond": "2025-05-21" })).toThrow("after the goods were entered"));
test("China knows no such rule here", () => expect(governing(on, new Map([["entered-bond", "2025-05-10"]]), "cn", WASHINGTON).at).toBe(on.at));
test("a withdrawal from warehouse governs in place of the time asked about", () =>
  expect(by({ withdrawn: "2025-05-01T09:00-04:00" })).toMatchObject({ at: parseInstant("2025-05-01T09:00-04:00"), by: { fact: "withdrawn" } }));
test("a withdrawal later on the day asked about is not after it", () => expect(by({ withdrawn: "2025-05-20T18:00-04:00" }, bare).at).toBe(parseInstant("2025-05-20T18:00-04:00")));
test("a withdrawal after the entry is refused", () => expect(() => by({ withdrawn: "2025-05-20T12:01-04:00" })).toThrow("after the goods were entered"));

describe("a foreign trade zone", () => {
  test("fixes the rate at admission for privileged goods", () => {
    const g = by({ "zone-admitted": "2025-03-01", "zone-status": "privileged" });
    expect(g).toMatchObject({ at: parseInstant("2025-03-01T12:00-05:00"), left: on.at, by: { fact: "zone-admitted", cites: ["19 CFR 146.65(a)(1)"] } });
  });
  test("does not for others", () => expect(by({ "zone-admitted": "2025-03-01", "zone-status": "non-privileged" })).toMatchObject({ at: on.at, by: { fact: "on", cites: ["19 CFR 146.65(a)(2)"] } }));
  test("leaves both open where the status is not given", () => expect(by({ "zone-admitted": "2025-03-01" })).toMatchObject({ at: on.at, either: parseInstant("2025-03-01T12:00-05:00") }));
  test("cannot be entered after the goods left it", () => expect(() => by({ "zone-admitted": "2025-05-21" })).toThrow("after the goods were entered"));
  test("does not go with an in-bond entry that governs", () => expect(() => by({ "zone-admitted": "2025-03-01", "entered-bond": "2025-02-01" })).toThrow("both given"));
});

test("a rule for goods under way is named with the fact that met it", () => {
  const at = parseInstant("2025-04-04T23:59-04:00");
  const d = decidedBy(by({}), [{ relieved: true, fact: "loaded", at, why: "loaded in time", heading: "9903.01.28", exception: "us/x", instruments: [] }], WASHINGTON);
  expect(d).toMatchObject({ fact: "loaded", at: "2025-04-04T23:59:00-04:00", cites: ["HTS 9903.01.28", "19 CFR 141.68"] });
  expect(d.why).toContain("9903.01.28; for all else the rates in force at the time of entry");
});
