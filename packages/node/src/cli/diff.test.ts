import { parseKnown } from "@truce/engine/time";
import { beforeAll, expect, test } from "vitest";
import { Desks, suppositions } from "@truce/engine/desk";
import { openRegime } from "../grounds/open.js";
import { difference } from "@truce/engine/answers/diff";
import { diffPage } from "./pages/diff.js";

let desks: Desks;
beforeAll(async () => void (desks = new Desks(await openRegime())));
const NOW = parseKnown("2026-10-10").at;
const ask = async (a: string, b: string, on?: string, suppose: string[] = [], now = NOW) =>
  difference(desks, { a: parseKnown(a).at, b: parseKnown(b).at, now, ...(on === undefined ? {} : { on }), supposed: await suppositions(suppose, desks.regime) });

test("the answers are of now, where no day is given", async () => {
  const d = await ask("2025-10-25", "2025-11-15");
  expect(d.on).toBe("2026-10-10T19:59:00-04:00");
  expect(d.instruments.map((i) => i.id)).toContain("us/eo-14358");
  expect(d.answers.find((x) => x.code === "4202.92.31.31")).toMatchObject({ before: { additionalPercent: "79" }, after: { additionalPercent: "45" } });
  expect(d.warnings).toEqual([]);
});

test("each of the two moments has its warning of the twelve hours after it", async () => {
  const { warnings } = await ask("2025-11-04T17:00Z", "2026-02-20T20:00Z", "2026-02-21");
  const soon = warnings.filter((w) => w.includes("within 12 hours"));
  expect(soon.some((w) => w.startsWith("us/eo-14358"))).toBe(true);
  expect(soon.some((w) => w.startsWith("us/proc-11012-s122"))).toBe(true);
});

test("past the horizon nothing is said to be nothing", async () => {
  const d = await ask("2026-10-10", "2026-11-20", undefined, [], parseKnown("2026-11-25").at);
  expect(d.instruments).toEqual([]);
  expect(d.warnings.some((w) => w.includes("checked to 2026-10-10"))).toBe(true);
  expect(diffPage(d)).toContain("checked to 2026-10-10");
  expect((await ask("2026-10-10", "2026-11-20", "2026-10-01")).warnings.some((w) => w.includes("what was announced between that day"))).toBe(true);
});

test("a change of what is possible past the horizon is a change", async () => {
  const d = await ask("2026-09-20", "2026-10-10", "2026-12-01");
  expect(d.answers.find((x) => x.code === "1201.90.11")?.after.branches?.length).toBeGreaterThan(1);
});

test("a supposition that changes nothing is said", async () => {
  expect((await ask("2025-10-25", "2025-11-15", "2025-10-25", ["truce-lapses"])).warnings).toContain("supposing scenarios/truce-lapses changes nothing in this answer");
  expect((await ask("2025-10-25", "2025-10-26", "2025-11-05", ["us/eo-14257"])).warnings).toContain("supposing us/eo-14257 changes nothing in this answer: it is already law");
});
