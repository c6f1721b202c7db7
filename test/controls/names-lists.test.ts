import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync, deflateRawSync } from "node:zlib";
import type { Party } from "@truce/engine/controls";
import { buildNameIndex, indexBytes, matchMany, matchNames, openNameIndex, POSSIBLE, STRONG } from "@truce/engine/controls/names";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { openRegime } from "../../packages/node/dist/grounds/open.js";
import { records } from "../../packages/node/dist/regime/csv.js";
import { root } from "../golden/read.js";

interface Case {
  readonly name: string;
  readonly type?: Party["type"];
  readonly finds?: string;
  readonly never?: string;
  readonly strength?: "strong";
  readonly because: string;
}
const regime = await openRegime();
const parties = regime.copies.flatMap((c) => c.parties);
const index = buildNameIndex(parties);
const cases = parse(readFileSync(join(root, "test/controls/names.yaml"), "utf8")) as { finds: Case[]; never: Case[] };
const found = (c: Case, limit: number): { name: string | undefined; score: number }[] =>
  matchNames(index, { name: c.name, ...(c.type === undefined ? {} : { type: c.type }) }, { limit }).matches.map((m) => ({ name: parties[m.party]?.names[0]?.text, score: m.score }));

describe("names asked of the shipped lists", () => {
  test.each(cases.finds)("$name: $because", (c) => {
    const hit = found(c, 5).find((m) => m.name === c.finds);
    expect(hit, JSON.stringify(found(c, 5))).toBeDefined();
    if (c.strength === "strong") expect(hit?.score).toBeGreaterThanOrEqual(STRONG);
  });
  test.each(cases.never)("$name is not $never: $because", (c) => {
    expect(parties.some((p) => p.names.some((n) => n.text === c.never))).toBe(true);
    expect(found(c, 500).filter((m) => m.name === c.never)).toEqual([]);
  });
  test("of 190 well-known firms and usual names of persons that no list holds, few are shown and fewer taken for a listed party", () => {
    const others = records(readFileSync(join(root, "test/names/others.csv"), "utf8")) as { name: string; type: Party["type"] }[];
    const best = others.map((o) => matchNames(index, o, { limit: 1 }).matches[0]?.score ?? 0);
    expect(others.length).toBeGreaterThan(180);
    expect(best.filter((s) => s >= POSSIBLE).length / others.length).toBeLessThan(0.15);
    expect(best.filter((s) => s >= STRONG).length / others.length).toBeLessThan(0.02);
  });
});

describe("an index made before", () => {
  const inflate = (b: Uint8Array): Uint8Array => inflateRawSync(b);
  const bytes = indexBytes(index, (raw) => deflateRawSync(raw));
  test("answers as the one that it was made from, to the letter", () => {
    const opened = openNameIndex(bytes, parties, inflate);
    expect(opened?.edition).toBe(index.edition);
    for (const { name } of [...cases.finds, ...cases.never, { name: parties[77]?.names[0]?.text as string }])
      expect(matchNames(opened as typeof index, { name }, { limit: 20, threshold: 0.3 })).toEqual(matchNames(index, { name }, { limit: 20, threshold: 0.3 }));
    expect(opened?.unread).toEqual(index.unread);
  });
  test("is not taken for other parties, nor for a name that was changed", () => {
    expect(openNameIndex(bytes, parties.slice(1), inflate)).toBeUndefined();
    const [first, ...rest] = parties as [Party, ...Party[]];
    expect(openNameIndex(bytes, [{ ...first, names: [{ text: "Another", kind: "name" }] }, ...rest], inflate)).toBeUndefined();
  });
  test("is the one that was packed at build time, and opens in less time than making one takes", () => {
    const time = (run: () => unknown): number => {
      const all = Array.from({ length: 3 }, () => {
        const from = performance.now();
        run();
        return performance.now() - from;
      });
      return Math.min(...all);
    };
    expect(openNameIndex(regime.names?.bytes as Uint8Array, parties, inflate)?.edition).toBe(index.edition);
    expect(time(() => openNameIndex(regime.names?.bytes as Uint8Array, parties, inflate))).toBeLessThan(time(() => buildNameIndex(parties)) / 1.5);
  });
});

describe("many names", () => {
  const names = parties
    .filter((p) => (p.names[0]?.text.length ?? 999) < 60)
    .slice(0, 120)
    .map((p) => ({ name: p.names[0]?.text as string }));
  test("are answered in order as one by one; a name that cannot be compared stands as its error", () => {
    const all = [...names.slice(0, 30), { name: "..." }, ...names.slice(0, 5)];
    const answers = matchMany(index, all, { limit: 3 });
    expect(answers[30]).toEqual({ error: { code: "empty-name", message: "the name holds no letter and no digit", hint: "give the name as it is written on papers" } });
    all.forEach((q, i) => i !== 30 && expect(answers[i]).toEqual(matchNames(index, q, { limit: 3 })));
  });
  test("say how far they are, to the end, and stop where they are told to", () => {
    const seen: number[] = [];
    expect(matchMany(index, names, { limit: 1 }, (done) => void seen.push(done))).toHaveLength(120);
    expect(seen).toEqual([50, 100, 120]);
    expect(matchMany(index, names, { limit: 1 }, () => false)).toHaveLength(50);
  });
});
