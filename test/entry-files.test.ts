import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readEntries } from "../packages/node/dist/entries/index.js";
import { GOOD, reader, table } from "./entries-table.js";

/* Files of entries as people export them: encodings, delimiters, titles, totals; and files that are none. */
const { read, place } = reader();
describe("files as they come", () => {
  const plain = table([GOOD]);
  const number = async (content: string | Uint8Array) => (await read(content)).entries.map((e) => e.number);
  const here = (name: string): string => fileURLToPath(new URL(`fixtures/entries/${name}`, import.meta.url));
  const utf16 = (text: string, swap: boolean, mark: boolean): Uint8Array => {
    const bytes = Buffer.from(`${mark ? "\uFEFF" : ""}${text}`, "utf16le");
    return swap ? bytes.swap16() : bytes;
  };
  test.each([
    ["with a byte order mark", `\uFEFF${plain}`],
    ["with lines of Windows", plain.replaceAll("\n", "\r\n")],
    ["with lines of old Macs", plain.replaceAll("\n", "\r")],
    ["with semicolons", table([{ ...GOOD, duty: "2000.00" }], ";")],
    ["with tabs", table([{ ...GOOD, duty: "2000.00" }], "\t")],
    ["in UTF-16, little end first", utf16(plain, false, true)],
    ["in UTF-16, big end first", utf16(plain, true, true)],
    ["in UTF-16 without a mark", utf16(plain, false, false)],
    ["in Windows-1252", Buffer.from(plain.replace("entry_number", "entry_number").concat('\n,,,,,,,,"Société Générale"'), "latin1")],
    ["with titles, blank rows and totals", `Entry Summary Line Tariff Details\n\n,,,\n${plain}\n\nGrand Total,,,,,,,"2,000.00"\n`],
    ["with the header repeated", `${plain}\n${plain.split("\n")[0]}`],
  ])("a file %s", async (_, content) => expect(await number(content)).toEqual(["ABC-1234567-6"]));

  test("the report ES-003 as ACE exports it", async () => {
    const { entries, problems, notes } = await readEntries(here("es003.csv"));
    expect(problems).toEqual([]);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ number: "ABC-1234567-6", type: "01", entered: "2025-10-25", reconciliation: false, protest: "none", liquidation: { status: "liquidated", date: "2026-09-04" } });
    expect(entries[0]?.lines[0]?.tariffs.map((t) => [t.code, t.duty, t.row])).toEqual([
      ["99038803", 250_000, 5],
      ["99030124", 200_000, 6],
      ["99030125", 100_000, 7],
      ["4202923131", 176_000, 8],
    ]);
    expect(notes.join("\n")).toMatch(/header was found in row 4[\s\S]*1 row of totals[\s\S]*Port of Entry Code/);
  });

  test.each([
    ["nothing", "", "empty-file"],
    ["no header", "a,b,c\n1,2,3", "no-header"],
    ["no column of lines", "Entry Number,Entry Date,HTS,Duty\nABC12345676,10/25/2025,99030124,1", "no-column"],
    ["a quote that is not closed", `${plain}\n"ABC`, "bad-csv"],
    ["a workbook of the old kind", Buffer.from("d0cf11e0a1b11ae100", "hex"), "bad-workbook"],
    ["an archive that is none", Buffer.from("PK\u0003\u0004 no archive"), "refused-workbook"],
  ])("%s is refused", async (_, content, code) => expect(read(content)).rejects.toMatchObject({ code }));
  test("a file that is not there is refused", () => expect(readEntries(place("no-such.csv"))).rejects.toMatchObject({ code: "no-file" }));
});
