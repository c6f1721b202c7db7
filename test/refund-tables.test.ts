import { checkDigit } from "@truce/engine/entry";
import { describe, expect, test } from "vitest";
import { readEntries } from "../packages/node/dist/entries/index.js";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/* Tables of importers and brokers for the refund desk: their own names of columns, one row for a line, empty columns. */
const number = (n: number): string => {
  const ten = `WLT${String(n).padStart(7, "0")}`;
  return `WLT-${ten.slice(3)}-${checkDigit(ten)}`;
};
const A = number(1);
async function read(text: string) {
  const dir = mkdtempSync(join(tmpdir(), "truce-refund-tables-"));
  try {
    writeFileSync(join(dir, "t.csv"), text);
    return await readEntries(join(dir, "t.csv"), [], true);
  } finally {
    rmSync(dir, { recursive: true });
  }
}
const tariffs = async (text: string) => (await read(text)).entries[0]?.lines.flatMap((l) => l.tariffs.map((t) => [t.code, t.duty, t.value]));

test.each([
  "Entry Summary Number,Entry Type Code,Entry Date,HTS Number - Full,Line Tariff Duty Amount,Liquidation Date,Liquidation Status,Reconciliation Indicator,Protest Status,Drawback Indicator,Importer Type",
  "entry_number,entry_type,entry_date,heading,duty_paid,liquidation_date,liquidation_status,reconciliation_flag,protest_filed,drawback,importer_type",
  "EntryNo,EntryType,EntryDate,HTSUS,DutyAmount,LiqDate,LiqStatus,ReconFlag,ProtestFiled,DrawbackFlag,EntityType",
  "ENTRY SUMMARY NO.,TYPE,DATE OF ENTRY,TARIFF NUMBER,DUTY (USD),DATE LIQUIDATED,LIQUIDATION STATUS,RECON,PROTEST,DESIGNATED FOR DRAWBACK,IOR TYPE",
  "Entry #,Entry Type,Entry Date,Chapter 99,IEEPA Duty,Liquidation Date,Liquidation Status,Flagged for Reconciliation,Open Protest,Drawback Claimed,Entity Type",
])("the columns %s are known", async (header) => {
  const { entries, problems } = await read(`${header}\n${A},01,10/25/2025,9903.01.24,100.00,07/13/2026,Liquidated,Y,N,N,Corporation\n`);
  expect(problems).toEqual([]);
  expect(entries[0]).toMatchObject({
    number: A,
    type: "01",
    entered: "2025-10-25",
    liquidation: { status: "liquidated", date: "2026-07-13" },
    reconciliation: true,
    protest: "none",
    drawback: false,
    importerType: "corporation",
  });
  expect(entries[0]?.lines[0]?.tariffs).toMatchObject([{ code: "99030124", duty: 10_000 }]);
});

describe("an empty column says no, an absent one says nothing", () => {
  test("empty", async () =>
    expect(
      (await read(`entry,type,entry date,hts,duty,liquidation date,liquidation status,recon,type 09 filed,protest,drawback,ad/cvd\n${A},01,10/25/2025,99030124,1,,,,,,,`)).entries[0],
    ).toMatchObject({
      liquidation: { status: undefined, date: undefined, blank: ["date", "status"] },
      reconciliation: false,
      reconciled: false,
      protest: "none",
      drawback: false,
      antidumping: false,
    }));
  test("absent", async () =>
    expect((await read(`entry,type,entry date,hts,duty\n${A},01,10/25/2025,99030124,1`)).entries[0]).toMatchObject({
      liquidation: { status: undefined, date: undefined },
      reconciliation: undefined,
      reconciled: undefined,
      protest: undefined,
      drawback: undefined,
      antidumping: undefined,
    }));
  test("a row that is empty beside one that says yes says nothing", async () =>
    expect((await read(`entry,entry date,hts,duty,drawback\n${A},10/25/2025,99030124,1,Y\n${A},10/25/2025,99030125,1,`)).entries[0]?.drawback).toBe(true));
  test("a day for liquidation is a schedule where the column of the day of liquidation is empty", async () =>
    expect((await read(`entry,entry date,hts,duty,liquidation date,scheduled liquidation date\n${A},10/25/2025,99030124,1,,09/04/2026`)).entries[0]?.liquidation).toEqual({
      status: "unliquidated",
      date: "2026-09-04",
    }));
});

describe("a row for a line with its headings side by side", () => {
  const lead = `${A},10/25/2025`;
  test.each([
    ["in numbered columns", `entry,entry date,hts 1,duty 1,hts 2,duty 2,hts 3,duty 3,value\n${lead},9903.01.24,20.00,9903.01.25,10.00,4202.92.31.31,17.60,100.00`],
    ["in one cell, with as many amounts", `entry,entry date,hts,duty,value\n${lead},"9903.01.24, 9903.01.25, 4202.92.31.31","20.00; 10.00; 17.60",100.00`],
  ])("%s", async (_, text) => {
    const read = await tariffs(text);
    expect(read?.map((t) => t.slice(0, 2))).toEqual([
      ["99030124", 2_000],
      ["99030125", 1_000],
      ["4202923131", 1_760],
    ]);
  });
  test("that of chapter 99 in a column of its own, with its duty", async () =>
    expect(await tariffs(`entry,entry date,hts,duty,chapter 99,chapter 99 duty,value\n${lead},4202.92.31.31,17.60,9903.01.24,20.00,100.00`)).toEqual([
      ["99030124", 2_000, undefined],
      ["4202923131", 1_760, 10_000],
    ]));
  test.each([
    ["two numbers and one duty", `entry,entry date,hts,chapter 99,duty\n${lead},4202.92.31.31,9903.01.24,37.60`, "whose-duty"],
    ["numbered ones and one duty", `entry,entry date,hts 1,hts 2,duty\n${lead},4202.92.31.31,9903.01.24,37.60`, "whose-duty"],
    ["an amount of IEEPA duty without its heading", `entry,entry date,hts,duty,ieepa duty\n${lead},4202.92.31.31,17.60,20.00`, "no-heading"],
    ["a column in euros", `entry,entry date,hts,duty (EUR)\n${lead},9903.01.24,20.00`, "bad-currency"],
    ["bytes that are no text", `entry,entry date,hts\u0000\u0001\n${lead}`, "not-a-table"],
  ])("%s is refused", async (_, text, code) => expect(read(text)).rejects.toMatchObject({ code }));
  test("two numbers and one amount in a cell are refused in their row", async () =>
    expect((await read(`entry,entry date,hts,duty\n${lead},9903.01.24 9903.01.25,30.00`)).problems).toMatchObject([{ row: 2, field: "duty", code: "whose-duty" }]));
});

test("where lines are not numbered, a row that says the same twice is told, and another amount is another line", async () => {
  const { entries, problems } = await read(`entry,entry date,hts,duty\n${A},10/25/2025,99030124,1\n${A},10/25/2025,99030124,1\n${A},10/25/2025,99030124,2`);
  expect(problems).toMatchObject([{ row: 3, field: "hts", code: "duplicate" }]);
  expect(entries[0]?.lines.map((l) => l.tariffs[0]?.duty)).toEqual([100, 200]);
});
test("the filer's code may stand in a column of its own", async () => expect((await read(`filer code,entry number,entry date,hts\nWLT,${A.slice(4)},10/25/2025,99030124`)).entries[0]?.number).toBe(A));
