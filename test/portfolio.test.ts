import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { compact, monthSteps, moverBars, scenarioBars } from "@truce/engine/charts";
import type { Summary } from "@truce/engine/portfolio";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { canvas, pngOf, svgText } from "../packages/node/dist/charts/render.js";
import { summarise } from "../packages/node/dist/portfolio/summary.js";
import type { PriceView } from "../packages/node/dist/price/summary-of.js";
import { root } from "./golden/read.js";

const dir = mkdtempSync(join(tmpdir(), "truce-portfolio-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const cents = (text: string): bigint => BigInt(text.replace(".", ""));

describe("a summary of a million lines", () => {
  let s: Summary;
  beforeAll(async () => {
    const instance = await DuckDBInstance.create(":memory:", { memory_limit: "600MB", temp_directory: join(dir, "spill") });
    const c = await instance.connect();
    await c.run(`CREATE TABLE lines AS SELECT i AS "row", 'r' || i AS ref, CAST(NULL AS VARCHAR) AS entry, 'S' || (hash(i) % 500) AS sku, CAST(NULL AS VARCHAR) AS supplier, '42' || (hash(i) % 90) AS code, '42' || (hash(i) % 20) AS heading,
      '2025-' || lpad((hash(i * 3) % 12 + 1)::VARCHAR, 2, '0') AS month, 'CN' AS origin, CASE WHEN hash(i) % 7 = 0 THEN 'cn' ELSE 'us' END AS side, CAST(hash(i) % 1000000000 AS BIGINT) AS value,
      CASE WHEN hash(i) % 11 = 0 THEN 'needs-facts' ELSE 'settled' END AS outcome_0, CASE WHEN hash(i) % 11 = 0 THEN 'steel use' END AS missing_0, value // 20 AS base_0, CASE WHEN hash(i) % 11 <> 0 THEN value // 4 END AS additional_0,
      CASE WHEN hash(i) % 11 <> 0 THEN value // 20 + value // 4 END AS total_0, value // 4 AS min_0, CASE WHEN hash(i) % 33 <> 0 THEN value END AS max_0,
      'settled' AS outcome_1, CAST(NULL AS VARCHAR) AS missing_1, value // 20 AS base_1, value // 3 AS additional_1, value // 20 + value // 3 AS total_1, value // 3 AS min_1, value // 3 AS max_1 FROM range(1000000) r(i)`);
    s = await summarise(
      c,
      "lines",
      [
        { id: "law", title: "the law as it stands" },
        { id: "other", title: "another" },
      ],
      20,
    );
    c.closeSync();
    instance.closeSync();
  }, 60_000);

  test("has tables whose rows add up to the sums to the cent, with one row for all others", () => {
    for (const side of s.sides)
      for (const name of ["sku", "heading", "month", "origin"] as const)
        for (const [i, sum] of side.scenarios.entries()) {
          const rows = s.tables[name].filter((r) => r.side === side.side);
          expect(
            rows.reduce((n, r) => n + cents(r.scenarios[i]?.additional ?? "0.00"), 0n),
            name,
          ).toBe(cents(sum.additional));
          expect(rows.reduce((n, r) => n + cents(r.value), 0n)).toBe(cents(side.value));
          expect(rows.reduce((n, r) => n + r.lines, 0)).toBe(side.lines);
          expect(rows.reduce((n, r) => n + (r.scenarios[i]?.open ?? 0), 0)).toBe(sum.open.lines);
        }
    expect(s.tables.sku.filter((r) => r.others !== undefined).map((r) => r.others)).toEqual([480, 480]);
    expect(s.tables.supplier).toEqual([]);
  });

  test("keeps what is open out of the sums, with its range, and no upper bound where there is none", () => {
    const [law, other] = s.sides[0]?.scenarios ?? [];
    expect(law?.settled).toBe((s.sides[0]?.lines ?? 0) - (law?.open.lines ?? 0));
    expect(law?.open.byOutcome).toEqual({ "needs-facts": law?.open.lines });
    expect(cents(law?.open.additionalMin ?? "0")).toBeGreaterThan(0n);
    expect(law?.open.additionalMax).toBeNull();
    expect(other?.open).toMatchObject({ lines: 0, additionalMin: "0.00", additionalMax: "0.00" });
    expect(s.missing.map((m) => m.fact)).toEqual(["steel", "use"]);
  });

  test("names the ten lines that move most, the largest first", () => {
    expect(s.movers).toHaveLength(10);
    const changes = s.movers.map((m) => cents(m.change));
    expect([...changes].sort((a, b) => (a < b ? 1 : -1))).toEqual(changes);
  });
});

describe("charts", () => {
  const frame = { title: "A title", unit: "additional duty, USD", note: "Source and knowledge." };
  const drawn = (): string[] => {
    const doc = canvas();
    return [
      scenarioBars(doc, frame, [
        { name: "law as it stands", additional: 123_456_700, openLeast: 100, openMost: undefined, openLines: 3 },
        { name: "<script>alert(1)</script>", additional: 99, openLeast: 0, openMost: 0, openLines: 0 },
      ]),
      monthSteps(
        doc,
        frame,
        ["2025-01", "2025-02", "2025-03"].flatMap((month, i) => ["a", "b"].map((scenario) => ({ month, scenario, additional: (i + 1) * 1000 }))),
      ),
      moverBars(doc, frame, [
        { name: "one", change: 500 },
        { name: "two", change: -900 },
      ]),
    ].map(svgText);
  };

  test("are SVG with title, unit and note, escaped, and the same bytes for the same data", () => {
    const [bars, months, movers] = drawn() as [string, string, string];
    for (const svg of [bars, months, movers]) {
      expect(svg).toMatch(/^<\?xml[^>]*>\n<svg [^>]*role="img"/);
      expect(svg).toContain("additional duty, USD");
      expect(svg).toContain("Source and knowledge.");
    }
    expect(bars).toContain("1.23 M");
    expect(bars).not.toContain("<script>");
    expect(months).toContain("stroke-dasharray");
    expect(drawn()).toEqual([bars, months, movers]);
  });

  test("become PNG", () =>
    expect(
      Buffer.from(pngOf((drawn() as [string])[0]))
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG"));

  test.each([
    [99, "0.99"],
    [123_456, "1.23 k"],
    [-1_234_567_890, "-12.3 M"],
    [500_000_000_000, "5 bn"],
  ])("write %d cents as %s", (n, text) => expect(compact(n)).toBe(text));
});

describe("truce price with several suppositions", () => {
  const file = join(dir, "lines.csv");
  const run = (...args: string[]): PriceView =>
    JSON.parse(execFileSync(process.execPath, [join(root, "packages/node/dist/cli/main.js"), "price", file, "--known", "2025-10-25", "--json", ...args], { encoding: "utf8" })) as PriceView;
  beforeAll(() =>
    writeFileSync(
      file,
      'sku,hts,from,to,on,value\n"<img src=x onerror=alert(1)>",4202.92.31.31,CN,US,2025-12-01,10000\nB & C,6110.20.20.79,CN,US,2025-12-01,2500.50\nSoy,1201.90.11,US,CN,2025-10-25,1000\n',
    ),
  );

  test("puts them side by side, with what each changes and the lines that move", () => {
    const v = run("--suppose", "us/threat-2025-10-10-100pct", "--html", join(dir, "r.html"), "--svg", join(dir, "r.svg"), "--png", join(dir, "r.png"));
    const us = v.sides.find((s) => s.side === "us");
    expect(us?.scenarios.map((x) => x.scenario)).toEqual(["law", "threat_2025_10_10_100pct"]);
    expect(us?.scenarios[1]?.change).toBe("12500.50");
    expect(v.movers.map((m) => [m.sku, m.change])).toEqual([
      ["<img src=x onerror=alert(1)>", "10000.00"],
      ["B & C", "2500.50"],
    ]);
    const html = readFileSync(join(dir, "r.html"), "utf8");
    expect(html).toContain("Content-Security-Policy");
    expect(html).not.toMatch(/<img|<script|https?:\/\/(?!www\.w3\.org)/);
    expect(html).toContain("12,500.50");
    expect(readFileSync(join(dir, "r.png")).subarray(1, 4).toString()).toBe("PNG");
  });

  test("warns of one that moves nothing, and refuses one that names nothing", () => {
    expect(run("--suppose", "truce-lapses").warnings.join()).toContain("truce_lapses moves the settled additional duty of no line");
    expect(() => run("--suppose", "no-such-thing")).toThrow(/there is no threat, scenario or document/);
  });
});
