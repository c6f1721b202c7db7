import { readFileSync } from "node:fs";
import { join } from "node:path";
import { counts, judge, type Listing, ownerGraph, type OwnershipRule, type Person, reach, type Reach, type Stake, strictest } from "@truce/engine/controls";
import { fromWall, type Instant, WASHINGTON } from "@truce/engine/time";
import fc from "fast-check";
import { parse } from "yaml";
import { describe, expect, test } from "vitest";
import { openRegime } from "../../packages/node/dist/grounds/open.js";
import { root } from "../golden/read.js";

interface Case {
  readonly ask: string;
  readonly stakes: readonly string[];
  readonly lists: Readonly<Record<string, string>>;
  readonly home?: Readonly<Record<string, string>>;
  readonly unnamed?: readonly string[];
  readonly on?: string;
  readonly of: string;
  readonly rule: string;
  readonly owned: string;
  readonly low?: string;
  readonly high?: string;
  readonly witness?: readonly string[];
  readonly deciding?: readonly string[];
  readonly kinds?: readonly string[];
  readonly listed?: string;
  readonly because: string;
}
const cases = parse(readFileSync(join(root, "test/controls/ownership.yaml"), "utf8"), { schema: "failsafe" }) as Case[];
const ownership = (await openRegime()).law.ownership as NonNullable<Awaited<ReturnType<typeof openRegime>>["law"]["ownership"]>;
const ruleOf = (id: string): OwnershipRule => ownership.rules.find((r) => r.id === id) as OwnershipRule;
const day = (text: string): Instant => fromWall(`${text}T00:00`, WASHINGTON);
const percent = (ppm: number): string => String(ppm / 10_000);

function stakeOf(text: string): Stake {
  const [owner = "", owned = "", size = "", kind = "shares", life = ".."] = text.split(" ");
  const [a = "", b = a] = size === "?" ? ["0", "100"] : size.split("..");
  const ppm = (s: string): number => Math.round(Number(s.replace(/[<>]/, "")) * 10_000);
  const [from = "", until = ""] = life.split("..");
  return {
    owner,
    owned,
    low: ppm(a),
    high: ppm(b),
    ...(a.startsWith(">") ? { lowOpen: true as const } : {}),
    ...(b.startsWith("<") ? { highOpen: true as const } : {}),
    kind,
    ...(from === "" ? {} : { from: day(from) }),
    ...(until === "" ? {} : { until: day(until) }),
    source: text,
  };
}
const listing = (text: string): Listing => {
  const [list = "", programs] = text.split(" ");
  return { list, ...(programs === undefined ? {} : { programs: programs.split("+") }) };
};
function reachOf(stakes: readonly Stake[], lists: Readonly<Record<string, string>>, rule: OwnershipRule, persons: readonly Person[] = [], on = day("2025-10-25")): Reach {
  const g = ownerGraph(stakes, [...persons, ...Object.keys(lists).map((id) => ({ id, names: [id] }))], on);
  return reach(rule, g, new Map(Object.entries(lists).map(([id, l]) => [g.place.get(id) as number, [listing(l)]])));
}

describe("ownership, by the clause", () => {
  test("there are many cases, each with its clause", () => {
    expect(cases.length).toBeGreaterThanOrEqual(85);
    expect(cases.filter((c) => (c.because ?? "") === "")).toEqual([]);
  });
  for (const c of cases)
    test(`${c.ask} (${c.rule})`, () => {
      const persons: Person[] = Object.entries(c.home ?? {}).map(([id, country]) => ({ id, names: [id], country }));
      for (const id of c.unnamed ?? []) persons.push({ id, names: [id], unnamed: true });
      const r = reachOf(c.stakes.map(stakeOf), c.lists, ruleOf(c.rule), persons, day(c.on ?? "2025-10-25"));
      const j = judge(r, r.graph.place.get(c.of) ?? r.graph.size);
      const name = (n: number): string => r.graph.ids[n] as string;
      const edge = (e: number): [string, string] => [name(r.graph.owner[e] as number), name(r.graph.owned[e] as number)];
      expect(j.owned).toBe(c.owned);
      if (c.low !== undefined) expect(percent(j.low)).toBe(c.low);
      if (c.high !== undefined) expect(percent(j.high)).toBe(c.high);
      if (c.listed !== undefined) expect(String(j.listed)).toBe(c.listed);
      if (c.witness !== undefined) expect(j.witness.map((w) => `${name(w.firm)}: ${w.edges.map((e) => `${edge(e)[0]} ${percent(r.graph.low[e] as number)}`).join(" + ")}`)).toEqual(c.witness);
      if (c.deciding !== undefined) expect(j.deciding.map((d) => `${edge(d.edge).join(" ")} ${d.needed === undefined ? "?" : percent(d.needed)}`)).toEqual(c.deciding);
      if (c.kinds !== undefined) expect(j.cautions.map((x) => x.kind)).toEqual(c.kinds);
      if (c.owned === "restricted") for (const w of j.witness) expect(w.sum).toBeGreaterThanOrEqual(ruleOf(c.rule).threshold);
    });
});

