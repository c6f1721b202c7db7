import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Oracle, oracle } from "./engines/entries.js";
import { Postgres, postgresBin } from "./engines/postgres.js";
import { root } from "./golden/read.js";

const bin = postgresBin();
const sql = (name: string): string => readFileSync(join(root, `docs/sql/${name}.sql`), "utf8");
const COLUMNS = "code, origin, destination, component, percent_ppm, share_ppm, outcome, min_ppm, max_ppm, from_minute, to_minute";
const TOTALS = "shard INTEGER, outcome TEXT, entries BIGINT, without_base BIGINT, base NUMERIC, additional NUMERIC";

describe.skipIf(bin === undefined)(`Postgres in two shards${bin === undefined ? " (there is no Postgres server on this machine)" : ""}`, () => {
  const dir = mkdtempSync(join(tmpdir(), "truce-postgres-"));
  const servers: Postgres[] = [];
  let o: Oracle;
  let coordinator: Postgres;

  beforeAll(async () => {
    chmodSync(dir, 0o755);
    o = await oracle(dir, 60_000);
    const instance = await DuckDBInstance.create(":memory:");
    const c = await instance.connect();
    await c.run(`CREATE VIEW e AS SELECT * FROM read_parquet('${o.entries}')`);
    await c.run(`COPY (SELECT ${COLUMNS} FROM read_parquet('${o.rates}')) TO '${dir}/rates.csv' (HEADER)`);
    for (const shard of [0, 1]) await c.run(`COPY (SELECT * FROM e WHERE (row_id // 2) % 2 = ${shard}) TO '${dir}/entries_${shard}.csv' (HEADER)`);
    c.closeSync();
    instance.closeSync();
    const started = await Promise.all(["coordinator", "shard_0", "shard_1"].map((name) => Postgres.start(bin as string, dir, name)));
    servers.push(...started);
    coordinator = servers[0] as Postgres;
    await Promise.all(
      servers.slice(1).map(async (s, shard) => {
        await s.sql(`CREATE UNLOGGED TABLE rates (code TEXT, origin TEXT, destination TEXT, component TEXT, percent_ppm BIGINT, share_ppm BIGINT, outcome TEXT, min_ppm BIGINT, max_ppm BIGINT, from_minute INTEGER, to_minute INTEGER);
          CREATE TABLE entries (row_id BIGINT, code TEXT, origin TEXT, destination TEXT, minute INTEGER, cents BIGINT);`);
        await s.copy("rates", `${dir}/rates.csv`);
        await s.copy("entries", `${dir}/entries_${shard}.csv`);
        await s.sql(`CREATE INDEX ON rates (code, origin, destination, from_minute); ANALYZE;
          CREATE VIEW priced AS ${sql("price")};
          CREATE VIEW totals AS SELECT ${shard} AS shard, t.* FROM (${sql("totals")}) t;`);
      }),
    );
    await coordinator.sql(`CREATE EXTENSION postgres_fdw; CREATE TABLE totals (${TOTALS}) PARTITION BY LIST (shard);
      ${servers
        .slice(1)
        .map(
          (s, n) => `CREATE SERVER s${n} FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '127.0.0.1', port '${s.port}', dbname 'postgres');
      CREATE USER MAPPING FOR postgres SERVER s${n} OPTIONS (user 'postgres');
      CREATE FOREIGN TABLE totals_${n} PARTITION OF totals FOR VALUES IN (${n}) SERVER s${n} OPTIONS (table_name 'totals');`,
        )
        .join("\n")}`);
  }, 180_000);
  afterAll(() => {
    for (const s of servers) s.kill();
    rmSync(dir, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  });

  const asked = "SELECT outcome, sum(entries), sum(without_base), COALESCE(sum(base), 0), COALESCE(sum(additional), 0) FROM totals GROUP BY outcome ORDER BY outcome;";

  test("prices entries where they lie, and the shards together come to the kernel's sums to the cent", async () => {
    const rows = (await coordinator.sql(asked))
      .trim()
      .split("\n")
      .map((l) => l.split("\t"))
      .map(([outcome, entries, withoutBase, base, additional]) => ({
        outcome,
        entries: Number(entries),
        withoutBase: Number(withoutBase),
        base: BigInt(base as string),
        additional: BigInt(additional as string),
      }));
    expect(rows).toEqual(o.expected);
    expect(await coordinator.sql(`EXPLAIN (VERBOSE, COSTS OFF) ${asked}`)).toMatch(/Foreign Scan on public\.totals_0[\s\S]*Foreign Scan on public\.totals_1/);
  }, 120_000);

  test("answers with an error, never with a smaller sum, when a shard is dead", async () => {
    servers[2]?.kill();
    await new Promise((done) => setTimeout(done, 500));
    await expect(coordinator.sql(asked)).rejects.toThrow(/could not connect to server "s1"|server closed the connection|terminat/);
  }, 60_000);
});
