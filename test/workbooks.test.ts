import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readEntries } from "../packages/node/dist/entries/index.js";

/* Workbooks: written here, read back in a worker of bounded memory; and archives that would fill it. */
let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "truce-workbooks-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));
let made = 0;
function file(bytes: Uint8Array): string {
  const path = join(dir, `${made++}.xlsx`);
  writeFileSync(path, bytes);
  return path;
}
const HEADER = [
  "Entry Summary Number",
  "Entry Type Code",
  "Entry Date",
  "Entry Summary Line Number",
  "Tariff Ordinal Number",
  "HTS Number - Full",
  "Line Tariff Duty Amount",
  "Country of Origin Code",
];

test("a workbook is read as its cells show: text, numbers, dates; the sheet with the header is found", async () => {
  const bytes = await writeXlsx({
    sheets: [
      { name: "Parameters", rows: [["Report Parameters:"], ["Importer", "12-345678900"]] },
      {
        name: "Main Report",
        rows: [
          ["Entry Summary Line Tariff Details"],
          [],
          HEADER,
          ["ABC12345676", "01", new Date(Date.UTC(2025, 9, 25)), 1, 1, 99030124, 2_000, "CN"],
          ["ABC12345676", "01", 45_955, "1", 2, "9903.01.25", "$1,000.10", "CN"],
          ["ABC12345676", 1, "10/25/2025", 1, 3, 4202923131, 0.1 + 0.2, "CN"],
          ["Total", null, null, null, null, null, 3_000.4, null],
        ],
      },
    ],
  });
  const { entries, problems, notes } = await readEntries(file(bytes));
  expect(problems).toEqual([]);
  expect(entries).toMatchObject([{ number: "ABC-1234567-6", type: "01", entered: "2025-10-25" }]);
  expect(entries[0]?.lines[0]?.tariffs.map((t) => [t.code, t.duty, t.row])).toEqual([
    ["99030124", 200_000, 4],
    ["99030125", 100_010, 5],
    ["4202923131", 30, 6],
  ]);
  expect(notes.join("\n")).toMatch(/sheet 2 of the workbook/);
});

test("a row of a workbook that cannot be read is told by the number that the spreadsheet shows", async () => {
  const bytes = await writeXlsx({
    sheets: [{ name: "a", rows: [HEADER, ["ABC12345676", "01", "10/25/2025", 1, 1, 99030124, "=1+1", "CN"], ["ABC12345676", "01", "10/25/2025", 1, 2, 99030125, 5, "CN"]] }],
  });
  const { entries, problems } = await readEntries(file(bytes));
  expect(problems.map((p) => [p.row, p.field, p.code])).toEqual([[2, "duty", "formula"]]);
  expect(entries[0]?.lines[0]?.tariffs.map((t) => t.code)).toEqual(["99030125"]);
});

test("many rows come through in order", async () => {
  const rows = Array.from({ length: 3_000 }, (_, i) => ["ABC12345676", "01", "10/25/2025", i + 1, 1, 99030124, 1, "CN"]);
  const { entries } = await readEntries(file(await writeXlsx({ sheets: [{ name: "a", rows: [HEADER, ...rows] }] })));
  expect(entries[0]?.lines).toHaveLength(3_000);
  expect(entries[0]?.lines.at(-1)?.number).toBe(3_000);
});

/** An archive of one part, that says of its size what it is told to say. */
function archive(body: Buffer, said: number, flags = 0): Buffer {
  const packed = deflateRawSync(body, { level: 9 });
  const name = Buffer.from("xl/worksheets/sheet1.xml");
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(flags, 8);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(said, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

describe("a workbook that would fill the memory, or is none, is refused", () => {
  const zeros = Buffer.alloc(8 * 1024 * 1024);
  test.each([
    ["one that says that it unpacks to 600 MB", archive(zeros, 600 * 1024 * 1024), "refused-workbook", /more than 512 MB/],
    ["one that says less than it unpacks to", archive(zeros, 1_000), "refused-workbook", /larger than its archive says/],
    ["one that says more than it unpacks to", archive(zeros, zeros.length + 1), "refused-workbook", /not as large/],
    ["one with a password", archive(zeros, zeros.length, 1), "refused-workbook", /password/],
    ["one that was cut off", archive(zeros, zeros.length).subarray(0, 400), "refused-workbook", /no end/],
    ["an archive of something else", archive(Buffer.from("text"), 4), "bad-workbook", /cannot be read as a workbook/],
  ])("%s", async (_, bytes, code, says) => {
    const error = await readEntries(file(bytes)).then(
      () => undefined,
      (e: unknown) => e as Error & { code: string },
    );
    expect(error).toMatchObject({ code });
    expect(error?.message).toMatch(says);
  });

  test("one with a cell of ten thousand characters", async () => {
    const bytes = await writeXlsx({ sheets: [{ name: "a", rows: [HEADER, ["x".repeat(10_000)]] }] });
    await expect(readEntries(file(bytes))).rejects.toMatchObject({ code: "refused-workbook" });
  });
});
