import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Oracle, oracle } from "./engines/entries.js";
import { script, SparkCluster, without } from "./engines/python.js";
import { root } from "./golden/read.js";

const dir = mkdtempSync(join(tmpdir(), "truce-python-"));
const sql = join(root, "docs/sql");
const reasons = { clickhouse: without("chdb"), spark: without("pyspark") };
let o: Oracle;
beforeAll(async () => {
  if (reasons.clickhouse === undefined || reasons.spark === undefined) o = await oracle(dir, 100_000);
}, 120_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const sums = (rows: readonly Record<string, unknown>[]): unknown =>
  rows
    .filter((r) => r["outcome"] !== undefined)
    .map((r) => ({ outcome: r["outcome"], entries: Number(r["entries"]), withoutBase: Number(r["without_base"]), base: BigInt(String(r["base"])), additional: BigInt(String(r["additional"])) }));
const titled = (name: string, why: string | undefined): string => (why === undefined ? name : `${name} (skipped: ${why})`);

describe.skipIf(reasons.clickhouse !== undefined)(titled("ClickHouse's dialect, through chdb", reasons.clickhouse), () => {
  test("comes to the kernel's sums to the cent", async () => expect(sums(await script("clickhouse.py", [dir, sql]))).toEqual(o.expected), 160_000);
});

describe.skipIf(reasons.spark !== undefined)(titled("Spark with a master and two workers", reasons.spark), () => {
  let cluster: SparkCluster;
  beforeAll(async () => void (cluster = await SparkCluster.start(2)), 120_000);
  afterAll(() => cluster?.stop());

  test("comes to the kernel's sums to the cent", async () => expect(sums(await script("spark.py", [cluster.address, dir, sql]))).toEqual(o.expected), 160_000);

  // Half a minute of waiting for the dead worker: only where it is asked for.
  test.skipIf(process.env["TRUCE_ENGINES"] !== "all")(
    "comes to the same with a worker that died in the middle, or fails (TRUCE_ENGINES=all)",
    async () => {
      const asked = script("spark.py", [cluster.address, dir, sql]);
      setTimeout(() => cluster.killWorker(1), 9_000);
      const got = await asked.then(sums, () => "failed");
      if (got !== "failed") expect(got).toEqual(o.expected);
    },
    160_000,
  );
});
