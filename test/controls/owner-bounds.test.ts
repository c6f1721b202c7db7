import { judge, type Listing, ownerGraph, type OwnershipRule, type Person, reach, type Reach, type Stake } from "@truce/engine/controls";
import { parseOn, WASHINGTON } from "@truce/engine/time";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openRegime } from "../../packages/node/dist/grounds/open.js";

const rules = (await openRegime()).law.ownership?.rules ?? [];
const ruleOf = (id: string): OwnershipRule => rules.find((r) => r.id === id) as OwnershipRule;
const [affiliates, china] = [ruleOf("us/affiliates"), ruleOf("cn/announcement-61")];
const on = parseOn("2025-10-25", WASHINGTON).at;
const HALF = 500_000;

function run(stakes: readonly Stake[], listed: readonly string[], rule = affiliates, persons: readonly Person[] = []): Reach {
  const list = rule.seeds[0]?.list as string;
  const g = ownerGraph(stakes, [...persons, ...listed.map((id) => ({ id, names: [id] }))], on);
  return reach(rule, g, new Map(listed.map((id): [number, Listing[]] => [g.place.get(id) as number, [{ list }]])));
}
const members = (r: Reach, c: "sure" | "most" | "wide" | "widest"): Set<string> => new Set(r.graph.ids.filter((_, n) => (r[c].rank[n] as number) > 0));
const within = (a: Set<string>, b: Set<string>): boolean => [...a].every((x) => b.has(x));

