import { expect, test } from "vitest";
import { truce } from "../run.js";

const show = (...args: string[]): { status: string; states: { from: string | null; state: string; instruments: string[] }[] } => JSON.parse(truce(["show", ...args, "--json"]).stdout);

test("a listed party has the life of its listing", () => {
  const p = show("MOFCOM-2025-22:3", "--known", "2026-10-10", "--on", "2026-01-01");
  expect([p.status, ...p.states.map((s) => [s.from, s.state])]).toEqual([
    "stopped",
    [null, "not-yet"],
    ["2025-04-10T04:01:00Z", "active"],
    ["2025-05-13T16:00:00Z", "suspended"],
    ["2025-08-11T16:00:00Z", "stopped"],
  ]);
  expect(p.states[1]?.instruments).toEqual(["cn/uel-ecl-april-2025"]);
});
test("as it was known then", () => expect(show("MOFCOM-2025-22:3", "--known", "2025-05-01", "--on", "2025-05-01").states.map((s) => s.state)).toEqual(["not-yet", "active"]));
test("a party that no list has is said to be unknown", () => {
  const r = truce(["show", "nobody:1"]);
  expect([r.status, r.stderr]).toEqual([1, expect.stringContaining('has the id "nobody:1"')]);
});
