import { type Instrument, pastHorizon } from "@truce/engine/law";
import { status } from "@truce/engine/outlook";
import { parseKnown, parseOn, WASHINGTON } from "@truce/engine/time";
import { beforeAll, expect, test } from "vitest";
import { Desks, suppositions } from "@truce/engine/desk";
import { openRegime } from "../grounds/open.js";

let desks: Desks;
beforeAll(async () => void (desks = new Desks(await openRegime())));
const ask = (on: string, known: string, supposed: readonly Instrument[] = []) =>
  status(desks.regimeAt(parseKnown(known).at, supposed), parseOn(on, WASHINGTON).at, parseKnown(known).at, desks.regime.law.horizon);

test("a threat is listed from the day on which it was made", () => {
  const ids = (on: string) => ask(on, "2025-10-25").threatened.map((t) => t.id);
  expect(ids("2025-10-25")).toContain("us/threat-2025-10-10-100pct");
  expect(ids("2025-10-09")).not.toContain("us/threat-2025-10-10-100pct");
});

test("before there was a truce there is none, since no day", () => expect(ask("2025-05-01", "2025-10-25").truce).toMatchObject({ state: "none", since: null, expires: { us: null, cn: null } }));

test("an end that an extension moved to an inferred clock is inferred", () => {
  const at = (known: string, measure: string) => ask(known, known).pending.find((p) => p.measure === measure);
  expect(at("2025-11-06", "cn/general")).toMatchObject({ at: "2026-11-10T05:01:00Z", by: ["cn/ctc-2025-10"], inferred: true });
  expect(at("2025-11-06", "us/reciprocal/cn")?.inferred).toBeUndefined();
  expect(ask("2025-11-06", "2025-11-06").truce.expiresBy).toEqual({ us: { instrument: "us/eo-14358", inferred: false }, cn: { instrument: "cn/ctc-2025-10", inferred: true } });
});

test("the components of annex III of the drones are pending", () => {
  const drones = ask("2026-10-10", "2026-10-10").pending.find((p) => p.measure === "us/s232/drones");
  expect(drones).toMatchObject({ at: "2027-02-09T05:01:00Z", by: ["us/proc-11055-uas"] });
});

test("past its end the truce was said to be extended; with its lapse supposed it has lapsed", async () => {
  expect(ask("2026-12-01", "2026-10-10").truce.state).toBe("said-extended");
  expect(ask("2026-12-01", "2026-10-10", await suppositions(["truce-lapses"], desks.regime)).truce.state).toBe("lapsed");
  expect(ask("2026-12-01", "2026-10-10").warnings).toContain(pastHorizon(parseOn("2026-12-01", WASHINGTON).at, "2026-10-10")[0]);
});
