import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseKnown } from "@truce/engine/time";
import { afterAll, describe, expect, test } from "vitest";
import { InputError } from "@truce/engine/desk";
import { readOwners } from "../../packages/node/dist/screen/read-owners.js";
import { root } from "../golden/read.js";

const dir = mkdtempSync(join(tmpdir(), "truce-owners-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
};
let made = 0;

describe("owners from three kinds of files", () => {
  const at = parseKnown("2026-10-10").at;
  const bods = (statements: unknown[]): string => file(`b${++made}.json`, JSON.stringify(statements));
  const entity = (id: string, name: string): unknown => ({
    recordType: "entity",
    recordId: id,
    recordStatus: "new",
    statementDate: "2020-01-01",
    recordDetails: { name, jurisdiction: { code: "CN" } },
  });
  const share = (owner: unknown, owned: string, interests: unknown[], more: object = {}): unknown => ({
    recordType: "relationship",
    recordId: `${owned}<${JSON.stringify(owner)}`,
    recordStatus: "new",
    statementDate: "2020-01-01",
    ...more,
    recordDetails: { subject: owned, interestedParty: owner, interests },
  });
  const holds = (s: object): unknown => ({ type: "shareholding", directOrIndirect: "direct", share: s });

  test("BODS: exact, bands with open ends, none, votes, other interests, indirect ones, unknown owners", () => {
    const read = readOwners(
      bods([
        entity("a", "A"),
        entity("b", "B"),
        entity("c", "C"),
        share("a", "b", [holds({ exact: 60 }), { type: "votingRights", directOrIndirect: "direct", share: { exact: 70 } }, { type: "boardMember", directOrIndirect: "direct" }]),
        share("a", "c", [holds({ exclusiveMinimum: 25, exclusiveMaximum: 50 })]),
        share("b", "c", [{ type: "shareholding", directOrIndirect: "indirect", share: { exact: 30 } }]),
        share("b", "a", [holds({})]),
        share({ reason: "subjectUnableToConfirmOrIdentifyBeneficialOwner" }, "a", [holds({ exact: 10 })]),
      ]),
      at,
    );
    expect(read.stakes.map((s) => [s.owner, s.owned, s.low, s.high, s.kind, s.lowOpen ?? false, s.highOpen ?? false])).toEqual([
      ["a", "b", 600_000, 600_000, "shares", false, false],
      ["a", "b", 700_000, 700_000, "votes", false, false],
      ["a", "c", 250_000, 500_000, "shares", true, true],
      ["b", "a", 0, 1_000_000, "shares", false, false],
      ["someone not named (b1.json: statement 8)", "a", 100_000, 100_000, "shares", false, false],
    ]);
    expect(read.interests.map((i) => i.type)).toEqual(["boardMember"]);
    expect(read.problems).toEqual([
      "b1.json: statement 8: the owner of a is not known (subjectUnableToConfirmOrIdentifyBeneficialOwner); what it holds is open",
      "b1.json: statement 6: an indirect shareholding of b in c is no stake of its own: it follows from the direct ones",
    ]);
  });
  test("BODS: the latest version by then, and none that is closed", () => {
    const path = bods([
      entity("a", "A"),
      entity("b", "B"),
      share("a", "b", [holds({ exact: 60 })]),
      share("a", "b", [holds({ exact: 40 })], { recordStatus: "updated", statementDate: "2021-01-01" }),
      share("a", "b", [holds({ exact: 40 })], { recordStatus: "closed", statementDate: "2022-01-01" }),
    ]);
    const of = (day: string): number[] => readOwners(path, parseKnown(day).at).stakes.map((s) => s.low);
    expect([of("2020-06-01"), of("2021-06-01"), of("2022-06-01")]).toEqual([[600_000], [400_000], []]);
  });
  test("GLEIF level 2: consolidated by is of unknown size, a branch is its firm, a fund is no owner", () => {
    const lei = (n: number): string => `${"ABCD00EFGH".padEnd(16, "0")}${String(n).padStart(2, "0")}${String(10 + n)}`;
    const head = "Relationship.StartNode.NodeID,Relationship.EndNode.NodeID,Relationship.RelationshipType,Relationship.RelationshipStatus";
    const row = (a: number, b: number, type: string, status = "ACTIVE"): string => [lei(a), lei(b), type, status].join(",");
    const read = readOwners(
      file(
        "rr.csv",
        [
          head,
          row(1, 2, "IS_DIRECTLY_CONSOLIDATED_BY"),
          row(3, 2, "IS_INTERNATIONAL_BRANCH_OF"),
          row(4, 2, "IS_FUND-MANAGED_BY"),
          row(5, 2, "IS_ULTIMATELY_CONSOLIDATED_BY", "INACTIVE"),
          `bad,${lei(2)},IS_DIRECTLY_CONSOLIDATED_BY,ACTIVE`,
        ].join("\n"),
      ),
      at,
    );
    expect(read.format).toBe("gleif");
    expect(read.stakes.map((s) => [s.owner, s.owned, s.low, s.high, s.kind])).toEqual([
      [lei(2), lei(1), 0, 1_000_000, "shares"],
      [lei(2), lei(3), 1_000_000, 1_000_000, "branch"],
    ]);
    expect(read.interests.map((i) => i.type)).toEqual(["IS_FUND-MANAGED_BY"]);
    expect(read.problems).toEqual(['rr.csv:6: "bad" is not an LEI; the row is left out', "rr.csv: 1 record of status INACTIVE without a day of its end is left out"]);
  });
  test("CSV: what is wrong with a row is said with its line, and never passed over", () => {
    const read = readOwners(
      file(
        "bad.csv",
        [
          "owner,owned,percent,min,max,from,until,kind,colour",
          "A,B,60,,,,,,",
          "A,C,-5,,,,,,",
          "A,D,101,,,,,,",
          "A,A,50,,,,,,",
          ",B,50,,,,,,",
          "A,E,,60,40,,,,",
          "A,F,10,,,2025-02-30,,,",
          "A,G,10,,,2025-02-01,2025-01-01,,",
          `A,${"x".repeat(100_000)},10,,,,,,`,
          "P,B,60,,,,,,",
        ].join("\n"),
      ),
      at,
    );
    expect(read.problems).toEqual([
      "bad.csv:1: the column colour is not read",
      'bad.csv:3: percent "-5" is not a percentage between 0 and 100; the size is taken as not known',
      'bad.csv:4: percent "101" is not a percentage between 0 and 100; the size is taken as not known',
      "bad.csv:5: A owns itself: a firm's own shares are not counted; the row is left out",
      "bad.csv:6: owner is empty; someone not named holds it",
      "bad.csv:7: min 60 is above max 40; the size is taken as not known",
      'bad.csv:8: from: "2025-02-30" is not a day of the calendar; whether it is held on a day is taken as not known',
      "bad.csv:9: until 2025-01-01 is not after from 2025-02-01; whether it is held on a day is taken as not known",
      "bad.csv:10: a name has more than 1000 characters; the row is left out",
      "bad.csv:11: the stakes in B (shares) add up to 120 %, more than the whole: correct them",
    ]);
    expect(read.stakes.map((s) => [s.owned, s.low, s.high])).toEqual([
      ["B", 600_000, 600_000],
      ["C", 0, 1_000_000],
      ["D", 0, 1_000_000],
      ["B", 500_000, 500_000],
      ["E", 0, 1_000_000],
      ["F", 0, 100_000],
      ["G", 0, 100_000],
      ["B", 600_000, 600_000],
    ]);
  });
  test.each([
    ["cut.csv", 'owner,owned,percent\nA,B,50\n"A,C', "cut-in-half", "cut.csv: line 3: a quote is never closed: the file is cut in half"],
    ["cut.json", '[{"recordType":"entity","recordId":"a"', "bad-json", "cut.json is not JSON"],
    ["no.csv", "a,b\n1,2\n", "missing-column", "no.csv: line 1: there is no column owner, owned"],
    ["none.csv", "owner,owned\n", "empty-list", "none.csv: the file holds no row"],
    ["old.json", '[{"statementType":"entityStatement"}]', "bad-bods", "old.json is not a list of BODS 0.4 statements"],
    ["binary.csv", "owner,owned\nA\0,B\n", "not-text", "binary.csv is not UTF-8 text"],
    ["useless.csv", "owner,owned\nA,A\n", "no-stakes", "useless.csv holds no stake that can be used"],
  ])("a file that cannot be trusted is refused: %s", (name, text, code, message) => {
    try {
      readOwners(file(name, text), at);
      expect.unreachable();
    } catch (e) {
      expect(e).toBeInstanceOf(InputError);
      expect((e as InputError).code).toBe(code);
      expect((e as InputError).message).toContain(message);
    }
  });
  const examples = join(root, "..", "shared", "facts", "parties", "bods-examples");
  test.skipIf(!existsSync(examples))("the examples of the standard are read (skipped where they are not there)", () => {
    const found = Object.fromEntries(readdirSync(examples).map((f) => [f, readOwners(join(examples, f), at).stakes.map((s) => [s.low / 10_000, s.high / 10_000, s.kind])]));
    expect(found["joint-ownership.json"]).toEqual([
      [100, 100, "shares"],
      [50, 50, "shares"],
      [50, 50, "shares"],
    ]);
    expect(found["mixed-direct-and-indirect-ownership.json"]).toEqual([
      [50, 50, "shares"],
      [0, 100, "shares"],
      [50, 50, "shares"],
    ]);
    expect(found["tecido.json"]).toEqual([
      [80, 80, "shares"],
      [80, 80, "votes"],
    ]);
    expect(found["fermcat.json"]).toEqual([[100, 100, "shares"]]);
  });
});
