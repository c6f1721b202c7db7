import { parseKnown } from "@truce/engine/time";
import { beforeAll, describe, expect, test } from "vitest";
import { Desks, InputError, suppositions } from "@truce/engine/desk";
import { openRegime } from "./open.js";

let desks: Desks;
beforeAll(async () => void (desks = new Desks(await openRegime())));
const at = (day: string) => parseKnown(day).at;
const caught = async (run: () => unknown): Promise<InputError> => {
  try {
    await run();
  } catch (e) {
    if (e instanceof InputError) return e;
    throw e;
  }
  throw new Error("nothing was refused");
};
const duty = async (known: string, on: string, ...names: string[]) => desks.duty({ code: "9503.00.00.73", from: "CN", on }, at(known), at(known), await suppositions(names, desks.regime, at(known)));

describe("a supposition that moves what is not known by then", () => {
  test.each(["truce-extended", "bi/truce-extension-2027-01-10"])("%s is refused on 25 October 2025", async (name) => {
    const e = await caught(() => duty("2025-10-25", "2025-10-25", name));
    expect(e.code).toBe("supposition-too-early");
    expect(e.message).toMatch(/ moves what is not known by 2025-10-25$/);
    expect(e.hint).toBe("give a later --known");
  });
  test("is laid once that is known", async () => expect((await duty("2026-10-10", "2026-10-10", "truce-extended")).outcome).toBe("settled"));
});

describe("a document that is law by then", () => {
  test("stays where it is, and that is said", async () => {
    const r = await duty("2025-10-25", "2025-10-25", "us/eo-14259");
    expect(r.additionalPercent).toBe("30");
    expect(r.warnings).toContain("supposing us/eo-14259 changes nothing in this answer: it is already law");
  });
  test("that is not known yet can be supposed", async () => {
    const r = await duty("2025-10-25", "2025-11-12", "us/eo-14358");
    expect([(await duty("2025-10-25", "2025-11-12")).additionalPercent, r.additionalPercent]).toEqual(["54", "30"]);
    expect(r.warnings.filter((w) => w.startsWith("supposing"))).toEqual([]);
  });
});

describe("one who names no supposition", () => {
  const hint = async (known: string) => (await caught(() => suppositions(["nope"], desks.regime, at(known)))).hint;
  test("is told of threats and statements known by then, and of every scenario", async () => {
    const early = await hint("2025-10-09");
    expect(early).toContain("scenarios/truce-lapses");
    expect(early).toContain("scenarios/truce-extended");
    for (const later of ["2025-10-10", "s122", "2026-10-300pct", "2027"]) expect(early).not.toContain(later);
    expect(await hint("2025-10-11")).toContain("us/threat-2025-10-10-100pct");
  });
});

describe("past the horizon", () => {
  const soybeans = async (...names: string[]) => desks.duty({ code: "1201.90.10", from: "US", on: "2026-12-01" }, at("2026-10-10"), at("2026-10-10"), await suppositions(names, desks.regime));
  test("what is supposed of a measure settles it: lapsed, or extended", async () => {
    expect((await soybeans()).outcome).toBe("beyond-horizon");
    expect(await soybeans("truce-lapses")).toMatchObject({ outcome: "settled", additionalPercent: "61.5", branches: [] });
    expect(await soybeans("truce-extended")).toMatchObject({ outcome: "settled", additionalPercent: "37.5" });
  });
  test("a supposition of something else leaves it open", async () => expect((await soybeans("excess-capacity")).outcome).toBe("beyond-horizon"));
  test("the same on the American side, where exclusions lapse too", async () => {
    const cranes = async (...names: string[]) =>
      desks.duty({ code: "8426.19.00", from: "CN", on: "2026-12-01", facts: { use: "sts-crane" } }, at("2026-10-10"), at("2026-10-10"), await suppositions(names, desks.regime));
    expect((await cranes()).outcome).toBe("beyond-horizon");
    expect((await cranes("truce-lapses")).outcome).toBe("settled");
  });
});

test("the truce's lapse on 10 November 2025, as known on 25 October: 54 new points in the United States, 34 in China", async () => {
  expect((await duty("2025-10-25", "2025-11-10", "truce-lapses")).additionalPercent).toBe("54");
  const general = desks.regimeAt(at("2025-10-25"), await suppositions(["truce-lapses"], desks.regime)).at("cn/general", parseKnown("2025-11-10").at);
  expect([general?.terms?.percent, general?.suspensions]).toEqual([340_000, []]);
});