/** The same rule, read off the definition: go through all firms until nothing is added. */
function slow(stakes: readonly Stake[], seeds: ReadonlySet<string>, rule: OwnershipRule): Set<string> {
  const inside = new Set(seeds);
  for (let grew = true; grew; ) {
    grew = false;
    const sums = new Map<string, number>();
    for (const s of stakes) if (inside.has(s.owner)) sums.set(s.owned, (sums.get(s.owned) ?? 0) + s.low);
    for (const [x, sum] of sums)
      if (!inside.has(x) && sum >= rule.threshold) {
        inside.add(x);
        grew = true;
      }
  }
  return inside;
}
const inside = (r: Reach, c: "sure" | "most" = "sure"): Set<string> => new Set(r.graph.ids.filter((_, n) => (r[c].rank[n] as number) > 0));
const affiliates = ruleOf("us/affiliates");

describe("properties", () => {
  const firms = ["A", "B", "C", "D", "E", "F", "G"];
  const stake = fc
    .record({ owner: fc.constantFrom(...firms), owned: fc.constantFrom(...firms), low: fc.integer({ min: 0, max: 60 }), more: fc.integer({ min: 0, max: 40 }) })
    .filter((s) => s.owner !== s.owned)
    .map((s): Stake => ({ owner: s.owner, owned: s.owned, low: s.low * 10_000, high: Math.min(100, s.low + s.more) * 10_000, kind: "shares", source: "" }));
  const graph = fc.uniqueArray(stake, { maxLength: 14, selector: (s) => s.owner + s.owned });
  const seeds = fc.subarray(firms, { maxLength: 3 }).map((all) => Object.fromEntries(all.map((f) => [f, "EL"])));

  test("the set is the one of the definition", () => {
    fc.assert(
      fc.property(graph, seeds, (s, lists) => {
        expect(inside(reachOf(s, lists, affiliates))).toEqual(slow(s, new Set(Object.keys(lists)), affiliates));
      }),
      { numRuns: 500 },
    );
  });
  test("the order of stakes changes nothing", () => {
    fc.assert(
      fc.property(graph, seeds, (s, lists) => {
        expect(inside(reachOf([...s].reverse(), lists, affiliates))).toEqual(inside(reachOf(s, lists, affiliates)));
      }),
      { numRuns: 300 },
    );
  });
  test("more stake never frees anyone, and one more listing never does", () => {
    fc.assert(
      fc.property(graph, seeds, fc.nat(), fc.constantFrom(...firms), (s, lists, at, firm) => {
        const more = s.map((x, i) => (i === at % Math.max(1, s.length) ? { ...x, low: Math.min(1_000_000, x.low + 100_000), high: 1_000_000 } : x));
        const before = inside(reachOf(s, lists, affiliates));
        for (const after of [inside(reachOf(more, lists, affiliates)), inside(reachOf(s, { ...lists, [firm]: "EL" }, affiliates))]) for (const x of before) expect(after.has(x)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
  test("what is certain is possible", () => {
    fc.assert(
      fc.property(graph, seeds, (s, lists) => {
        const r = reachOf(s, lists, affiliates);
        for (const x of inside(r)) expect(inside(r, "most").has(x)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
  test("merging two owners of the same lists changes nothing for the firm that they own", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 }), (a, b) => {
        const two = reachOf([stakeOf(`A X ${a}`), stakeOf(`B X ${b}`)], { A: "EL", B: "EL" }, affiliates);
        const one = reachOf([stakeOf(`A X ${a + b}`)], { A: "EL" }, affiliates);
        expect(inside(two).has("X")).toBe(inside(one).has("X"));
      }),
    );
  });
  test("a witness reaches the threshold, needs all its stakes, and begins with listed parties", () => {
    fc.assert(
      fc.property(graph, seeds, (s, lists) => {
        const r = reachOf(s, lists, affiliates);
        r.graph.ids.forEach((_, n) => {
          const { witness } = judge(r, n);
          const done = new Set(Object.keys(lists));
          for (const w of witness) {
            const sizes = w.edges.map((e) => r.graph.low[e] as number);
            const sum = sizes.reduce((x, y) => x + y, 0);
            expect(sum).toBeGreaterThanOrEqual(affiliates.threshold);
            for (const size of sizes) expect(sum - size).toBeLessThan(affiliates.threshold);
            for (const e of w.edges) expect(done.has(r.graph.ids[r.graph.owner[e] as number] as string)).toBe(true);
            done.add(r.graph.ids[w.firm] as string);
          }
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe("structures", () => {
  const ring = (n: number, size: number): Stake[] => Array.from({ length: n }, (_, i) => stakeOf(`R${i} R${(i + 1) % n} ${size}`));
  test.each([3, 30])("a ring of %i firms is caught only with a listed majority", (n) => {
    expect(inside(reachOf(ring(n, 60), { A: "EL" }, affiliates))).toEqual(new Set(["A"]));
    expect(inside(reachOf([...ring(n, 60), stakeOf("A R0 49")], { A: "EL" }, affiliates))).toEqual(new Set(["A"]));
    expect(inside(reachOf([...ring(n, 50), stakeOf("A R0 50")], { A: "EL" }, affiliates)).size).toBe(n + 1);
  });
  test("a chain of 20,000 firms needs no deep stack", () => {
    const chain = Array.from({ length: 20_000 }, (_, i) => stakeOf(`C${i} C${i + 1} 50`));
    const r = reachOf(chain, { C0: "EL" }, affiliates);
    expect(inside(r).size).toBe(20_001);
    expect(judge(r, r.graph.place.get("C20000") as number).witness.length).toBe(20_000);
  });
  test("100,000 firms at random, as the definition has it", () => {
    let state = 42;
    const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
    const stakes: Stake[] = [];
    for (let x = 0; x < 100_000; x++) {
      let left = 100;
      for (let k = 0; k < 3 && left > 5; k++) {
        const size = Math.floor(next() * left);
        const owner = Math.floor(next() * 100_000);
        if (owner !== x && size > 0) stakes.push({ owner: `f${owner}`, owned: `f${x}`, low: size * 10_000, high: size * 10_000, kind: "shares", source: "" });
        left -= size;
      }
    }
    const lists = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => [`f${i * 50}`, "EL"]));
    const merged = new Map<string, Stake>();
    for (const s of stakes) {
      const key = `${s.owner} ${s.owned}`;
      const held = merged.get(key);
      merged.set(key, held === undefined ? s : { ...held, low: held.low + s.low, high: held.high + s.high });
    }
    const all = [...merged.values()];
    const got = inside(reachOf(all, lists, affiliates));
    expect(got).toEqual(slow(all, new Set(Object.keys(lists)), affiliates));
    expect(got.size).toBeGreaterThan(2500);
  });
});

describe("the three maxima", () => {
  test("each is the strictest, and they may come from three owners", () => {
    const s = strictest(ownership.strictness, [
      { owner: "A", list: "EL", section: "744.11", requirement: "For all items subject to the EAR. (See §744.11 of the EAR).", exceptions: "none", review: "Presumption of approval" },
      { owner: "B", list: "MEU", section: "744.21", requirement: "some items", review: "Policy of denial" },
      { owner: "C", list: "EL", section: "744.11", requirement: "For all items subject to the EAR, see §§ 734.9(e) and 744.11", review: "Case-by-case" },
    ]);
    expect([s.requirement?.owner, s.exceptions?.owner, s.review?.owner]).toEqual(["C", "A", "B"]);
    expect([s.requirement?.value, s.exceptions?.value, s.review?.value]).toEqual(["all items and foreign-made items of the footnote", "none", "policy of denial"]);
  });
  test("words that are in no order are kept, and said to be", () => {
    const s = strictest(ownership.strictness, [{ owner: "A", list: "EL", section: "744.11", review: "See §746.5(b) of the EAR." }]);
    expect([s.review?.ranked, s.review?.value]).toEqual([false, "See §746.5(b) of the EAR."]);
  });
  test("an SDN counts under BIS by its programme alone", () => {
    const of = (programs?: string[]): boolean => counts(affiliates, { list: "SDN", ...(programs === undefined ? {} : { programs }) });
    expect([of(["SDGT"]), of(["SYRIA"]), of(["SYRIA", "TCO"]), of()]).toEqual([true, false, true, true]);
  });
});
