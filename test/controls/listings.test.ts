import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import { parse } from "yaml";
import { beforeAll, describe, expect, test } from "vitest";
import { freshness, freshnessSays, type Listing, type ListingState, type ListCopy, type ListKind, listingState, type Party } from "@truce/engine/controls";
import { type Instant, parseKnown, parseOn, toUtc, WASHINGTON } from "@truce/engine/time";
import { Desks, type Regime } from "@truce/engine/desk";
import { openRegime } from "../../packages/node/dist/grounds/open.js";

/* Golden cases were read from the notices and statements that they cite. */
interface Case {
  readonly ask: string;
  readonly given: { readonly notice?: string; readonly party?: string; readonly on: string; readonly known: string };
  readonly expect: { readonly state: string; readonly effective?: string; readonly until?: string; readonly doubt?: string };
  readonly because: string;
}
const cases = parse(readFileSync(fileURLToPath(new URL("listings.yaml", import.meta.url)), "utf8"), { schema: "failsafe" }) as Case[];
/* The table from which the regime was made, where it lies beside the project. */
const FACTS = fileURLToPath(new URL("../../../shared/facts/cn/cn_entity_lists.csv", import.meta.url));

let regime: Regime;
let desks: Desks;
let kinds: ReadonlyMap<string, ListKind>;
let every: readonly { readonly party: Party; readonly copy: ListCopy }[];
beforeAll(async () => {
  regime = await openRegime();
  desks = new Desks(regime);
  kinds = new Map(regime.law.lists.map((k) => [k.code, k]));
  every = regime.copies.flatMap((copy) => copy.parties.map((party) => ({ party, copy })));
});
const at = (on: string): Instant => parseOn(on, WASHINGTON).at;
function state(one: { readonly party: Party; readonly copy: ListCopy }, on: Instant, known: Instant): ListingState {
  return listingState(one.party.listing, one.copy, kinds.get(one.party.listing.list) as ListKind, desks.regimeAt(known, []), on);
}

describe("golden: how a listing stands on a day, by what was known", () => {
  test("there are enough cases, each with its citation", () => {
    expect(cases.length).toBeGreaterThanOrEqual(30);
    expect(cases.filter((c) => !c.because)).toEqual([]);
  });
  test.each(cases.map((c) => [c.ask, c] as const))("%s", (_, c) => {
    const found = every.find((e) => (c.given.party === undefined ? e.party.listing.notice === c.given.notice : e.party.id === c.given.party));
    const s = state(found as (typeof every)[number], at(c.given.on), parseKnown(c.given.known).at);
    const shown = {
      state: s.state,
      ...(s.effective === undefined ? {} : { effective: toUtc(s.effective) }),
      ...(s.until === undefined ? {} : { until: toUtc(s.until) }),
      ...(s.doubt === undefined ? {} : { doubt: s.doubt }),
    };
    expect(shown).toEqual(c.expect);
    if (s.state !== "not-known" && s.doubt === undefined && c.given.notice !== undefined) expect(s.by.length).toBeGreaterThan(0);
  });
});

test("a listing that acts made says by which documents, and their citations", () => {
  const one = every.find((e) => e.party.listing.notice === "MOFCOM-2025-22") as (typeof every)[number];
  expect(state(one, at("2025-09-01"), parseKnown("2025-09-01").at)).toMatchObject({ state: "stopped", by: ["cn/uel-ecl-april-2025"] });
  expect(state(one, at("2025-04-20"), parseKnown("2025-04-20").at).cites).toEqual(["商务部公告2025年第22号"]);
});

test("no party of China has a notice that the regime does not list", () => {
  const known = parseKnown("2026-10-10").at;
  const lost = every.filter((e) => e.copy.id === "cn" && state(e, at("2026-10-10"), known).state === "not-known").map((e) => e.party.id);
  expect(lost).toEqual([]);
});

test.runIf(existsSync(FACTS))("of all 270 parties the status of 29 September 2026 is that of the facts", () => {
  const rows = parseCsv(readFileSync(FACTS, "utf8"), { columns: true }) as Record<string, string>[];
  const known = parseKnown("2026-09-29").at;
  const said = new Map(every.filter((e) => e.copy.id === "cn").map((e) => [e.party.id, state(e, at("2026-09-29"), known).state]));
  expect(rows).toHaveLength(270);
  expect(rows.filter((r) => said.get(r["entry_id"] as string) !== r["status_2026_09_29"]).map((r) => r["entry_id"])).toEqual([]);
});

