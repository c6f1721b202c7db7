import { parseKnown, parseOn, WASHINGTON } from "@truce/engine/time";
import { beforeAll, describe, expect, test } from "vitest";
import { Desks, suppositions } from "@truce/engine/desk";
import { openRegime } from "../grounds/open.js";
import { showId } from "@truce/engine/answers/show-id";
import { showPage } from "./pages/show.js";

let desks: Desks;
beforeAll(async () => void (desks = new Desks(await openRegime())));
const ask = async (id: string, known = "2026-10-10", on = "2025-10-25", suppose: string[] = []) => {
  const now = parseKnown(known).at;
  return showId(desks, id, { on: parseOn(on, WASHINGTON).at, known: now, now, supposed: await suppositions(suppose, desks.regime) });
};
// biome-ignore lint/suspicious/noExplicitAny: the tests read into every kind of answer
const show = ask as (...args: Parameters<typeof ask>) => Promise<any>;

test("EO 14298 sets 34 and suspends it: 125 % before, suspended after", async () => {
  const r = await show("us/eo-14298", "2025-06-01");
  expect(r).toMatchObject({ what: "instrument", day: "2025-05-12", standing: "law", expires: "2025-08-12T04:01:00Z" });
  expect(r.acts.map((a: { do: string }) => a.do)).toEqual(["set", "suspend", "impose"]);
  expect(r.acts[0].effects).toEqual([{ measure: "us/reciprocal/cn", at: "2025-05-14T04:01:00Z", before: "125 %", after: "suspended (34 %)" }]);
});

test("a document names those that changed it, as known, and an extension what it extends", async () => {
  expect(await show("us/eo-14298", "2025-08-01")).toMatchObject({ extendedBy: [] });
  const r = await show("us/eo-14298", "2025-10-25");
  expect(r).toMatchObject({ extendedBy: ["us/eo-14334"], amendedBy: [], expires: "2025-08-12T04:01:00Z" });
  expect(showPage(r)).toContain("extended by us/eo-14334");
  expect((await show("us/eo-14334", "2025-10-25")).acts[0]).toMatchObject({ of: "us/eo-14298", measures: ["us/reciprocal/cn"] });
  expect(await show("us/bis-affiliates-rule", "2025-11-12")).toMatchObject({ amendedBy: ["us/bis-affiliates-stay"] });
  // What both sides only said changes no law.
  expect(await show("us/bis-affiliates-stay", "2026-10-10")).toMatchObject({ extendedBy: [] });
});

test("where one account is later than what is known, the others show", async () => {
  const firms = (r: { conflicts: { about: string }[] }) => r.conflicts.find((c) => c.about === "firms reached");
  expect(firms(await show("us/bis-affiliates-rule", "2025-10-21"))).toBeUndefined();
  const r = await show("us/bis-affiliates-rule", "2025-10-25");
  expect(firms(r)).toEqual({ about: "firms reached", accounts: [{ says: "more than 20,000 in China", by: "WireScreen, 2025-10-22" }] });
  expect(r.unconfirmed).toEqual(["the number of firms reached: BIS gave none with the rule of 2025-09-29"]);
  expect(firms(await show("us/bis-affiliates-rule", "2026-10-10"))).toMatchObject({ accounts: { length: 2 }, uses: "neither is official" });
});

test("the probe of forced labor was known before its duty", async () => {
  expect((await show("us/s301-forced-labor-2026", "2026-03-12")).acts.map((a: { do: string }) => a.do)).toEqual(["investigate"]);
  expect(await show("us/s301-forced-labor-2026", "2026-06-02")).toMatchObject({ effective: [], acts: { length: 2 }, cites: { length: 4 } });
  expect(await show("us/s301-forced-labor-2026", "2026-07-24")).toMatchObject({ effective: ["2026-07-24T04:01:00Z"] });
});

test("an extension is told at the end that it moved", async () => {
  const r = await show("us/eo-14334", "2025-08-13");
  expect(r.acts[0].effects[0]).toMatchObject({ at: "2025-08-12T04:01:00Z", before: expect.stringContaining("34 %"), after: expect.stringContaining("suspended") });
});

test("the country rate lived through 84, 125 and a suspended 34", async () => {
  const r = await show("us/reciprocal/cn", "2025-10-25");
  expect(r).toMatchObject({ what: "measure", sort: "duty" });
  expect(r.states.map((s: { standing: string; percent: string }) => `${s.standing} ${s.percent}`)).toEqual(["in-force 84", "in-force 125", "suspended 34", "in-force 34"]);
  expect(r.states.at(-1)).toMatchObject({ from: "2025-11-10T05:01:00Z", until: null });
  expect(r.displaces[0]).toMatchObject({ measures: ["us/reciprocal"], extent: "whole" });
  expect(r.exceptions.map((e: { id: string }) => e.id)).toContain("us/reciprocal/annex-ii");
});

