import { DuckDBInstance } from "@duckdb/node-api";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { amounts, BAGS, Folder, HEAD, OF_BAGS, priced, truce } from "./price-desk.js";

/* Every kind of file is read and written, and says the same. */
const f = new Folder();
let sql: (text: string) => Promise<Record<string, unknown>[]>;
beforeAll(async () => {
  const c = await (await DuckDBInstance.create(":memory:")).connect();
  sql = async (text) => (await c.runAndReadAll(text)).getRowObjectsJson();
});
afterAll(() => f.clear());

describe("a file of lines is read", () => {
  test("as CSV with commas, semicolons, tabs and bars", async () => {
    for (const mark of [",", ";", "\t", "|"]) expect(amounts((await priced(f.write("d.csv", (HEAD + BAGS).replaceAll(",", mark)))).rows)).toEqual([OF_BAGS]);
  });

  test("with a mark at its start, line ends of every kind, and cells that hold delimiters, quotes and line ends", async () => {
    const cells = `${HEAD}${BAGS.replace("A1", '"a, ""b""\nc"')}${BAGS}`;
    for (const text of [`\uFEFF${cells}`, cells, cells.replaceAll("\n", "\r\n"), cells.replace("sku\n", "sku\r\n")]) {
      const { rows, rejects } = await priced(f.write("q.csv", text));
      expect(rejects).toEqual([]);
      expect(amounts(rows)).toEqual([OF_BAGS, OF_BAGS]);
      expect(rows[0]?.["sku"]?.replaceAll("\r\n", "\n")).toBe('a, "b"\nc');
    }
    expect(amounts((await priced(f.write("r.csv", (HEAD + BAGS + BAGS).replaceAll("\n", "\r")))).rows)).toEqual([OF_BAGS, OF_BAGS]);
  });

  test("in UTF-8, UTF-16, the encoding of Windows and GB18030, told by reading all of it", async () => {
    const named = (sku: string): string => HEAD + BAGS.repeat(3) + BAGS.replace("A1", sku);
    const utf16 = Buffer.from(`\uFEFF${named("箱包 é")}`, "utf16le");
    const gb = Buffer.concat([Buffer.from(named("").slice(0, -1)), Buffer.from([0xcf, 0xe4, 0xb0, 0xfc]), Buffer.from("\n")]);
    for (const [bytes, sku, note] of [
      [Buffer.from(named("箱包 é")), "箱包 é", undefined],
      [utf16, "箱包 é", "utf-16le"],
      [Buffer.from(utf16).swap16(), "箱包 é", "utf-16be"],
      [Buffer.from(named("Müller"), "latin1"), "Müller", "windows-1252"],
      [gb, "箱包", "gb18030"],
    ] as const) {
      const { rows, notes } = await priced(f.write("e.csv", bytes));
      expect(rows.at(-1)?.["sku"]).toBe(sku);
      expect(amounts(rows)).toHaveLength(4);
      if (note !== undefined) expect(notes.join()).toContain(note);
    }
    expect((await priced(f.at("e.csv"), { encoding: "windows-1252" })).rows.at(-1)?.["sku"]).toBe("Ïä°ü");
  });

  test("as CSV with lines of a report before its header", async () => {
    const { rows, notes } = await priced(f.write("p.csv", `Entry report\nImporter,12-345678900\n\n${HEAD}${BAGS}`));
    expect(amounts(rows)).toEqual([OF_BAGS]);
    expect(notes.join()).toMatch(/3 lines before the header/);
  });

  test("as Parquet with the types of a database", async () => {
    await sql(
      `COPY (SELECT 4202923131 AS hts, 'CN' AS origin, DATE '2025-10-25' AS entry_date, 10000.00::DECIMAL(18,4) AS value UNION ALL SELECT 4202923131, 'CN', DATE '2025-10-25', 10000.005 UNION ALL SELECT 101210010, 'CN', DATE '2025-10-25', 1) TO '${f.at("a.parquet")}' (FORMAT parquet)`,
    );
    const { rows, rejects } = await priced(f.at("a.parquet"));
    expect(amounts(rows)[0]).toEqual(OF_BAGS);
    expect(rows.at(-1)?.["code"]).toBe("0101210010");
    expect(rejects).toMatchObject([{ row: "2", field: "value", given: "10000.0050" }]);
    await sql(
      `COPY (SELECT '4202.92.31.31' AS code, TIMESTAMPTZ '2025-10-25 04:00:00Z' AS "on", 10000::DOUBLE AS value UNION ALL SELECT '4202.92.31.31', TIMESTAMPTZ '2025-10-25 04:00:00Z', 0.1::DOUBLE + 0.2) TO '${f.at("b.parquet")}' (FORMAT parquet)`,
    );
    const b = await priced(f.at("b.parquet"));
    expect(amounts(b.rows)).toEqual([OF_BAGS]);
    expect(b.rejects).toMatchObject([{ row: "2", field: "value" }]);
  });

  test("as a workbook: text, numbers and dates; the sheet and the row of the header are found", async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: "About", rows: [["Report"], ["Importer", "12-345678900"]] },
        {
          name: "Lines",
          rows: [
            ["Lines of October"],
            [],
            ["HTS Number", "Country of Origin", "Entry Date", "Entered Value", "SKU"],
            ["4202.92.31.31", "CN", new Date(Date.UTC(2025, 9, 25)), 10_000, "A1"],
            [],
            [4202923131, "China", 45_955, "$10,000.00", "a\nb"],
          ],
        },
      ],
    });
    const { rows, rejects, notes } = await priced(f.write("w.xlsx", bytes));
    expect(rejects).toEqual([]);
    expect(amounts(rows)).toEqual([OF_BAGS, OF_BAGS]);
    // The row is counted from the one below the header, empty ones too.
    expect([...new Set(rows.map((r) => r["row"]))]).toEqual(["1", "3"]);
    expect(notes.join()).toMatch(/rows before row 3/);
  });

  test("as JSON lines with the parts of a batch question", async () => {
    const lines = [
      { code: "4202.92.31.31", from: "CN", on: "2025-10-25", value: 10000, ref: 7 },
      { code: "7326.90.86", on: "2025-07-01", value: "10000.00", facts: { steel: 40 } },
      { code: "2204.21.50.40", on: "2025-10-25", value: 10000, quantity: [{ amount: 1000, unit: "liter" }] },
    ];
    const { rows, rejects } = await priced(f.write("j.jsonl", lines.map((l) => JSON.stringify(l)).join("\n")));
    expect(rejects).toEqual([]);
    expect(amounts(rows)[0]).toEqual(OF_BAGS);
    expect(rows[0]?.["ref"]).toBe("7");
    expect(rows.filter((r) => r["row"] === "2").every((r) => r["outcome"] === "settled")).toBe(true);
    // 6.3 cents a liter.
    expect(amounts(rows)[2]?.["base"]).toBe("63.00");
  });

  test("from standard input", () => {
    const r = truce(["-", "-o", "-", "--known", "2026-10-10"], HEAD + BAGS);
    expect(r).toMatchObject({ status: 0, stderr: "" });
    expect(r.stdout.split("\n")[2]).toBe("1,A1,4202923131,CN,US,2025-10-25,10000.00,us/s301/list-3,9903.88.03,25.0000,10000.00,2500.00,adds,yes,yes,no,settled,,,,,us/s301-list-3");
  });
});