const FIRMS = ["A", "B", "C", "D", "E", "F"];
/** A stake between two bounds in tenths of a percent, each of which may be open, and a size between them. */
const banded = fc
  .record({
    owner: fc.constantFrom(...FIRMS),
    owned: fc.constantFrom(...FIRMS),
    a: fc.integer({ min: 0, max: 1000 }),
    b: fc.integer({ min: 0, max: 1000 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    open: fc.constantFrom(0, 0, 0, 1, 2, 3),
    kind: fc.constantFrom("shares", "shares", "shares", "preferred"),
  })
  .filter((s) => s.owner !== s.owned)
  .map(({ owner, owned, a, b, at, open, kind }) => {
    const [low, high] = [Math.min(a, b) * 1000, Math.max(a, b) * 1000];
    const wide = high - low > 2;
    const stake: Stake = { owner, owned, low, high, kind, source: "", ...(wide && open & 1 ? { lowOpen: true as const } : {}), ...(wide && open & 2 ? { highOpen: true as const } : {}) };
    const least = stake.lowOpen ? low + 1 : low;
    const most = stake.highOpen ? high - 1 : high;
    return { stake, size: least + Math.round(at * (most - least)) };
  });
/** Graphs in which each class can hold what it is said to. */
const graph = fc.uniqueArray(banded, { maxLength: 12, selector: ({ stake }) => `${stake.owner} ${stake.owned} ${stake.kind}` }).map((all) => {
  const held = new Map<string, number>();
  return all.filter(({ stake, size }) => {
    const key = `${stake.owned} ${stake.kind}`;
    const sum = (held.get(key) ?? 0) + size;
    if (sum > 1_000_000) return false;
    held.set(key, sum);
    return true;
  });
});
const listed = fc.subarray(FIRMS, { minLength: 1, maxLength: 3 });

describe("what the truth can be", () => {
  test.each([
    ["us/affiliates", affiliates],
    ["cn/announcement-61", china],
  ])("whatever the sizes are, the certain are caught and none but the possible (%s)", (_, rule) => {
    fc.assert(
      fc.property(graph, listed, (all, seeds) => {
        const bounds = run(
          all.map((s) => s.stake),
          seeds,
          rule,
        );
        const truth = run(
          all.map(({ stake: { owner, owned, kind }, size }) => ({ owner, owned, kind, low: size, high: size, source: "" })),
          seeds,
          rule,
        );
        expect(within(members(bounds, "sure"), members(truth, "sure"))).toBe(true);
        expect(within(members(truth, "sure"), members(bounds, "most"))).toBe(true);
        expect(within(members(bounds, "wide"), members(truth, "wide"))).toBe(true);
        expect(within(members(truth, "wide"), members(bounds, "widest"))).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
  test("what the text leaves open only adds", () => {
    fc.assert(
      fc.property(graph, listed, (all, seeds) => {
        const r = run(
          all.map((s) => s.stake),
          seeds,
          china,
        );
        expect(within(members(r, "sure"), members(r, "wide"))).toBe(true);
        expect(within(members(r, "most"), members(r, "widest"))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
  test("a stake that decides does so at the size that is named, and not below it", () => {
    fc.assert(
      fc.property(graph, listed, (all, seeds) => {
        const stakes = all.map((s) => s.stake);
        const r = run(stakes, seeds);
        r.graph.ids.forEach((id, n) => {
          const j = judge(r, n);
          for (const d of j.deciding) {
            const [owner, owned] = [r.graph.ids[r.graph.owner[d.edge] as number] as string, r.graph.ids[r.graph.owned[d.edge] as number] as string];
            // Only where the owner is surely reached and the firm is the one asked about does this stake alone decide.
            if (d.needed === undefined || owned !== id || (r.sure.rank[r.graph.place.get(owner) as number] as number) === 0) continue;
            const others = stakes.filter((s) => s.owner !== owner || s.owned !== owned);
            const sized = (size: number): Stake[] => [...others, { owner, owned, low: size, high: size, kind: "shares", source: "" }];
            expect(members(run(sized(d.needed), seeds), "sure").has(id)).toBe(true);
            if (d.needed > 0) expect(members(run(sized(d.needed - 1), seeds), "sure").has(id)).toBe(false);
          }
        });
      }),
      { numRuns: 400 },
    );
  });
});

describe("the order of the file", () => {
  test("changes no verdict, no sum and no deciding stake", () => {
    const told = (r: Reach): unknown =>
      Object.fromEntries(
        [...r.graph.ids].sort().map((id) => {
          const j = judge(r, r.graph.place.get(id) as number);
          const edge = (e: number): string => `${r.graph.ids[r.graph.owner[e] as number]} ${r.graph.ids[r.graph.owned[e] as number]}`;
          return [id, [j.owned, j.low, j.high, j.listed, j.deciding.map((d) => [edge(d.edge), d.needed])]];
        }),
      );
    fc.assert(
      fc.property(graph, listed, fc.infiniteStream(fc.nat()), (all, seeds, random) => {
        const stakes = all.map((s) => s.stake);
        const keyed = stakes.map((s) => ({ s, key: random.next().value as number }));
        const mixed = keyed.sort((a, b) => a.key - b.key).map((k) => k.s);
        expect(told(run(mixed, [...seeds].reverse()))).toEqual(told(run(stakes, seeds)));
      }),
      { numRuns: 300 },
    );
  });
});

describe("owners not named, and shares held through others", () => {
  test("someone not named frees nobody and makes nobody certain", () => {
    fc.assert(
      fc.property(graph, listed, fc.constantFrom(...FIRMS), fc.integer({ min: 0, max: 100 }), (all, seeds, owned, size) => {
        const stakes = all.map((s) => s.stake);
        const nobody: Person = { id: "U", names: ["U"], unnamed: true };
        const before = run(stakes, seeds);
        const after = run([...stakes, { owner: "U", owned, low: size * 10_000, high: size * 10_000, kind: "shares", source: "" }], seeds, affiliates, [nobody]);
        expect(members(after, "sure")).toEqual(members(before, "sure"));
        expect(within(members(before, "most"), members(after, "most"))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
  test("an indirect share makes certain no more than the same share held directly", () => {
    fc.assert(
      fc.property(graph, listed, fc.constantFrom(...FIRMS), fc.constantFrom(...FIRMS), fc.integer({ min: 0, max: 100 }), (all, seeds, owner, owned, size) => {
        fc.pre(owner !== owned);
        const stakes = all.map((s) => s.stake);
        const add = (kind: string, high: number): Reach => run([...stakes, { owner, owned, low: size * 10_000, high, kind, source: "" }], seeds);
        const [through, held] = [add("indirect", 1_000_000), add("another class", size * 10_000)];
        expect(within(members(through, "sure"), members(held, "sure"))).toBe(true);
        expect(within(members(held, "most"), members(through, "most"))).toBe(true);
        expect(within(members(run(stakes, seeds), "sure"), members(through, "sure"))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("files made to be slow", () => {
  const quick = (run: () => void): void => {
    const from = performance.now();
    run();
    expect(performance.now() - from).toBeLessThan(3000);
  };
  const exact = (owner: string, owned: string, low: number, kind = "shares"): Stake => ({ owner, owned, low, high: low, kind, source: "" });
  test("200,000 stakes of one owner in one firm, each of another class", () =>
    quick(() => {
      const r = run(
        Array.from({ length: 200_000 }, (_, i) => exact("A", "X", 3, `class ${i}`)),
        ["A"],
      );
      expect(members(r, "sure").has("X")).toBe(true);
      expect(r.sure.sum[r.graph.place.get("X") as number]).toBe(600_000);
    }));
  test("200,000 owners of one firm", () =>
    quick(() => {
      const r = run(
        Array.from({ length: 200_000 }, (_, i) => exact(`O${i}`, "X", 3)),
        Array.from({ length: 200_000 }, (_, i) => `O${i}`),
      );
      const j = judge(r, r.graph.place.get("X") as number);
      expect([j.owned, j.witness[0]?.edges.length]).toEqual(["restricted", Math.ceil(HALF / 3)]);
    }));
  test("a ladder of diamonds, whose paths are 2 to the power of 1,000", () =>
    quick(() => {
      const ladder = Array.from({ length: 1000 }, (_, i) => [
        exact(`N${i}`, `L${i}`, HALF),
        exact(`N${i}`, `R${i}`, HALF),
        exact(`L${i}`, `N${i + 1}`, 250_000),
        exact(`R${i}`, `N${i + 1}`, 250_000),
      ]).flat();
      const r = run(ladder, ["N0"]);
      expect(judge(r, r.graph.place.get("N1000") as number).witness.length).toBe(3000);
    }));
});