test("China's general duty stands at 10 with 24 of its 34 points suspended", async () => {
  const r = await show("cn/general", "2025-10-25");
  expect(r.now).toMatchObject({ standing: "in-force", percent: "10", suspendedPercent: "24", text: "10 % (24 of 34 points suspended)" });
});

test("a meeting shows what was known of it", async () => {
  expect(await show("bi/summit-busan", "2025-10-25")).toMatchObject({ what: "meeting", status: "planned", days: ["2025-10-30"], place: "South Korea", outcome: null });
  expect(await show("bi/summit-busan", "2025-10-31")).toMatchObject({ status: "held", place: "Busan, South Korea" });
});

test("a pledge has its reports, an investigation its dates, a list its notices", async () => {
  expect((await show("bi/pledge/soybeans-2025", "2025-12-01")).reports).toHaveLength(1);
  expect((await show("us/s301/phase-one", "2025-10-25")).dates.map((d: { day: string }) => d.day)).toEqual(["2025-10-31", "2025-12-01", "2025-12-16"]);
  expect((await show("cn/uel", "2025-10-25")).notices.map((n: { instrument: string }) => n.instrument)).toContain("cn/uel-2025-10-09");
});

describe("an id that names nothing", () => {
  test("gives the nearest", async () => await expect(ask("us/eo-14299")).rejects.toMatchObject({ code: "unknown-id", hint: expect.stringContaining("us/eo-14298") }));
  test("that was announced later is only not known by then", async () =>
    await expect(ask("us/eo-14358", "2025-10-25")).rejects.toMatchObject({ code: "unknown-id", message: "us/eo-14358 is not known by 2025-10-25T23:59:00Z" }));
  test("is never helped with ids of later documents", async () => await expect(ask("us/eo-14359", "2025-10-25")).rejects.toMatchObject({ hint: expect.not.stringContaining("14358") }));
});

test("a threat is not law until it is supposed", async () => {
  const threat = "us/threat-2025-10-10-100pct";
  expect(await show("us/threatened/2025-10-10", "2025-10-25", "2025-11-05")).toMatchObject({ sort: "threatened", now: null, states: [] });
  expect((await show("us/threatened/2025-10-10", "2025-10-25", "2025-11-05", [threat])).now).toMatchObject({ standing: "in-force", percent: "100" });
  expect((await show("us/fentanyl/cn", "2025-10-25", "2025-11-05", [threat])).warnings).toContain(`supposing ${threat} changes nothing in this answer`);
});

describe("past the last day to which the regime was checked", () => {
  test("a state that began there is as published; unchecked", async () => {
    const r = await ask("cn/general", "2026-10-10", "2026-11-25");
    expect(r).toMatchObject({ unchecked: true });
    expect(r.warnings.join()).toContain("whether it came so is not known");
    expect(showPage(r)).toContain("34 % (as published; unchecked)");
  });
  test("a state that began before it has only the warning of the day", async () => {
    const r = await show("us/s301/list-3", "2026-10-10", "2026-11-25");
    expect(r.unchecked).toBeUndefined();
    expect(r.warnings).toEqual(["the regime was checked to 2026-10-10: what was published or decided after that day is not in this answer"]);
  });
  test("so has a document", async () => {
    expect((await show("us/eo-14358", "2026-10-10", "2026-11-25")).warnings).toHaveLength(1);
    expect((await show("us/eo-14358", "2026-10-10", "2026-10-10")).warnings).toEqual([]);
  });
});

test("China's cars and parts were spared to 31 March 2019, and since then without an end", async () => {
  const end = async (known: string) => (await show("cn/ctc-2018-10", known, known)).acts.map((a: { until: string | null }) => a.until);
  expect(await end("2019-01-15")).toEqual(["2019-03-31T16:00:00Z"]);
  expect(await end("2019-04-02")).toEqual(["2019-03-31T16:00:00Z", null]);
});

test("everything that can be shown has a page", async () => {
  const ids = [...new Set(desks.regime.law.instruments.flatMap((i) => [i.id, ...i.acts.flatMap((a) => (a.do === "impose" || a.do === "except" ? [a.measure] : a.do === "pledge" ? [a.pledge] : []))]))];
  for (const id of ids) expect(showPage(await ask(id)), id).toContain(id);
});