describe("what lines owe is written", () => {
  test("with the reason where a line is not answered", async () => {
    const { rows } = await priced(f.write("why.csv", HEAD + BAGS.replace(",CN,", ",DE,") + BAGS.replace("2025-10-25", "2017-10-25")));
    expect(rows.map((r) => [r["outcome"], r["amount"], r["why"]])).toEqual([
      ["not-covered", null, expect.stringMatching(/^goods from another country to US: /)],
      ["not-covered", null, expect.stringMatching(/^days before 2018-01-01/)],
    ]);
  });

  test("as CSV, Parquet and a workbook, with the same cells", async () => {
    const file = f.write("in.csv", HEAD + BAGS + BAGS.replace("A1", '"x, ""y"""'));
    for (const out of ["o.csv", "o.parquet", "o.xlsx"]) expect(truce([file, "-o", f.at(out), "--known", "2026-10-10", "--quiet"])).toMatchObject({ status: 0, stderr: "" });
    const csv = await sql(`SELECT * FROM read_csv('${f.at("o.csv")}', all_varchar = true)`);
    const parquet = await sql(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM '${f.at("o.parquet")}'`);
    expect(csv).toHaveLength(8);
    expect(parquet).toEqual(csv);
    const [types] = await sql(`SELECT typeof(value) AS value, typeof(amount) AS amount, typeof(percent) AS percent FROM '${f.at("o.parquet")}'`);
    expect(types).toEqual({ value: "DECIMAL(17,2)", amount: "DECIMAL(17,2)", percent: "DECIMAL(12,4)" });
    const again = await priced(f.at("o.xlsx"), { columns: ["value=amount"] });
    expect(again.rows.filter((r) => r["component"] === "base").map((r) => r["value"])).toEqual(csv.map((r) => r["amount"]));
  });

  test("with --wide: the file's own columns kept, then what each measure costs", async () => {
    const file = f.write("wide.csv", `note,${HEAD}"keep, me",${BAGS}`);
    expect(truce([file, "-o", f.at("wide.parquet"), "--wide", "--known", "2026-10-10"])).toMatchObject({ status: 0 });
    const [row] = await sql(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM '${f.at("wide.parquet")}'`);
    expect(row).toEqual({
      note: "keep, me",
      code: "4202.92.31.31",
      from: "CN",
      to: "US",
      on: "2025-10-25",
      value: "10000.00",
      sku: "A1",
      outcome: "settled",
      ...OF_BAGS,
      additional: "5500.00",
      duty: "7260.00",
      missing: null,
      why: null,
      percentMin: null,
      percentMax: null,
    });
  });
});
