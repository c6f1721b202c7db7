import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { scenariosOf } from "@truce/engine/desk";
import { type Mover, moneyOf, sideSums, type TableName } from "@truce/engine/portfolio";
import { afterAll, describe, expect, test } from "vitest";
import { PricedFile } from "../../packages/node/dist/price/index.js";
import { summaryOf } from "../../packages/node/dist/price/summary-of.js";
import { groupLines } from "../../packages/web/src/worker/portfolio/group-lines.js";
import { lineShown, order } from "../../packages/web/src/worker/portfolio/line-pages.js";
import { linesCsv } from "../../packages/web/src/worker/portfolio/lines-csv.js";
import { movers } from "../../packages/web/src/worker/portfolio/movers.js";
import { Pricing } from "../../packages/web/src/worker/portfolio/pricing.js";
import { readStore } from "../../packages/web/src/worker/portfolio/read-store.js";
import { desks, Folder, known, priced } from "../price-desk.js";

/* The page reads and prices a file in its worker, the command line in DuckDB: both say the same of every line. */
const f = new Folder();
afterAll(() => f.clear());
const run = { progress: () => undefined, check: () => undefined, breathe: async () => undefined };
const scenarios = await scenariosOf(["truce-lapses", "thirty-for-thirty"], desks.regime, known);
const CODES = ["4202.92.31.31", "85051100", "8703230190", "854232", "1201900000", "39269099", "220421", "8481.80.30", "0000000000", "abc"];
const OWN = ["2025-10-25", "2026-01-05", "2025-04-09T00:01-04:00", "2018-07-06", "2026-09-30", "soon", ""];

/** A file with something of everything: both sides, facts, quantities, rows that cannot be read. */
function everything(rows: number): string {
  let s = 7;
  const draw = <T>(of: readonly T[]): T => of[(s = (Math.imul(s, 1_103_515_245) + 12_345) >>> 0) % of.length] as T;
  const out = ["Part No;HTS;Origin;To;Entry Date;Customs Value;Supplier;Steel;Qty;Unit;Note"];
  for (let i = 0; i < rows; i++) {
    const us = draw([true, true, false]);
    const value = draw(["1000", "12,345.60", "0.01", "$ 99.90", "7元", "9000000000.00", "-5", "1.234,50"]);
    const own = [
      `S${i % 37}`,
      draw(CODES),
      us ? draw(["CN", "China", "HK", "VN"]) : "US",
      us ? "US" : draw(["CN", "中国"]),
      draw(OWN),
      `"${value}"`,
      draw(["Ögel GmbH", "寧波公司", ""]),
      draw(["", "", "35%", "100"]),
      draw(["", "120", "3.5"]),
      draw(["kg", "liters", ""]),
      '"two\nlines, ""quoted"""',
    ];
    out.push(own.join(";"));
    if (i % 50 === 17) out.push("too;few");
  }
  return `${out.join("\n")}\n`;
}
const CSV = f.write("everything.csv", everything(600));

async function inPage(file: string, columns: readonly string[] = []): Promise<Pricing> {
  const store = await readStore(new File([readFileSync(file)], file), columns, { on: undefined, from: undefined, to: undefined, now: known }, known, desks, run);
  return await Pricing.of(store, desks, known, scenarios, run);
}
async function onCommandLine(file: string) {
  const p = await PricedFile.open(file, desks, { columns: [], defaults: { on: undefined, from: undefined, to: undefined, now: known }, known, scenarios, memory: "500MB" }, undefined, () => undefined);
  try {
    return await summaryOf(p, desks, known, { top: 10, written: [], tables: true });
  } finally {
    p.close();
  }
}
/** The file written again by DuckDB. */
async function asParquet(of: string, to: string, compression: string): Promise<string> {
  const instance = await DuckDBInstance.create(":memory:");
  const c = await instance.connect();
  await c.run(`COPY (${of}) TO '${f.at(to)}' (FORMAT parquet, COMPRESSION ${compression}, ROW_GROUP_SIZE 2048)`);
  c.closeSync();
  instance.closeSync();
  return f.at(to);
}

