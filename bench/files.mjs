// Files from end to end: 10 million lines read, priced and written, and DuckDB's own join over the exported rates on the same lines.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "../node_modules/@duckdb/node-api/lib/index.js";
import { ORIGINS } from "@truce/engine/book";
import { columnTable } from "../packages/node/dist/bulk/column-table.js";
import { exportTable } from "../packages/node/dist/export/run.js";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @param put takes what, unit, values, limit, atMost; `lines` are those of the kernel's bench */
export async function benchFiles(put, desks, known, { book, lines }, runs = 5) {
  const dir = mkdtempSync(join(tmpdir(), "truce-bench-"));
  try {
    const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
    const c = await instance.connect();
    const count = lines.cents.length;
    columnTable(c, "lines", { place: lines.place, origin: Int32Array.from(lines.origin), minute: lines.minute, cents: lines.cents });
    const codes = Array.from({ length: book.places }, (_, i) => book.kinds.placeAt(i).asked);
    await c.run(`CREATE TABLE codes AS SELECT * FROM (SELECT unnest([${codes.map((x) => `'${x}'`).join()}]) AS code, unnest(range(${codes.length})) AS n)`);
    await c.run(
      `CREATE VIEW made AS SELECT code AS hts, [${ORIGINS.us.map((o) => `'${o}'`).join()}][origin + 1] AS origin, CAST(make_timestamp(CAST(minute AS BIGINT) * 60000000) AS DATE) AS entry_date, CAST(cents / 100 AS DECIMAL(12, 2)) AS entered_value FROM lines() l JOIN codes ON codes.n = l.place`,
    );
    for (const [ending, format] of [
      ["parquet", "FORMAT parquet, COMPRESSION zstd"],
      ["csv", "FORMAT csv, HEADER"],
    ])
      await c.run(`COPY made TO '${join(dir, `lines.${ending}`)}' (${format})`);
    for (const [ending, limit] of [
      ["parquet", 8],
      ["csv", 15],
    ]) {
      const times = [];
      const memory = [];
      for (let i = 0; i < runs; i++) {
        const from = performance.now();
        const done = spawnSync(
          process.execPath,
          [
            "-e",
            `process.on("exit", () => process.stderr.write("PEAK " + process.resourceUsage().maxRSS)); process.argv = ["node", "price", "${join(dir, `lines.${ending}`)}", "--wide", "-o", "${join(dir, `out.${ending}`)}", "--quiet", "--known", "2026-10-10"]; import("${root}packages/node/dist/cli/main.js")`,
          ],
          { encoding: "utf8" },
        );
        if (done.status !== 0) throw new Error(done.stderr);
        times.push((performance.now() - from) / 1000);
        memory.push(Number(/PEAK (\d+)/.exec(done.stderr)?.[1]) / 1024 / 1024);
      }
      put(`truce price --wide, ${count / 1e6} M lines, ${ending} to ${ending}`, "s", times, limit);
      put("  its peak memory", "GB", memory, 1.5);
    }
    await exportTable("rates", desks, { sides: ["us"], known, supposed: [], to: join(dir, "rates.parquet") }, async () => undefined);
    const few = 1_000_000;
    await c.run(`CREATE TABLE rates AS SELECT * FROM '${join(dir, "rates.parquet")}'`);
    await c.run(
      `CREATE TABLE entries AS SELECT row_number() OVER () AS row_id, code, [${ORIGINS.us.map((o) => `'${o}'`).join()}][origin + 1] AS origin, 'US' AS destination, minute, CAST(cents AS BIGINT) AS cents FROM (SELECT * FROM lines() LIMIT ${few}) l JOIN codes ON codes.n = l.place`,
    );
    const price = readFileSync(join(root, "docs/sql/price.sql"), "utf8");
    const joins = [];
    for (let i = 0; i < 3; i++) {
      const from = performance.now();
      await c.run(`SELECT sum(base), sum(additional) FROM (${price})`);
      joins.push(few / (performance.now() - from) / 1000);
    }
    put("DuckDB's own interval join over the exported rates", "M lines/s", joins);
    c.closeSync();
    instance.closeSync();
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
