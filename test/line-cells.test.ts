import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { centsOf, codeDigits, codeNumber, countryNumber, whenNumber } from "@truce/engine/portfolio";
import { centsSql, codeSql, countrySql, digitsSql, soundSql, whenSql } from "../packages/node/dist/price/normalise.js";

/* A cell is the same number in the page, which reads text, and on the command line, where DuckDB does. */
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});
const column = { name: "c", type: "VARCHAR" };

/** What SQL makes of cells. An empty one is NULL, as in a file. */
async function sql(cells: readonly string[], of: string): Promise<(number | null)[]> {
  const rows = cells.map((c, i) => `(${i}, ${c === "" ? "NULL" : `'${c.replaceAll("'", "''")}'`})`).join(", ");
  const found = await connection.runAndReadAll(`SELECT v FROM (SELECT n, ${of} AS v FROM (VALUES ${rows}) t(n, c)) ORDER BY n`);
  return found.getRowsJS().map(([v]) => (v === null ? null : Number(v)));
}
const marks = ["", " ", ",", ".", "-", "/", ":", "\t", "\u00a0", "\u3000", "$", "USD", "元", "T", "Z", "+08:00", "0", "00", "1", "12", "13", "31", "2025", "123", "1,234", "Apr", "october", "x"];
const text = fc.array(fc.constantFrom(...marks), { minLength: 0, maxLength: 8 }).map((parts) => parts.join(""));
const many = (fixed: readonly string[], seed: number): string[] => [...fixed, ...fc.sample(text, { numRuns: 3_000, seed })];

test("codes", async () => {
  const cells = many(["4202.92.31.31", "42029231", "8708.99.8180", "420292", "42029", "101211000", "0101.21.00", "42 02-92", "420292.0", "4.2e7", "12345678901", "8703"], 1);
  expect(cells.map((c) => codeNumber(c))).toEqual(await sql(cells, codeSql(digitsSql(column, soundSql(column)), soundSql(column))));
  expect(codeDigits(codeNumber("101.21.00") as number)).toBe("01012100");
});

test.each([0, 1])("amounts of side %i", async (side) => {
  const cells = many(
    [
      "1000",
      "1000.5",
      "1000.50",
      "1000.505",
      "1,000.50",
      "1.000,50",
      "1.000",
      "1 000 000,5",
      "$1,000",
      "US$ 5",
      "¥7",
      "7元",
      "RMB 12.3000",
      ".5",
      "5.",
      "10000000000.00",
      "10000000000.01",
      "99999999999",
      "-1",
      "1e3",
      "٣",
    ],
    2 + side,
  );
  expect(cells.map((c) => centsOf(c, side))).toEqual(await sql(cells, centsSql(column, String(side))));
});

test.each([false, true])("days, the day first: %s", async (dayFirst) => {
  const fixed = [
    "2025-10-25",
    "2025-02-30",
    "2025-1-5",
    "2025/1/5",
    "20250105",
    "2025015",
    "202501",
    "03/04/2025",
    "25/10/2025",
    "3-4-2025",
    "5-Mar-2025",
    "05 March 2025",
    "Oct 25, 2025",
    "Oct 25,2025",
    "October 25, 2025",
    "April 8 2025",
    "25.10.2025",
    "45955",
    "45955.5",
    "2025-10-25 07:12:13",
    "10/25/2025 7:12 PM",
    "2025-10-25T04:01Z",
    "2025-10-25T00:00:30-04:00",
    "2025-10-25 00:00+0800",
    "2025-10-25T24:00Z",
    "2025-10-25T23:60Z",
    "1989-12-31",
    "2199-12-31",
    "2200-01-01",
    "3/4-2025",
    "abcd-ef-gh",
    "1 sept 2025",
  ];
  const cells = many(fixed, 4);
  expect(cells.map((c) => whenNumber(c, dayFirst))).toEqual(await sql(cells, whenSql(column, dayFirst)));
});

test("countries", async () => {
  const cells = many(["CN", "cn", " China ", "中国", "Hong Kong", "香港", "MAC", "usa", "Vietnam", ""], 5);
  expect(cells.map((c) => countryNumber(c))).toEqual(await sql(cells, countrySql(column)));
});
