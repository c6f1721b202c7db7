import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { writeXlsx } from "hucre/xlsx";
import { deflateRawSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BAGS, Folder, HEAD, main, truce } from "./price-desk.js";

/* Under the final name there is a whole file or none; bad input has a clear end; the input is never touched. */
const f = new Folder();
const LINES = 400_000;
let sum = "";
const sumOf = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");
beforeAll(async () => {
  const c = await (await DuckDBInstance.create(":memory:")).connect();
  await c.run(
    `COPY (SELECT '4202.92.31.31' AS code, DATE '2018-02-01' + CAST(i % 3000 AS INTEGER) AS "on", (i % 100000 + 0.25)::DECIMAL(12,2) AS value, 'S' || i AS sku FROM range(${LINES}) t(i)) TO '${f.at("big.parquet")}' (FORMAT parquet)`,
  );
  sum = sumOf(f.at("big.parquet"));
});
afterAll(() => f.clear());

/** Runs the command and ends it when something has been written; then tells how it ended. */
async function ended(args: readonly string[], signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly before: readonly string[] }> {
  const child = spawn(process.execPath, [main, "price", ...args], { stdio: "ignore" });
  const over = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done) => void child.once("exit", (code, s) => done({ code, signal: s })));
  const begun = (): boolean => f.names.some((n) => n.startsWith(".out") && n.endsWith(".csv") && statSync(f.at(n)).size > 0);
  for (let i = 0; i < 600 && !begun() && child.exitCode === null; i++) await new Promise((r) => void setTimeout(r, 20));
  const before = f.names;
  child.kill(signal);
  return { ...(await over), before };
}

describe("a run that is ended in the middle", () => {
  test("by Ctrl-C or a polite end leaves nothing", async () => {
    for (const [signal, code] of [
      ["SIGINT", 130],
      ["SIGTERM", 143],
    ] as const) {
      const r = await ended([f.at("big.parquet"), "-o", f.at("out.csv"), "--quiet"], signal);
      expect(r.before.filter((n) => n.startsWith(".out"))).not.toEqual([]);
      expect(r).toMatchObject({ code });
      expect(f.names).toEqual(["big.parquet"]);
    }
    expect(sumOf(f.at("big.parquet"))).toBe(sum);
  }, 60_000);

  test("by SIGKILL has nothing under the final name, and the next run removes what it left", async () => {
    writeFileSync(f.at("out.csv"), "the file of before\n");
    const r = await ended([f.at("big.parquet"), "-o", f.at("out.csv"), "--quiet"], "SIGKILL");
    expect(r.signal).toBe("SIGKILL");
    expect(f.read("out.csv")).toBe("the file of before\n");
    expect(f.names.filter((n) => n.startsWith(".")).length).toBeGreaterThan(0);
    f.write("small.csv", HEAD + BAGS);
    expect(truce([f.at("small.csv"), "-o", f.at("out.csv"), "--known", "2026-10-10"])).toMatchObject({ status: 0 });
    expect(f.names).toEqual(["big.parquet", "out.csv", "small.csv"]);
    expect(f.read("out.csv").split("\n")).toHaveLength(6);
  }, 60_000);

  test("by a full disk ends with 3 and one line that says so", () => {
    // A limit on the size of files stands for the disk: the system answers in the same place.
    const full = new Folder();
    const file = full.write("lines.csv", HEAD + BAGS.repeat(60_000));
    const r = spawnLimited(["price", file, "-o", full.at("out.csv"), "--quiet"]);
    expect(r.stderr).toMatch(/^truce: the disk is full: .*out\.csv was not written, and nothing is left of it\n$/);
    expect(r.status).toBe(3);
    expect(full.names).toEqual(["lines.csv"]);
    full.clear();
  }, 60_000);
});

function spawnLimited(args: readonly string[]) {
  return spawnSync("bash", ["-c", `trap '' XFSZ; ulimit -f 6000; exec "$0" "$@"`, process.execPath, main, ...args], { encoding: "utf8" });
}

describe("an output", () => {
  const file = (): string => f.write("in.csv", HEAD + BAGS);
  test("is never the input, a folder, or in a folder that is not there", () => {
    const input = file();
    mkdirSync(f.at("folder"), { recursive: true });
    for (const [out, code] of [
      [input, "same-file"],
      [f.at("./folder/../in.csv"), "same-file"],
      [f.at("folder"), "is-folder"],
      [f.at("nowhere/out.csv"), "no-folder"],
      ["/proc/out.csv", "no-permission"],
    ] as const) {
      const r = truce([input, "-o", out, "--json"]);
      expect({ out, status: r.status, stdout: r.stdout, code: JSON.parse(r.stderr).error.code }).toEqual({ out, status: 1, stdout: "", code });
    }
    expect(f.read("in.csv")).toBe(HEAD + BAGS);
    expect(f.names.filter((n) => n.startsWith("."))).toEqual([]);
  }, 60_000);

  test("has a file of rejects beside it where there are any, and loses it where there are none", () => {
    const bad = f.write("bad.csv", HEAD + BAGS + BAGS.replace("10000.00", "1.005"));
    expect(truce([bad, "-o", f.at("out.csv"), "--quiet"])).toMatchObject({ status: 0, stderr: expect.stringMatching(/^truce: 1 of 2 lines could not be priced: see .*out\.rejects\.csv\n$/) });
    expect(f.read("out.rejects.csv")).toMatch(/^row,field,reason,given\n2,value,"no customs value.*",1\.005\n$/);
    expect(truce([bad, "-o", f.at("out.csv"), "--strict"]).status).toBe(1);
    expect(truce([file(), "-o", f.at("out.csv"), "--strict"]).status).toBe(0);
    expect(existsSync(f.at("out.rejects.csv"))).toBe(false);
  }, 60_000);

  test("of more rows than a sheet holds is refused as a workbook, and nothing is left", () => {
    const r = truce([f.write("many.csv", HEAD + BAGS.repeat(263_000)), "-o", f.at("out.xlsx"), "--json"]);
    expect(r.status).toBe(1);
    expect(JSON.parse(r.stderr).error).toMatchObject({ code: "too-long", hint: "write CSV or Parquet" });
    expect(f.names.filter((n) => n.startsWith(".") || n.endsWith(".xlsx"))).toEqual([]);
  }, 60_000);
});

