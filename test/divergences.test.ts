import { readFileSync } from "node:fs";
import { join } from "node:path";
import { instant, parseKnown } from "@truce/engine/time";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";
import { loadRegime } from "../packages/node/dist/regime/load.js";
import { printDivergences } from "../tools/divergences.mjs";
import { compare } from "./golden/compare.js";
import { type Expected, type Given, root } from "./golden/read.js";

interface Entry {
  readonly id: string;
  readonly peer: string;
  readonly about: string;
  readonly theirs: string;
  readonly ours: string;
  readonly because: string;
  readonly see: readonly string[];
  readonly compared: string;
  readonly untested?: string;
  readonly cases: readonly { readonly given: Given; readonly expect: Expected }[];
}
/** The moment at which these cases are asked, where they give no clock. */
const NOW = instant(Date.UTC(2026, 9, 10, 12) / 60_000);
const text = readFileSync(join(root, "test/expected-divergences.yaml"), "utf8");
const entries = parse(text, { schema: "failsafe" }) as Entry[];

describe("where others say something else", () => {
  test("each entry says who, what, why and when it was compared", () => {
    expect(entries.length).toBeGreaterThanOrEqual(20);
    expect(entries.map((e) => e.id)).toEqual(entries.map((_, i) => `D${String(i + 1).padStart(2, "0")}`));
    for (const e of entries) {
      expect(
        Object.keys(e).filter((k) => !["id", "peer", "about", "theirs", "ours", "because", "see", "compared", "untested", "cases"].includes(k)),
        e.id,
      ).toEqual([]);
      for (const key of ["peer", "about", "theirs", "ours", "because"] as const) expect(e[key], `${e.id} ${key}`).toMatch(/\S/);
      expect(e.compared, e.id).toMatch(/^20\d\d-\d\d-\d\d$/);
      expect(e.theirs, `${e.id} agrees and is to be taken out`).not.toBe(e.ours);
      expect((e.cases.length === 0) === (e.untested !== undefined), `${e.id} has cases, or says why not`).toBe(true);
    }
  });

  test("it names documents of the regime", () => {
    const ids = new Set(loadRegime(join(root, "regime")).instruments.map((i) => i.id));
    expect(entries.flatMap((e) => e.see.filter((id) => !ids.has(id)).map((id) => `${e.id} ${id}`))).toEqual([]);
  });

  const desks = openRegime().then((r) => new Desks(r));
  const cases = entries.flatMap((e) => e.cases.map((c, i) => [`${e.id}.${i + 1} ${e.about}`, c] as const));
  test.each(cases)("%s is what the program answers", async (_, { given, expect: expected }) => {
    expect(Object.keys(expected).length).toBeGreaterThan(0);
    const { known, ...asked } = given;
    compare((await desks).duty(asked, known === undefined ? NOW : parseKnown(known).at, NOW, []), expected);
  });

  test("the printed page is fresh: npm run divergences", () => {
    expect(readFileSync(join(root, "docs/divergences.md"), "utf8")).toBe(printDivergences(text));
  });
  test("and a changed entry would make it stale", () => {
    expect(printDivergences(text.replace('theirs: "34"', 'theirs: "35"'))).not.toBe(printDivergences(text));
  });
});
