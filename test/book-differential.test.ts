import fc from "fast-check";
import { compileBook, priceLine } from "@truce/engine/book";
import { parseKnown } from "@truce/engine/time";
import { beforeAll, describe, expect, test } from "vitest";
import { differential, STATES } from "../tools/differential.mjs";
import { Desks, suppositions } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";

describe("interpreter, book and kernel", () => {
  test("say the same of random lines: outcome, every component to the cent, what is missing and its range", async () => {
    const { counts, differ } = await differential({ lines: 10_000, seed: 20261010 });
    expect(differ).toEqual([]);
    expect(counts["settled"]).toBeGreaterThan(5_000);
    expect(counts["needs-facts"]).toBeGreaterThan(1_000);
    expect(counts["kernel"]).toBeGreaterThan(2_000);
    expect(STATES.length).toBeGreaterThan(5);
  }, 120_000);
});

describe("the book", () => {
  let desks: Desks;
  beforeAll(async () => void (desks = new Desks(await openRegime())));
  const known = parseKnown("2026-10-10").at;
  const minutes = fc.integer({ min: Date.UTC(2018, 0, 2) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 });

  test("parts of a split line add up to the whole within a cent for each component and each cut", () => {
    const book = compileBook(desks.desk(known, []).grounds, known, "us");
    const codes = book.kinds.leaves.filter((c) => !c.startsWith("98"));
    fc.assert(
      fc.property(fc.nat(codes.length - 1), minutes, fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: 0, max: 1_000_000_000 }), (n, minute, a, b) => {
        const cell = book.cell(book.cellOf(book.place(codes[n] as string), "CN", minute, 0));
        const [one, two, both] = [a, b, a + b].map((v) => priceLine(cell, v, [], "cents"));
        both?.parts.forEach((p, k) => expect(Math.abs(p.amount - (one?.parts[k]?.amount ?? 0) - (two?.parts[k]?.amount ?? 0))).toBeLessThanOrEqual(1));
      }),
      { numRuns: 400 },
    );
  });

  test("of an earlier knowledge is the same whatever was announced later", () => {
    const early = parseKnown("2025-10-25").at;
    const all = compileBook(desks.desk(early, []).grounds, early, "us");
    const cut = new Desks({ ...desks.regime, law: { ...desks.regime.law, instruments: desks.regime.law.instruments.filter((i) => i.announced <= early) } });
    const then = compileBook(cut.desk(early, []).grounds, early, "us");
    const codes = all.kinds.leaves.filter((c) => !c.startsWith("98"));
    fc.assert(
      fc.property(fc.nat(codes.length - 1), minutes, fc.constantFrom("CN", "HK", "MO"), (n, minute, origin) => {
        const code = codes[n] as string;
        const [a, b] = [all, then].map((x) => x.cell(x.cellOf(x.place(code), origin, minute, 0)));
        expect({ ...b, id: 0 }).toEqual({ ...a, id: 0 });
      }),
      { numRuns: 300 },
    );
  });

  test("under a supposition differs where the law does, and nowhere before it begins", async () => {
    const lapse = compileBook(desks.desk(known, await suppositions(["truce-lapses"], desks.regime)).grounds, known, "cn");
    const plain = compileBook(desks.desk(known, []).grounds, known, "cn");
    const at = (book: typeof plain, day: number) => book.cell(book.cellOf(book.place("12019011"), "US", day / 60_000, 0));
    expect(at(lapse, Date.UTC(2025, 5, 1)).parts.map((p) => p.percent)).toEqual(at(plain, Date.UTC(2025, 5, 1)).parts.map((p) => p.percent));
    expect(at(plain, Date.UTC(2027, 0, 5)).outcome).toBe("beyond-horizon");
    expect(at(lapse, Date.UTC(2027, 0, 5)).outcome).toBe("settled");
  });
});