describe("whatever the two clocks", () => {
  const day = fc.integer({ min: 0, max: 1000 }).map((n) => parseKnown(new Date(Date.UTC(2024, 11, 1) + n * 86_400_000).toISOString().slice(0, 10)).at);
  test("a notice is not known before it was published, and always after", () => {
    const cn = every.filter((e) => e.copy.id === "cn");
    fc.assert(
      fc.property(fc.constantFrom(...cn), day, day, (one, on, known) => {
        const s = state(one, on, known);
        expect(s.state === "not-known").toBe(known < parseKnown(one.party.listing.from as string).at);
        if (s.effective !== undefined) expect(s.effective).toBeGreaterThan(on);
        if (s.until !== undefined) expect(s.until).toBeGreaterThan(on);
      }),
      { numRuns: 300 },
    );
  });
  test("the state at the instant of a change is what was foretold", () => {
    const cn = every.filter((e) => e.copy.id === "cn");
    fc.assert(
      fc.property(fc.constantFrom(...cn), day, day, (one, on, known) => {
        const s = state(one, on, known);
        if (s.effective !== undefined) expect(state(one, s.effective, known).state).toBe("active");
        if (s.until !== undefined) expect(state(one, s.until, known).state).not.toBe("active");
      }),
      { numRuns: 300 },
    );
  });
});

describe("a copy that was imported", () => {
  const listing: Listing = { list: "CONTROL", notice: "MOFCOM-2027-99", from: "2026-11-20" };
  const copy: ListCopy = { id: "x", title: "x", lists: ["CONTROL"], asOf: "2026-11-20", missing: [], source: { publisher: "x", title: "x" }, parties: [], imported: true };
  const ask = (c: ListCopy, known: string): ListingState => listingState(listing, c, kinds.get("CONTROL") as ListKind, desks.regimeAt(parseKnown(known).at, []), at("2026-11-21"));
  test("counts by its own day where the regime knows no act of the notice, and says so", () => {
    expect(ask(copy, "2026-11-21")).toMatchObject({ state: "active", doubt: expect.stringContaining("MOFCOM-2027-99") });
    expect(ask(copy, "2026-11-19").state).toBe("not-known");
  });
  test("and one that is shipped does not", () => {
    const { imported: _, ...shipped } = copy;
    expect(ask(shipped, "2026-11-21").state).toBe("not-known");
  });
});

describe("how old a list is", () => {
  const copy: ListCopy = { id: "x", title: "x", lists: ["EL"], asOf: "2026-10-01", missing: [], source: { publisher: "x", title: "x" }, parties: [] };
  const age = (on: string, known: string) => freshness(copy, kinds, at(on), parseKnown(known).at)[0] as NonNullable<ReturnType<typeof freshness>[0]>;
  test.each([
    ["on its own day it is 0 days old", "2026-10-01", "2026-10-01", { ageDays: 0, tooOld: false }, "of 2026-10-01, 0 days old: within the limit of 30 days"],
    ["on the last day of its limit it is good", "2026-10-31", "2026-10-31", { ageDays: 30, tooOld: false }, "of 2026-10-01, 30 days old: within the limit of 30 days"],
    ["a day later it is too old", "2026-11-01", "2026-11-01", { ageDays: 31, tooOld: true }, "of 2026-10-01, 31 days old: too old, the limit is 30 days"],
    ["a question about the past is as old as the day asked about", "2026-10-02", "2026-12-01", { ageDays: 1, tooOld: false }, "of 2026-10-01, 1 day old: within the limit of 30 days"],
    ["a question with old knowledge is as old as that", "2026-12-01", "2026-10-03", { ageDays: 2, tooOld: false }, "of 2026-10-01, 2 days old: within the limit of 30 days"],
    ["before its day it is a later copy", "2026-09-01", "2026-12-01", { ageDays: 0, later: true }, "of 2026-10-01, later than the day asked about: who was taken off before is not on it"],
  ] as const)("%s", (_, on, known, expected, says) => {
    expect(age(on, known)).toMatchObject(expected);
    expect(freshnessSays(age(on, known))).toBe(says);
  });
  test("the US copy that is shipped is too old for any day of the truce", () => {
    const us = regime.copies.find((c) => c.id === "us-csl-2022-04") as ListCopy;
    expect(freshness(us, kinds, at("2025-10-25"), parseKnown("2025-10-25").at).every((f) => f.tooOld)).toBe(true);
  });
  test("a notice that only adds to a list says nothing of its age", () => {
    expect(freshness({ ...copy, adds: true }, kinds, at("2026-10-01"), parseKnown("2026-10-01").at)).toEqual([]);
  });
});

test("the programmes for which the SDN list asks for a BIS licence are those of 15 CFR 744.8(a)(1), as the rule of ownership has them", () => {
  const seed = regime.law.ownership?.rules.find((r) => r.id === "us/affiliates")?.seeds.find((s) => s.list === "SDN");
  expect(kinds.get("SDN")?.termsFor).toHaveLength(14);
  expect([...(kinds.get("SDN")?.termsFor ?? [])].sort()).toEqual([...(seed?.programs ?? [])].sort());
});
