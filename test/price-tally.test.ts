import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseKnown } from "@truce/engine/time";
import { afterAll, expect, test } from "vitest";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";
import { summarise } from "../packages/node/dist/portfolio/summary.js";
import { PricedFile, scenariosOf } from "../packages/node/dist/price/index.js";

const dir = mkdtempSync(join(tmpdir(), "truce-tally-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test("sums added up while a file is read are those that SQL adds up over its priced lines", async () => {
  const desks = new Desks(await openRegime());
  const codes = { CN: ["4202.92.31.31", "7326.90.86.88", "9403.20.00.78", "0402.21.25.00", "8471.30.01.00"], US: ["1201.90.11", "1005.90.00"] };
  const lines = Array.from({ length: 3000 }, (_, i) => {
    const from = i % 5 === 0 ? "US" : i % 17 === 0 ? "VN" : "CN";
    const of = codes[from === "US" ? "US" : "CN"];
    return `${of[i % of.length]},${from},${i % 3 === 0 ? "2025-12-05" : "2027-01-20"},${((i * 7919) % 100_000_000) / 100},${i % 4 === 0 ? "60" : ""},${i % 2 === 0 ? "12.5" : ""},kg`;
  });
  writeFileSync(join(dir, "l.csv"), `hts,from,on,value,steel,quantity,unit\n${lines.join("\n")}\n`);
  const known = parseKnown("2026-10-10").at;
  const scenarios = await scenariosOf(["truce-lapses"], desks.regime, known);
  const priced = await PricedFile.open(
    join(dir, "l.csv"),
    desks,
    { columns: [], defaults: { on: undefined, from: undefined, to: undefined, now: known }, known, scenarios, memory: "500MB" },
    undefined,
    () => undefined,
  );
  try {
    const names = scenarios.map(({ id, title }) => ({ id, title }));
    const bySql = await summarise(priced.connection, `(${priced.sql("lines")})`, names, undefined);
    const byKernel = await summarise(priced.connection, "none", names, undefined, priced.books.tally.rows());
    expect(byKernel).toEqual(bySql);
    // Some of the lines are open, in each direction.
    expect(bySql.sides.map((s) => (s.scenarios[0]?.open.lines ?? 0) > 100 && s.scenarios[0]?.additional !== "0.00")).toEqual([true, true]);
  } finally {
    priced.close();
  }
});