describe("a file of lines", () => {
  const same = async (file: string): Promise<void> => {
    const [p, v] = [await inPage(file), await onCommandLine(file)];
    expect(v.rows).toBeGreaterThan(500);
    expect(p.store.rows).toBe(v.rows);
    expect(p.store.rejected + p.refused.length).toBe(v.rejected);
    expect(sideSums(p.books.tally.rows(), v.scenarios)).toEqual(v.sides);
    expect(p.store.columns).toEqual(v.columns);
    const names: readonly TableName[] = ["heading", "month", "sku", "supplier", "origin"];
    for (const by of names) expect([by, sorted(await groupLines(p, by, 10, run))]).toEqual([by, sorted(v.tables[by])]);
    const plain = (m: readonly Mover[]): unknown => m.map(({ scenario, row, change, code }) => [scenario, row, change, code]);
    expect(plain(await movers(p, run))).toEqual(plain(v.movers));
  };
  /** Sides in one order. */
  const sorted = <R extends { readonly side: string }>(rows: readonly R[]): R[] => [...rows].sort((a, b) => (a.side === b.side ? 0 : a.side < b.side ? -1 : 1));

  test("comes to the same sums, tables and movers as CSV", () => same(CSV));
  test.each(["snappy", "zstd", "gzip"])("as Parquet packed with %s, of text", async (compression) => {
    await same(await asParquet(`SELECT * FROM read_csv('${CSV}', delim = ';', all_varchar = true, ignore_errors = true, header = true)`, `text-${compression}.parquet`, compression));
  });
  test("as Parquet of numbers, decimals, days and moments", async () => {
    const rows =
      "SELECT 42029231 + (i % 3) * 10 AS hts, CAST(i * 1.25 AS DECIMAL(12, 2)) AS value, CAST(i AS DOUBLE) / 4 AS share, DATE '2025-01-01' + CAST(i % 600 AS INTEGER) AS \"on\", 'CN' AS \"from\", CAST(i % 5 AS FLOAT) * 25 AS steel FROM range(1, 2001) t(i)";
    await same(await asParquet(rows, "typed.parquet", "snappy"));
    await same(await asParquet(rows.replace("DECIMAL(12, 2)", "DOUBLE"), "doubles.parquet", "zstd"));
    await same(await asParquet(rows.replace("DATE '2025-01-01' +", "TIMESTAMPTZ '2025-04-08 22:00:00+00' + INTERVAL 1 DAY *"), "moments.parquet", "zstd"));
  });
  test("in GB18030 and UTF-16, and with the day before the month", async () => {
    const chinese = Buffer.concat([
      Buffer.from("编号,code,value,on,from,supplier\n"),
      ...Array.from({ length: 600 }, (_, i) => Buffer.concat([Buffer.from(`${i},42029231,${i}.5,${(i % 28) + 1}/3/2026,CN,`), Buffer.from([0xc4, 0xfe, 0xb2, 0xa8]), Buffer.from("\n")])),
    ]);
    const header = Buffer.from([0xb1, 0xe0, 0xba, 0xc5]);
    await same(f.write("gb.csv", Buffer.concat([header, chinese.subarray(Buffer.byteLength("编号"))])));
    // The sign of the order lies below the rows that are looked at first.
    const late = Array.from({ length: 30_000 }, (_, i) => `42029231,1,${i < 29_000 ? 3 : 25}/4/2026`);
    await same(f.write("late.csv", `code,value,on\n${late.join("\n")}\n`));
    await same(f.write("utf16.csv", Buffer.from(`\ufeff${everything(600)}`, "utf16le")));
  });
});

test("lines are sorted by amounts in either direction, with open ones at the end, and found by their words", async () => {
  const p = await inPage(CSV);
  const of = async (q: Partial<Parameters<typeof order>[1]>) => [...(await order(p, { sort: "row", down: false, scenario: "law", ...q }, run))].map((i) => lineShown(p, i));
  const amounts = (lines: readonly ReturnType<typeof lineShown>[]): (number | null)[] => lines.map((l) => (l.scenarios[0]?.additional == null ? null : Number(l.scenarios[0].additional)));
  for (const down of [true, false]) {
    const found = amounts(await of({ sort: "additional", down }));
    const settled = found.filter((n) => n !== null);
    expect(settled.length).toBeGreaterThan(50);
    expect(settled.length).toBeLessThan(found.length);
    expect(found.slice(0, settled.length)).toEqual([...settled].sort((a, b) => (down ? b - a : a - b)));
  }
  const sku = await of({ by: "sku", key: "S5" });
  expect(sku.length).toBeGreaterThan(0);
  expect(new Set(sku.map((l) => l.sku))).toEqual(new Set(["S5"]));
  expect(new Set((await of({ text: "宁波" })).map((l) => l.supplier))).toEqual(new Set());
  expect(new Set((await of({ text: "寧波" })).map((l) => l.supplier))).toEqual(new Set(["寧波公司"]));
  expect((await of({ text: "4202.92" })).every((l) => l.code.startsWith("420292"))).toBe(true);
  await expect(order(p, { sort: "row", down: false, scenario: "no-such" }, run)).rejects.toThrow(/no scenario "no-such"/);
});

