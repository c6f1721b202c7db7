import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseKnown } from "@truce/engine/time";
import { afterAll, describe, expect, test } from "vitest";
import { readOwners } from "../../packages/node/dist/screen/read-owners.js";
import { between, leastOf, mostOf, sizeOf, sizeOfNumber } from "@truce/engine/owners";

const dir = mkdtempSync(join(tmpdir(), "truce-owner-rows-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
let made = 0;
const known = parseKnown("2026-10-10").at;
const read = (text: string, at = known): ReturnType<typeof readOwners> => {
  const path = join(dir, `f${++made}`);
  writeFileSync(path, text);
  return readOwners(path, at);
};
const sizes = (text: string): unknown[] => read(text).stakes.map((s) => [s.low, s.high, ...(s.lowOpen ? ["over"] : []), ...(s.highOpen ? ["under"] : [])]);

describe("percentages", () => {
  test.each([
    ["50", 500_000, 500_000],
    ["49.9999", 499_999, 499_999],
    ["25,5 %", 255_000, 255_000],
    ["100%", 1_000_000, 1_000_000],
    ["0", 0, 0],
  ])("%s", (text, low, high) => expect(sizeOf(text)).toEqual({ low, high }));
  test("what is finer than a part per million is never rounded up to a half", () => {
    expect(sizeOf("49.99999")).toEqual({ low: 499_999, high: 500_000, lowOpen: true, highOpen: true });
    expect(sizeOfNumber(49.99999999)).toEqual({ low: 499_999, high: 500_000, lowOpen: true, highOpen: true });
    expect(sizeOf("50.00001")?.low).toBe(500_000);
  });
  test.each(["-5", "101", "100.00001", "1e2", "fifty", "1.234,5", "50-60", "", "٥٠", "5 0"])("%j is none", (text) => expect(sizeOf(text)).toBeUndefined());
  test("numbers of JSON", () => {
    expect([sizeOfNumber(33.3), sizeOfNumber(1e-7), sizeOfNumber(-1), sizeOfNumber(Number.NaN), sizeOfNumber(1e21)]).toEqual([
      { low: 333_000, high: 333_000 },
      { low: 0, high: 1, lowOpen: true, highOpen: true },
      undefined,
      undefined,
      undefined,
    ]);
  });
  test("bounds that are not reached", () => {
    expect(between(leastOf(">25"), mostOf("<50"))).toEqual({ low: 250_000, high: 500_000, lowOpen: true, highOpen: true });
    expect(between(leastOf(">=25"), mostOf("≤50"))).toEqual({ low: 250_000, high: 500_000 });
    expect(between(undefined, undefined)).toEqual({ low: 0, high: 1_000_000 });
    expect(between(leastOf(">50"), mostOf("50"))).toBeUndefined();
  });
});

describe("rows of CSV", () => {
  test("columns in any order, semicolons, decimal commas, a mark of byte order", () => {
    expect(sizes("\uFEFFpercent;owned;owner\n25,5;B;A\n")).toEqual([[255_000, 255_000]]);
    expect(sizes("owned\tpercent\towner\nB\t60\tA\n")).toEqual([[600_000, 600_000]]);
  });
  test("open bounds", () =>
    expect(sizes("owner,owned,min,max\nA,B,>25,50\nA,C,50,<75\nA,D,>10,\n")).toEqual([
      [250_000, 500_000, "over"],
      [500_000, 750_000, "under"],
      [100_000, 1_000_000, "over"],
    ]));
  test("a row that says the same again counts once, one that does not adds up", () => {
    const r = read("owner,owned,percent\nA,B,30\nA,B,30\nA,B,20\n");
    expect([r.stakes.length, r.problems.join()]).toEqual([2, expect.stringMatching(/^f\d+:3: it says the same as f\d+:2; it is counted once$/)]);
  });
  test("names that differ in case alone are two, and that is said", () => {
    expect(read("owner,owned,percent\nAcme Ltd,B,60\nB,C,60\nACME LTD,D,10\n").problems).toEqual([expect.stringContaining('"Acme Ltd" and "ACME LTD" differ in case or width alone')]);
  });
  test("spaces and forms of letters do not make two", () => {
    const r = read("owner,owned,percent\nCaf\u00e9  Works,B,60\nCafe\u0301 Works,C,60\n");
    expect(new Set(r.stakes.map((s) => s.owner)).size).toBe(1);
  });
  test("control characters are told", () => {
    const r = read('owner,owned,percent\n"A\u202E\u0007B",C,60\n');
    expect([r.stakes[0]?.owner, r.problems[0]]).toEqual(["A B", expect.stringContaining("control characters")]);
  });
  test("a class that is full at one time only is not too full", () => {
    expect(read("owner,owned,percent,from,until\nA,B,60,,2025-01-01\nC,B,60,2025-01-01,\n").problems).toEqual([]);
    expect(read("owner,owned,percent,from,until\nA,B,60,,2025-01-02\nC,B,60,2025-01-01,\n").problems).toEqual([expect.stringContaining("add up to 120 %")]);
  });
  test("an owner whose name is too long is someone not named", () => {
    const r = read(`owner,owned,percent\nA,B,10\n${"x".repeat(100_000)},B,60\n`);
    expect(r.persons.find((p) => p.unnamed)?.id).toMatch(/^someone not named/);
  });
  test("problems are counted past a thousand", () => {
    const r = read(`owner,owned,percent\nA,B,10\n${"A,C,x\n".repeat(1)}${Array.from({ length: 1500 }, (_, i) => `A,F${i},x\n`).join("")}`);
    expect([r.problems.length, r.problems.at(-1)]).toEqual([1001, expect.stringContaining("501 more such rows")]);
  });
});

describe("statements of BODS", () => {
  const base = { recordStatus: "new", statementDate: "2020-01-01" };
  const entity = (id: string, more: object = {}): unknown => ({ ...base, recordType: "entity", recordId: id, recordDetails: { name: id, ...more } });
  const link = (owner: unknown, owned: string, interests: unknown[], more: object = {}): unknown => ({
    ...base,
    recordType: "relationship",
    recordId: `${JSON.stringify(owner)}>${owned}`,
    recordDetails: { subject: owned, interestedParty: owner, interests, ...more },
  });
  const shares = (share: object, more: object = {}): unknown => ({ type: "shareholding", directOrIndirect: "direct", share, ...more });
  const indirect = (exact: number): unknown => shares({ exact }, { directOrIndirect: "indirect" });
  const json = (...all: unknown[]): string => JSON.stringify(all);

  test("an indirect share without its parts is a stake of at least that", () => {
    const r = read(json(entity("a"), entity("x"), link("a", "x", [indirect(60)])));
    expect([r.stakes.map((s) => [s.low, s.high, s.kind]), r.problems[0]]).toEqual([[[600_000, 1_000_000, "indirect"]], expect.stringContaining("no stakes through which it is held")]);
  });
  test("one whose parts are there is none, and what it implies is told and not counted", () => {
    const r = read(json(entity("a"), entity("b"), entity("x"), link("a", "b", []), link("b", "x", [shares({ exact: 60 })]), link("a", "x", [indirect(30)])));
    expect(r.stakes.map((s) => [s.owner, s.owned, s.low])).toEqual([
      ["a", "b", 0],
      ["b", "x", 600_000],
    ]);
    expect(r.problems[0]).toContain("30 % through 60 % would be at least 50 % of b, which is inferred and not counted");
  });
  test("one of whose parts a record is missing is a stake", () => {
    const r = read(json(entity("a"), entity("b"), entity("x"), link("a", "b", []), link("b", "x", [shares({ exact: 60 })]), link("a", "x", [indirect(30)], { componentRecords: ["b", "lost"] })));
    expect([r.stakes.length, r.problems[0]]).toEqual([3, expect.stringContaining("its part lost is not there")]);
  });
  test("one that is more than its parts come to is a stake", () => {
    const r = read(json(entity("a"), entity("b"), entity("x"), link("a", "b", []), link("b", "x", [shares({ exact: 10 })]), link("a", "x", [indirect(60)])));
    expect([r.stakes.length, r.problems[0]]).toEqual([3, expect.stringContaining("come to less")]);
  });
  test("persons and firms that the source does not name", () => {
    const r = read(
      json(
        entity("x"),
        { ...base, recordType: "person", recordId: "u", recordDetails: { personType: "unknownPerson" } },
        entity("v", { entityType: { type: "anonymousEntity" } }),
        link("u", "x", [shares({ exact: 20 })]),
        link("v", "x", [shares({ exact: 20 })]),
        link("gone", "x", [shares({ exact: 20 })]),
        link({ reason: "informationUnknownToPublisher" }, "x", [shares({ exact: 20 })]),
        link({ reason: "noBeneficialOwners" }, "x", []),
      ),
    );
    expect(r.persons.filter((p) => p.unnamed).map((p) => p.id.slice(0, 7))).toEqual(["u", "v", "gone", "someone"]);
    expect(r.stakes.length).toBe(4);
  });
  test("indirect control and indirect votes are interests, not nothing", () => {
    const r = read(
      json(
        entity("a"),
        entity("x"),
        link("a", "x", [
          { type: "otherInfluenceOrControl", directOrIndirect: "indirect" },
          { type: "votingRights", directOrIndirect: "indirect", share: { exact: 60 } },
        ]),
      ),
    );
    expect([r.stakes, r.interests.map((i) => i.type)]).toEqual([[], ["indirect otherInfluenceOrControl", "indirect votingRights"]]);
  });
  test("a share or a day that cannot be is told, and its stake is of unknown size", () => {
    const r = read(json(entity("a"), entity("x"), link("a", "x", [shares({ exact: 130 }), shares({ minimum: 60, maximum: 40 }), shares({ exact: 60 }, { startDate: "2025-02-30" })])));
    expect(r.stakes.map((s) => [s.low, s.high])).toEqual([
      [0, 1_000_000],
      [0, 600_000],
    ]);
    expect(r.problems.length).toBe(4);
  });
  test("a lone exclusive bound and both", () => {
    const r = read(json(entity("a"), entity("x"), link("a", "x", [shares({ exclusiveMinimum: 25, maximum: 50 })]), entity("y"), link("a", "y", [shares({ minimum: 25, exclusiveMaximum: 50 })])));
    expect(r.stakes.map((s) => [s.low, s.high, s.lowOpen ?? false, s.highOpen ?? false])).toEqual([
      [250_000, 500_000, true, false],
      [250_000, 500_000, false, true],
    ]);
  });
  test("versions: the later of one day by its time, and none of after the day known", () => {
    const version = (exact: number, statementDate: string): unknown => ({ ...(link("a", "x", [shares({ exact })]) as object), statementDate });
    const text = json(entity("a"), entity("x"), version(40, "2021-05-01T15:00:00Z"), version(60, "2021-05-01T09:00:00Z"), version(10, "2027-01-01"));
    expect(read(text).stakes.map((s) => s.low)).toEqual([400_000]);
    expect(read(text, parseKnown("2021-04-30").at).stakes).toEqual([]);
  });
  test("JSON lines", () => {
    const lines = [entity("a"), entity("x"), link("a", "x", [shares({ exact: 60 })])].map((s) => JSON.stringify(s)).join("\n");
    expect(read(lines).stakes.length).toBe(1);
    expect(() => read(`${lines}\n{"recordType":`)).toThrow(/f\d+:4 is not JSON/);
  });
  test("deeply nested JSON is no list of statements", () => expect(() => read(`${"[".repeat(200_000)}${"]".repeat(200_000)}`)).toThrow(/not a list of BODS|is not JSON/));
});

describe("relationship records of GLEIF", () => {
  const lei = (n: number): string => `5493000000000000${String(n).padStart(2, "0")}${String(10 + n)}`;
  const head = [
    "Relationship.StartNode.NodeID",
    "Relationship.EndNode.NodeID",
    "Relationship.RelationshipType",
    "Relationship.Period.1.startDate",
    "Relationship.Period.1.endDate",
    "Relationship.Period.1.periodType",
    "Relationship.Period.2.startDate",
    "Relationship.Period.2.endDate",
    "Relationship.Period.2.periodType",
    "Relationship.RelationshipStatus",
    "Registration.InitialRegistrationDate",
    "Registration.RegistrationStatus",
  ];
  const rows = (...all: string[][]): string => [head, ...all].map((r) => r.join(",")).join("\n");
  const day = (at: number | undefined): string => (at === undefined ? "" : new Date(at * 60_000).toISOString().slice(0, 10));
  test("the period is that of the relationship, not that of its accounts", () => {
    const r = read(
      rows([
        lei(1),
        lei(2),
        "IS_DIRECTLY_CONSOLIDATED_BY",
        "2021-01-01T00:00:00Z",
        "2021-12-31T00:00:00Z",
        "ACCOUNTING_PERIOD",
        "2017-12-06T00:00:00Z",
        "",
        "RELATIONSHIP_PERIOD",
        "ACTIVE",
        "2018-01-01",
        "PUBLISHED",
      ]),
    );
    expect(r.stakes.map((s) => [day(s.from), day(s.until)])).toEqual([["2017-12-06", ""]]);
  });
  test("what has ended counts until then; what was annulled or is registered later does not", () => {
    const r = read(
      rows(
        [lei(1), lei(2), "IS_DIRECTLY_CONSOLIDATED_BY", "2017-01-01", "2020-01-01", "RELATIONSHIP_PERIOD", "", "", "", "INACTIVE", "2018-01-01", "PUBLISHED"],
        [lei(3), lei(2), "IS_DIRECTLY_CONSOLIDATED_BY", "", "", "", "", "", "", "ACTIVE", "2018-01-01", "ANNULLED"],
        [lei(4), lei(2), "IS_DIRECTLY_CONSOLIDATED_BY", "", "", "", "", "", "", "ACTIVE", "2026-11-01", "PUBLISHED"],
        [lei(5), lei(2), "IS_FUND-MANAGED_BY", "", "", "", "", "", "", "ACTIVE", "2018-01-01", "PUBLISHED"],
      ),
    );
    expect(r.stakes.map((s) => [s.owned, day(s.until)])).toEqual([[lei(1), "2020-01-01"]]);
    expect(r.problems.map((p) => p.replace(/^f\d+: /, ""))).toEqual(["1 record registered as ANNULLED is left out", "1 record registered after 2026-10-10 is left out"]);
    expect(r.persons.map((p) => p.id)).toContain(lei(5));
  });
});
