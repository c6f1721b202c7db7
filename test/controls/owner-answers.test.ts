import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apart, judge, ownerGraph, type OwnershipRule, reach, type Stake } from "@truce/engine/controls";
import type { RegimeVerdict, ScreenAnswer } from "@truce/engine/controls/screen";
import { parseKnown, parseOn, WASHINGTON } from "@truce/engine/time";
import { afterAll, describe, expect, test } from "vitest";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../../packages/node/dist/grounds/open.js";
import { screenGrounds, screenOf } from "../../packages/node/dist/screen/desk.js";

const dir = mkdtempSync(join(tmpdir(), "truce-answers-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const desks = new Desks(await openRegime());
let made = 0;
const file = (ending: string, text: string): string => {
  const path = join(dir, `f${++made}.${ending}`);
  writeFileSync(path, text);
  return path;
};
const HEAD = "id,name,type,country,list,aliases,programs,identifiers,from,until";
interface Asked {
  readonly list: readonly string[];
  readonly owners: string;
  readonly name: string;
  readonly on?: string;
  readonly known?: string;
}
function ask({ list, owners, name, on = "2025-10-25", known = on }: Asked): ScreenAnswer {
  const at = parseKnown(known).at;
  const { grounds, problems } = screenGrounds(desks, at, { list: file("csv", [HEAD, ...list].join("\n")), onlyList: true, owners });
  const a = screenOf(desks, grounds, at, [], [{ name }]).answer({ name }, parseOn(on, WASHINGTON).at, { horizon: desks.regime.law.horizon });
  return { ...a, warnings: [...a.warnings, ...problems] };
}
const csv = (...rows: string[]): string => file("csv", ["owner,owned,percent,kind", ...rows].join("\n"));
const bods = (statements: readonly unknown[]): string => file("json", JSON.stringify(statements));
const entity = (id: string, name: string): unknown => ({ recordType: "entity", recordId: id, recordStatus: "new", statementDate: "2020-01-01", recordDetails: { name } });
const holds = (owner: string, owned: string, ...interests: unknown[]): unknown => ({
  recordType: "relationship",
  recordId: `${owner}>${owned}`,
  recordStatus: "new",
  statementDate: "2020-01-01",
  recordDetails: { subject: owned, interestedParty: owner, interests },
});
const shares = (share: object, how = "direct"): unknown => ({ type: "shareholding", directOrIndirect: how, share });
const seat = { type: "boardMember", directOrIndirect: "direct" };
const of = (a: ScreenAnswer, rule: string): RegimeVerdict | undefined => a.regimes.find((r) => r.regime === rule);

describe("interests that are not ownership call for care", () => {
  test("a listed party on the board, without any stake", () => {
    const a = ask({ list: ["1,Alpha,organisation,CN,EL,,,,,"], owners: bods([entity("a", "Alpha"), entity("x", "Xenon Works"), holds("a", "x", seat)]), name: "Xenon Works" });
    expect([a.verdict, of(a, "us/affiliates")?.cautions.map((c) => c.kind)]).toEqual(["caution", ["interest"]]);
    expect(a.why).toContain("boardMember");
  });
  test("a director shared with a listed firm", () => {
    const a = ask({
      list: ["1,Alpha,organisation,CN,EL,,,,,"],
      owners: bods([entity("a", "Alpha"), entity("x", "Xenon Works"), entity("d", "Delta Person"), holds("d", "x", seat), holds("d", "a", seat)]),
      name: "Xenon Works",
    });
    expect([a.verdict, a.why]).toEqual(["caution", expect.stringContaining("and in Alpha, which is listed")]);
  });
  test("an interest that has ended does not", () => {
    const a = ask({
      list: ["1,Alpha,organisation,CN,EL,,,,,"],
      owners: bods([entity("a", "Alpha"), entity("x", "Xenon Works"), holds("a", "x", { ...seat, endDate: "2024-01-01" })]),
      name: "Xenon Works",
    });
    expect(a.verdict).toBe("no-match");
  });
});

describe("which passage says so", () => {
  const unknown = (list: string, program = ""): ScreenAnswer => ask({ list: [`1,Alpha,organisation,CN,${list},,${program},,,`], owners: csv("Alpha,Xenon Works,,"), name: "Xenon Works" });
  test("an owner on the Entity List: 744.11(a)(1), with its proviso", () => {
    const r = of(unknown("EL"), "us/affiliates");
    expect([r?.verdict, r?.section, r?.quote]).toEqual(["red-flag", expect.stringContaining("744.11(a)(1)"), expect.stringContaining("unless a license exception is available")]);
  });
  test("an owner on the Military End-User List alone: Supplement No. 8, without it", () => {
    const r = of(unknown("MEU"), "us/affiliates");
    expect([r?.verdict, r?.section]).toEqual(["red-flag", expect.stringContaining("Supp. No. 8 (b)")]);
    expect(r?.quote).not.toContain("exception");
  });
  test("an SDN alone: the words name two other lists, and the answer says so", () => {
    const r = of(unknown("SDN", "SDGT"), "us/affiliates");
    expect([r?.verdict, r?.why]).toEqual(["red-flag", expect.stringContaining("name owners on EL and MEU, and none is on one of them")]);
  });
  test("OFAC has no words at all", () => expect(of(unknown("SDN", "SYRIA"), "us/ofac-50")?.why).toContain("says nothing of shares that are not known"));
  test("the listed owner may stand further up", () => {
    const a = ask({ list: ["1,Alpha,organisation,CN,EL,,,,,"], owners: csv("Alpha,Middle,60,", "Middle,Xenon Works,,"), name: "Xenon Works" });
    expect(of(a, "us/affiliates")?.section).toContain("Red Flag 29");
  });
  test("no words of a rule that nobody knew yet, not for a minority either", () => {
    const of2 = (known: string): string => ask({ list: ["1,Alpha,organisation,CN,EL,,,,,"], owners: csv("Alpha,Xenon Works,40,"), name: "Xenon Works", known }).verdict;
    expect([of2("2025-09-20"), of2("2025-10-25")]).toEqual(["no-match", "caution"]);
  });
  test("while the rule is stayed a caution says that its paragraph is stayed too", () => {
    const a = ask({ list: ["1,Alpha,organisation,CN,EL,,,,,"], owners: csv("Alpha,Xenon Works,40,"), name: "Xenon Works", on: "2026-03-01" });
    expect([a.verdict, a.why]).toEqual(["caution", expect.stringContaining("suspended until 2026-11-10, and what it says of this with it")]);
  });
});

describe("the three maxima", () => {
  const both = ["1,Alpha,organisation,CN,SDN,,SDGT,,,", "2,Alpha,organisation,CN,EL,,,,,"];
  test("an owner on both lists: the Entity List takes precedence over the SDN List (Note 2 to 744.8(a))", () => {
    const s = of(ask({ list: both, owners: csv("Alpha,Xenon Works,60,"), name: "Xenon Works" }), "us/affiliates")?.strictest;
    expect([s?.exceptions?.list, s?.requirement, s?.review]).toEqual(["EL", null, null]);
  });
  test("an owner on the SDN List alone brings its own terms", () => {
    const s = of(ask({ list: both.slice(0, 1), owners: csv("Alpha,Xenon Works,60,"), name: "Xenon Works" }), "us/affiliates")?.strictest;
    expect([s?.requirement?.list, s?.review?.list]).toEqual(["SDN", "SDN"]);
  });
  test("a minority owner sets no terms", () => {
    const s = of(ask({ list: both, owners: csv("Alpha,Xenon Works,40,"), name: "Xenon Works" }), "us/affiliates")?.strictest;
    expect(s).toEqual({ requirement: null, exceptions: null, review: null });
  });
});

describe("owners whose listing sleeps, and owners not named", () => {
  test("an owner whose listing is suspended calls for care", () => {
    // Announcement 21 of 2025: suspended from 14 May 2025 on; No. 61 in force from 9 October to 7 November 2025.
    const at = parseKnown("2025-10-25").at;
    const { grounds } = screenGrounds(desks, at, { owners: csv('"Source Intelligence, Inc.",Xenon Works,60,') });
    const q = { name: "Xenon Works" };
    const r = of(screenOf(desks, grounds, at, [], [q]).answer(q, parseOn("2025-10-25", WASHINGTON).at, { horizon: "2026-10-10" }), "cn/announcement-61");
    expect([r?.verdict, r?.cautions.map((c) => c.kind), r?.why]).toEqual(["caution", ["suspended-owner"], expect.stringContaining("is suspended until")]);
  });
  test("that someone not named holds a part is told", () => {
    const a = ask({ list: ["1,Alpha,organisation,CN,EL,,,,,"], owners: csv(",Xenon Works,60,"), name: "Xenon Works" });
    expect([a.verdict, a.notLookedAt.join("; ")]).toEqual(["no-match", expect.stringContaining("whose owner the stakes do not name")]);
    expect(a.warnings.join("; ")).toContain("owner is empty");
  });
  test("two firms of one name are told apart by id only, and the answer says so", () => {
    const a = ask({
      list: ["1,Alpha,organisation,CN,EL,,,,,"],
      owners: bods([entity("a", "Alpha"), entity("x1", "Xenon Works"), entity("x2", "Xenon Works Ltd"), holds("a", "x2", shares({ exact: 60 }))]),
      name: "XENON WORKS",
    });
    expect(a.warnings.join("; ")).toContain("several firms of the stakes have this name (x1, x2)");
  });
  test("a name that is a legal form and an article is a name all the same", () => {
    const owners = bods([entity("a", "Company B"), entity("x", "Company A"), holds("a", "x", shares({ exact: 60 }))]);
    expect(ask({ list: ["1,Company B,organisation,CN,EL,,,,,"], owners, name: "Company A" }).verdict).toBe("restricted");
    const up = bods([entity("a", "Company A"), entity("x", "Company B"), holds("a", "x", shares({ exact: 60 }))]);
    expect(ask({ list: ["1,Company A,organisation,CN,EL,,,,,"], owners: up, name: "Company B" }).verdict).toBe("restricted");
  });
});

describe("what comes next", () => {
  test("a stake that is sold, an owner's listing that ends, and nothing of a stake elsewhere", () => {
    const rows = ["owner,owned,percent,from,until", "Alpha,Middle,60,,2026-12-01", "Middle,Xenon Works,60,,", "Alpha,Elsewhere,60,,2026-11-20"];
    const next = (list: string): unknown =>
      ask({ list: [list], owners: file("csv", rows.join("\n")), name: "Xenon Works", on: "2026-11-12", known: "2026-10-10" }).next.map((n) => [n.at.slice(0, 10), n.verdict, n.because.length > 0]);
    expect(next("1,Alpha,organisation,CN,EL,,,,,")).toEqual([["2026-12-01", "no-match", true]]);
    expect(next("1,Alpha,organisation,CN,EL,,,,,2026-11-25")).toEqual([["2026-11-25", "no-match", true]]);
  });
  test("a stake far down a long file", () => {
    const rows = ["owner,owned,percent,from,until", ...Array.from({ length: 3000 }, (_, i) => `P${i},Q${i},60,,${2027 + (i % 50)}-01-01`), "Alpha,Xenon Works,60,,2026-12-01"];
    const a = ask({ list: ["1,Alpha,organisation,CN,EL,,,,,"], owners: file("csv", rows.join("\n")), name: "Xenon Works", on: "2026-11-12", known: "2026-10-10" });
    expect(a.next.map((n) => [n.at.slice(0, 10), n.verdict])).toEqual([["2026-12-01", "no-match"]]);
  });
});

describe("one graph in three formats answers alike", () => {
  const lei = (n: number): string => `5493000000000000${String(n).padStart(2, "0")}${String(10 + n)}`;
  const [a, m, x, b] = [lei(1), lei(2), lei(3), lei(4)];
  const list = [`1,Alpha Listed,organisation,CN,EL,,,${a},,`];
  const gleif = file(
    "csv",
    [
      "Relationship.StartNode.NodeID,Relationship.EndNode.NodeID,Relationship.RelationshipType,Relationship.RelationshipStatus",
      `${m},${a},IS_DIRECTLY_CONSOLIDATED_BY,ACTIVE`,
      `${x},${m},IS_DIRECTLY_CONSOLIDATED_BY,ACTIVE`,
      `${b},${a},IS_INTERNATIONAL_BRANCH_OF,ACTIVE`,
    ].join("\n"),
  );
  const plain = csv(`${a},${m},,`, `${m},${x},,`, `${a},${b},,branch`);
  const json = bods([...[a, m, x].map((id) => entity(id, id)), holds(a, m), holds(m, x)]);
  test.each([m, x])("%s", (name) => {
    const [one, two, three] = [gleif, plain, json].map((owners) => {
      const r = of(ask({ list: list.map((l) => l.replace("Alpha Listed", "Alpha")), owners, name }), "us/affiliates");
      return [r?.verdict, r?.low, r?.high, r?.section, r?.deciding.map((d) => [d.owner, d.owned, d.needed])];
    });
    expect(one?.[0]).toBe("red-flag");
    expect(two).toEqual(one);
    expect(three).toEqual(one);
  });
  test("a branch, which BODS has no word for", () => {
    for (const owners of [gleif, plain]) expect(ask({ list, owners, name: b }).verdict).toBe("restricted");
  });
});

describe("the difference of two captures", () => {
  const rule = desks.regime.law.ownership?.rules.find((r) => r.id === "us/affiliates") as OwnershipRule;
  const stake = (owner: string, owned: string, low: number, high = low): Stake => ({ owner, owned, low: low * 10_000, high: high * 10_000, kind: "shares", source: "" });
  const at = (stakes: Stake[], listed: string[], force: "in-force" | "suspended"): Parameters<typeof apart>[0] => {
    const g = ownerGraph(
      stakes,
      listed.map((id) => ({ id, names: [id] })),
      parseOn("2025-10-25", WASHINGTON).at,
    );
    return { reach: reach(rule, g, new Map(listed.map((id) => [g.place.get(id) as number, [{ list: "EL" }]]))), stands: { force, by: [] } };
  };
  const stakes = [stake("A", "X", 60), stake("A", "Y", 0, 100), stake("A", "Z", 20), stake("B", "W", 60)];
  test("on the return date", () => {
    expect(apart(at(stakes, ["A", "B"], "suspended"), at(stakes, ["A", "B"], "in-force"))).toEqual([
      { id: "W", from: "stayed", to: "restricted", change: "restricted" },
      { id: "X", from: "stayed", to: "restricted", change: "restricted" },
      { id: "Y", from: "stayed", to: "red-flag", change: "other" },
    ]);
  });
  test("when a listing ends, and when a stake is sold", () => {
    expect(apart(at(stakes, ["A", "B"], "in-force"), at(stakes.slice(1), ["A"], "in-force")).map((c) => [c.id, c.to, c.change])).toEqual([
      ["W", "none", "freed"],
      ["X", "none", "freed"],
    ]);
  });
  test("nothing differs from itself", () => expect(apart(at(stakes, ["A"], "in-force"), at(stakes, ["A"], "in-force"))).toEqual([]));
  test("a judgement of everyone needs no more than time that grows with the stakes", () => {
    // One holding of 40,000 firms, one of them listed: its sisters are found once, not once for each.
    const many = Array.from({ length: 40_000 }, (_, i) => stake("H", `F${i}`, 60));
    const r = at(many, ["F7"], "in-force").reach;
    const from = performance.now();
    expect(r.graph.ids.filter((_, n) => judge(r, n).owned === "caution").length).toBe(40_000);
    expect(performance.now() - from).toBeLessThan(3000);
  });
});
