import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Oracle, oracle } from "./engines/entries.js";
import { root } from "./golden/read.js";

const dir = mkdtempSync(join(tmpdir(), "truce-engines-"));
const sql = (name: string): string => readFileSync(join(root, `docs/sql/${name}.sql`), "utf8");
let o: Oracle;
beforeAll(async () => void (o = await oracle(dir, 150_000)), 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe("the exported rates and docs/sql/price.sql in DuckDB", () => {
  test("come to the kernel's sums to the cent, and flag what it flags", async () => {
    const instance = await DuckDBInstance.create(":memory:");
    const c = await instance.connect();
    await c.run(`CREATE VIEW rates AS SELECT * FROM read_parquet('${o.rates}'); CREATE VIEW entries AS SELECT * FROM read_parquet('${o.entries}')`);
    await c.run(`CREATE TABLE priced AS ${sql("price")}`);
    const rows = (await c.runAndReadAll(sql("totals"))).getRowObjectsJS();
    expect(
      rows.map((r) => ({
        outcome: r["outcome"],
        entries: Number(r["entries"]),
        withoutBase: Number(r["without_base"]),
        base: BigInt(String(r["base"] ?? 0)),
        additional: BigInt(String(r["additional"] ?? 0)),
      })),
    ).toEqual(o.expected);
    const settled = o.expected.find((x) => x.outcome === "settled");
    expect(settled?.base).toBe(o.us.base + o.cn.base);
    expect(settled?.additional).toBe(o.us.additional + o.cn.additional);
    expect(o.expected.length).toBeGreaterThan(2);
    const [unknown] = (
      await c.runAndReadAll(`${sql("price").replace("FROM entries e", "FROM (SELECT 1 AS row_id, '0000000000' AS code, 'CN' AS origin, 'US' AS destination, 25000000 AS minute, 100 AS cents) e")}`)
    ).getRowObjectsJS();
    expect(unknown).toMatchObject({ outcome: "unknown", base: null, additional: null, duty: null });
    c.closeSync();
    instance.closeSync();
  }, 60_000);

  test("hold one stretch for each line, origin and instant, without a gap", async () => {
    const instance = await DuckDBInstance.create(":memory:");
    const c = await instance.connect();
    await c.run(`CREATE VIEW base AS SELECT * FROM read_parquet('${o.rates}') WHERE component = 'base'`);
    const [gaps] = (
      await c.runAndReadAll(
        "SELECT count(*) AS n FROM (SELECT from_minute, lag(to_minute) OVER (PARTITION BY code, origin, destination ORDER BY from_minute) AS before FROM base) WHERE before <> from_minute",
      )
    ).getRowObjectsJS();
    const [ends] = (
      await c.runAndReadAll('SELECT count(DISTINCT "to") AS ends, max("to")::VARCHAR AS last FROM (SELECT max("to") AS "to" FROM base GROUP BY code, origin, destination)')
    ).getRowObjectsJS();
    expect(Number(gaps?.["n"])).toBe(0);
    expect(Number(ends?.["ends"])).toBe(1);
    expect(String(ends?.["last"])).toMatch(/^2299-12-31/);
    c.closeSync();
    instance.closeSync();
  });
});