describe("bad input has a clear end", () => {
  const error = (file: string, ...more: string[]): { status: number | null; code: string; message: string } => {
    const before = sumOf(file);
    const r = truce([file, "-o", f.at("out.csv"), "--json", ...more]);
    expect(sumOf(file)).toBe(before);
    expect(f.names.filter((n) => n.startsWith("."))).toEqual([]);
    return { status: r.status, ...JSON.parse(r.stderr.trim().split("\n").at(-1) as string).error };
  };

  test("a Parquet file that is cut off", () => {
    for (const left of [4, 1_000, statSync(f.at("big.parquet")).size - 100]) {
      f.write("cut.parquet", readFileSync(f.at("big.parquet")));
      truncateSync(f.at("cut.parquet"), left);
      expect(error(f.at("cut.parquet"))).toMatchObject({ status: 1, code: "bad-parquet" });
    }
    const bent = readFileSync(f.at("big.parquet"));
    bent.fill(0xff, 1_000, 60_000);
    expect(error(f.write("bent.parquet", bent))).toMatchObject({ status: 1, code: "bad-parquet" });
  }, 60_000);

  test("NUL bytes, an empty file, a folder, a packed file, a name that lies", () => {
    expect(error(f.write("nul.csv", `${HEAD}${BAGS.repeat(100_000)}${BAGS.replace("A1", "A\0")}`))).toMatchObject({ status: 1, code: "not-a-table", message: expect.stringContaining("at byte 4") });
    expect(error(f.write("empty.csv", ""))).toMatchObject({ status: 1, code: "empty-file" });
    expect(error(f.write("lies.parquet", HEAD + BAGS))).toMatchObject({ status: 1, code: "bad-parquet" });
    expect(error(f.write("packed.csv", Buffer.from([0x1f, 0x8b, 8, 0])))).toMatchObject({ status: 1, code: "packed-file" });
    expect(JSON.parse(truce([f.at("folder"), "--json"]).stderr).error.code).toBe("no-file");
  }, 60_000);

  test("a cell of a million characters, a row of three million and a quote that is never closed: the rows are rejected", () => {
    const bad = f.write("long.csv", HEAD + BAGS + BAGS.replace("A1", "x".repeat(1_000_000)) + BAGS + BAGS.replace("A1", "x".repeat(3_000_000)) + BAGS + BAGS.replace("A1", '"A1') + BAGS);
    const r = truce([bad, "-o", f.at("out.csv"), "--quiet"]);
    expect(r.status).toBe(0);
    expect(f.read("out.csv").match(/,base,,/g)).toHaveLength(3);
    expect(f.read("out.rejects.csv")).toMatch(/\n2,cell,a cell is longer than 10000 bytes,\n4,,the row is longer than 2000000 bytes,.*\n6,sku,a quote in the row is not closed,/s);
  }, 60_000);

  test("a workbook that unpacks to a hundred gigabytes, or says less than it holds", async () => {
    expect(error(f.write("bomb.xlsx", bomb()))).toMatchObject({ status: 1, code: "refused-workbook", message: expect.stringMatching(/unpacks to more than 512 MB|larger than its archive says/) });
    const whole = await writeXlsx({
      sheets: [
        {
          name: "a",
          rows: [
            ["code", "value"],
            ["4202.92.31.31", 1],
          ],
        },
      ],
    });
    expect(error(f.write("half.xlsx", whole.subarray(0, whole.length / 2)))).toMatchObject({ status: 1, code: "refused-workbook" });
  }, 60_000);
});

/** An archive whose one part says that it unpacks to a hundred gigabytes. */
function bomb(): Buffer {
  const name = Buffer.from("xl/worksheets/sheet1.xml");
  const body = deflateRawSync(Buffer.alloc(1 << 20));
  const own = Buffer.alloc(30);
  own.writeUInt32LE(0x04034b50, 0);
  own.writeUInt16LE(8, 8);
  own.writeUInt32LE(body.length, 18);
  own.writeUInt32LE(0xf0000000, 22);
  own.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(body.length, 20);
  entry.writeUInt32LE(0xf0000000, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(own.length + name.length + body.length, 16);
  return Buffer.concat([own, name, body, entry, name, end]);
}