test("its lines as CSV are those of truce price, line by line, and run nothing in a spreadsheet", async () => {
  const file = f.write("named.csv", `code,from,to,on,value,sku\n4202.92.31.31,CN,US,2025-10-25,10000.00,"=HYPERLINK(""x"")"\n8505.11.00,CN,US,2025-10-25,55.55,-A\n`);
  const p = await inPage(file);
  const csv = await (await linesCsv(p, await order(p, { sort: "row", down: false, scenario: "law" }, run), run)).text();
  const [head, first, second] = csv
    .trim()
    .split("\r\n")
    .map((l) => l.split(",")) as [string[], string[], string[]];
  expect(first[2]).toBe(`"'=HYPERLINK(""x"")"`);
  expect(second[2]).toBe("'-A");
  expect(first[head.indexOf("duty")]).toBe("7260.00");
  const { rows } = await priced(file, { layout: "lines" });
  for (const [own, r] of [
    [first, rows[0]],
    [second, rows[1]],
  ] as const)
    for (const [name, c] of [
      ["additional", "additional_0"],
      ["base", "base_0"],
      ["duty", "total_0"],
    ] as const)
      expect(own[head.indexOf(name)]).toBe(r?.[c] == null ? "" : moneyOf(r[c]));
});

test("what is no table is refused with what to do", async () => {
  const refused = (name: string, content: string | Uint8Array): Promise<Pricing> => inPage(f.write(name, content));
  await expect(refused("empty.csv", "")).rejects.toThrow(/is empty/);
  await expect(refused("nul.csv", new Uint8Array([65, 0, 66, 1, 1, 1, 1, 1, 1, 1]))).rejects.toThrow(/NUL bytes/);
  await expect(refused("lines.json", '{"code":"42029231","value":"1"}\n')).rejects.toThrow(/holds JSON/);
  await expect(refused("cut.parquet", "PAR1 and nothing more PAR1")).rejects.toThrow(/cannot be read as Parquet/);
  await expect(refused("cut.xlsx", "PK\u0003\u0004 and nothing more")).rejects.toThrow(/cannot be read as a workbook/);
  await expect(refused("words.csv", "a,b\n1,2\n")).rejects.toThrow(/no column is recognised as the tariff code/);
  const brotli = await asParquet("SELECT '42029231' AS code, '1' AS value FROM range(100)", "brotli.parquet", "brotli");
  await expect(inPage(brotli)).rejects.toThrow(/packed with BROTLI/);
});

test("a quote that is never closed ends neither the reading nor the rows before it", async () => {
  const p = await inPage(f.write("open.csv", `code,value,on,sku\n${"42029231,5.00,2025-10-25,a\n".repeat(3)}42029231,5.00,2025-10-25,"never closed\n42029231,5.00,2025-10-25,b\n`));
  expect([p.store.length, p.store.rejects.map((r) => [r.row, r.reason])]).toEqual([3, [[4, "a quote in the row is not closed"]]]);
});

test("facts and quantities that are no strict JSON refuse a line or are left out, in the page and on the command line", async () => {
  const file = f.write(
    "facts.csv",
    `code,value,on,facts,quantity\n42029231,5.00,2025-10-25,"{""use"":""none"",}",\n2204215040,1000,2025-10-25,,"[{""amount"":""1"",""unit"":""liters""},]"\n42029231,5.00,2025-10-25,"{\n""use"":""none""}",\n`,
  );
  const p = await inPage(file);
  const { rejects, all } = await priced(file);
  expect([all, rejects.map((r) => r["row"])]).toEqual([3, ["1"]]);
  expect(p.refused.map((i) => String(p.store.row.items[i]))).toEqual(["1"]);
});
