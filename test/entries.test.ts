import { describe, expect, test } from "vitest";
import { GOOD, reader, table, type Row } from "./entries-table.js";

/* Filed entries row by row: what is read, what is refused, and in which row. */
const { read } = reader();
/** A good row of another entry, the row to be looked at, and a good one after it. */
const OTHER = { ...GOOD, entry_number: "SP7-0000001-4" };
const LAST = { ...GOOD, entry_number: "999-9999999-0" };
const around = (row: Row): string => table([OTHER, { ...GOOD, ...row }, LAST]);

test("a good row is read whole", async () => {
  const { entries, problems } = await read(table([GOOD]));
  expect(problems).toEqual([]);
  expect(entries).toEqual([
    {
      number: "ABC-1234567-6",
      type: "01",
      entered: "2025-10-25",
      importer: "12-345678900",
      importerType: "corporation",
      mode: "ocean",
      liquidation: { status: "liquidated", date: "2026-09-04" },
      reconciliation: false,
      reconciled: false,
      protest: "none",
      drawback: false,
      antidumping: false,
      lines: [
        {
          number: 1,
          origin: "CN",
          facts: { steel: "40", claim: "9903.88.69", melt: "CN", loaded: "2025-10-01", use: "none" },
          tariffs: [{ code: "99030124", value: 1_000_000, duty: 200_000, quantity: [{ amount: "120", unit: "KG" }], row: 2 }],
        },
      ],
      fees: [
        { name: "MPF", amount: 3_464 },
        { name: "HMF", amount: 1_250 },
      ],
    },
  ]);
});

describe("a row that cannot be read is told with its number, field and code; the others are answered", () => {
  test.each([
    ["entry_number", "", "missing"],
    ["entry_number", "ABC-1234567-5", "check-digit"],
    ["entry_number", "1234567", "bad-entry-number"],
    ["entry_number", "2.31E+10", "shortened-number"],
    ["entry_number", "=HYPERLINK(1)", "formula"],
    ["entry_type", "99", "bad-type"],
    ["entry_type", "consumption", "bad-type"],
    ["entry_type", "@type", "formula"],
    ["entry_date", "", "missing"],
    ["entry_date", "25/10/2025", "bad-date"],
    ["entry_date", "2025-02-30", "bad-date"],
    ["entry_date", "10/25/25", "bad-date"],
    ["entry_date", "soon", "bad-date"],
    ["entry_date", "1899-01-01", "out-of-range"],
    ["entry_date", "=TODAY()", "formula"],
    ["line", "", "missing"],
    ["line", "one", "bad-number"],
    ["line", "1.5", "bad-number"],
    ["line", "10000", "out-of-range"],
    ["line", "-cmd", "formula"],
    ["ordinal", "first", "bad-number"],
    ["ordinal", "100", "out-of-range"],
    ["hts", "", "missing"],
    ["hts", "990301", "bad-code"],
    ["hts", "99030124123", "bad-code"],
    ["hts", "9903012499", "bad-code"],
    ["hts", "backpacks", "bad-code"],
    ["hts", "0000.00.00", "bad-code"],
    ["hts", "4.20E+09", "shortened-number"],
    ["hts", "+99030124", "formula"],
    ["value", "ten", "bad-amount"],
    ["value", "1.234,50", "bad-amount"],
    ["value", "1234.567", "bad-amount"],
    ["value", "12,34.00", "bad-amount"],
    ["value", "(12.00)", "negative-amount"],
    ["value", "-12", "negative-amount"],
    ["value", "€100", "bad-currency"],
    ["value", "100 CNY", "bad-currency"],
    ["value", "99999999999999", "out-of-range"],
    ["value", "=1+1", "formula"],
    ["duty", "free", "bad-amount"],
    ["duty", "(12.00)", "negative-amount"],
    ["duty", "-$12.00", "negative-amount"],
    ["duty", "¥100", "bad-currency"],
    ["duty", "+1", "formula"],
    ["currency", "EUR", "bad-currency"],
    ["currency", "RMB", "bad-currency"],
    ["origin", "Mars", "bad-country"],
    ["origin", "C1", "bad-country"],
    ["origin", "=CN", "formula"],
    ["liquidation_date", "never", "bad-date"],
    ["liquidation_date", "2026-13-01", "bad-date"],
    ["liquidation_date", "3026-01-01", "out-of-range"],
    ["liquidation_date", "2025-10-24", "out-of-range"],
    ["liquidation_status", "perhaps", "bad-word"],
    ["reconciliation", "maybe", "bad-word"],
    ["reconciled", "maybe", "bad-word"],
    ["protest", "perhaps", "bad-word"],
    ["drawback", "some", "bad-word"],
    ["adcvd", "A-570", "bad-word"],
    ["importer", "=1234", "formula"],
    ["importer", "<script>", "bad-importer"],
    ["importer_type", "alien", "bad-word"],
    ["mode", "99", "bad-word"],
    ["quantity", "many", "bad-quantity"],
    ["quantity", "-5", "negative-amount"],
    ["quantity", "0.12345", "bad-quantity"],
    ["unit", "", "missing"],
    ["unit", "12", "bad-unit"],
    ["unit", "=KG", "formula"],
    ["mpf", "(1)", "negative-amount"],
    ["hmf", "none", "bad-amount"],
    ["steel", "half", "bad-fact"],
    ["steel", "101", "out-of-range"],
    ["claim", "9903", "bad-code"],
    ["melt", "Atlantis", "bad-country"],
    ["loaded", "lately", "bad-date"],
    ["use", "hat", "bad-fact"],
  ] as const)("%s %j: %s", async (field, value, code) => {
    const { entries, problems, incomplete } = await read(around({ [field]: value }));
    expect(problems.map((p) => [p.row, p.field, p.code])).toEqual([[3, field, code]]);
    expect(problems[0]?.message).not.toBe("");
    expect(problems[0]?.hint).not.toBe("");
    expect(entries.map((e) => e.number)).toEqual(["SP7-0000001-4", "999-9999999-0"]);
    expect([...incomplete]).toEqual([]);
  });

  test("each wrong cell of a row is told", async () => {
    const { problems } = await read(around({ entry_date: "soon", duty: "free" }));
    expect(problems.map((p) => p.field).sort()).toEqual(["duty", "entry_date"]);
  });

  test("an entry of which a row was left out is marked", async () => {
    const { entries, incomplete } = await read(table([GOOD, { ...GOOD, ordinal: "2", hts: "9903.01.25", duty: "free" }]));
    expect(entries[0]?.lines[0]?.tariffs).toHaveLength(1);
    expect([...incomplete]).toEqual(["ABC-1234567-6"]);
  });

  test.each([
    ["the same ordinal twice", { hts: "9903.01.25" }, "ordinal", "duplicate"],
    ["another date of entry", { ordinal: "2", entry_date: "10/26/2025" }, "entry_date", "conflict"],
    ["another origin in one line", { ordinal: "2", origin: "HK" }, "origin", "conflict"],
    ["another liquidation date", { ordinal: "2", liquidation_date: "2026-09-05" }, "liquidation_date", "conflict"],
    ["another share of steel in one line", { ordinal: "2", steel: "41" }, "steel", "conflict"],
  ] as const)("%s", async (_, second, field, code) => {
    const { problems } = await read(table([GOOD, { ...GOOD, ...second }]));
    expect(problems.map((p) => [p.row, p.field, p.code])).toEqual([[3, field, code]]);
  });

  test("without ordinals a tariff number stands once in a line", async () => {
    const text = "Entry Number,Entry Date,Line,HTS\nABC12345676,10/25/2025,1,99030124\nABC12345676,10/25/2025,1,9903.01.24\nABC12345676,10/25/2025,2,99030124";
    const { problems, entries } = await read(text);
    expect(problems.map((p) => [p.row, p.field, p.code])).toEqual([[3, "hts", "duplicate"]]);
    expect(entries[0]?.lines.map((l) => l.number)).toEqual([1, 2]);
  });
});

describe("one thing written in many ways", () => {
  test.each([
    ["hts", "99038803", "99038803"],
    ["hts", "9903.88.03", "99038803"],
    ["hts", "9903880300", "99038803"],
    ["hts", "9903.88.0300", "99038803"],
    ["hts", "4202.92.31.31", "4202923131"],
    ["hts", "101210000", "0101210000"],
    ["hts", "1012100", "01012100"],
    ["hts", "9802.00.80.68", "9802008068"],
  ])("the tariff number %s %s", async (field, value, code) => expect((await read(table([{ ...GOOD, [field]: value }]))).entries[0]?.lines[0]?.tariffs[0]?.code).toBe(code));

  test.each([
    ["4/8/2025"],
    ["04/08/2025"],
    ["2025-04-08"],
    ["20250408"],
    ["45755"],
    ["8-Apr-2025"],
    ["04/08/2025 00:00:00"],
    ["2025-04-08T00:00:00"],
    ["2025-04-08T00:00:00-04:00"],
    ["April 8, 2025"],
    ["08-APR-2025"],
    ["2025/04/08"],
    ["04-08-2025"],
  ])("the day %s", async (value) => expect((await read(table([{ ...GOOD, entry_date: value }]))).entries[0]?.entered).toBe("2025-04-08"));

  test.each([
    ["1234.5", 123_450],
    ["1,234.50", 123_450],
    ["$1,234.50", 123_450],
    ["USD 1234.50", 123_450],
    ["1234.50 USD", 123_450],
    [".5", 50],
    ["0", 0],
    ["(0.00)", 0],
    ["12.3400", 1_234],
  ])("the amount %s", async (value, cents) => expect((await read(table([{ ...GOOD, duty: value }]))).entries[0]?.lines[0]?.tariffs[0]?.duty).toBe(cents));

  test.each([
    ["HK", "HK"],
    ["hong kong", "HK"],
    ["Hong Kong", "HK"],
    ["China", "CN"],
    ["Macao", "MO"],
  ])("the origin %s", async (value, code) => expect((await read(table([{ ...GOOD, origin: value }]))).entries[0]?.lines[0]?.origin).toBe(code));

  test.each([["01"], ["1"], ["01 - Consumption"], ["01-Consumption Free & Dutiable"], ["01 ABI/A"], ["Type 01"]])("the type %s", async (value) =>
    expect((await read(table([{ ...GOOD, entry_type: value }]))).entries[0]?.type).toBe("01"),
  );

  test.each([
    ["liquidation_status", "Unliquidated", "unliquidated"],
    ["liquidation_status", "Not Liquidated", "unliquidated"],
    ["liquidation_status", "Scheduled", "unliquidated"],
    ["liquidation_status", "Suspended", "suspended"],
    ["liquidation_status", "Extended", "extended"],
    ["liquidation_status", "Under Review", "extended"],
    ["liquidation_status", "Reliquidated", "liquidated"],
    ["liquidation_status", "Final", "liquidated"],
    ["liquidation_status", "Liquidated - Final", "liquidated"],
  ])("%s %s", async (field, value, status) => expect((await read(table([{ ...GOOD, [field]: value }]))).entries[0]?.liquidation.status).toBe(status));

  test.each([
    ["reconciliation", "001", true],
    ["reconciliation", "001 - Value", true],
    ["reconciliation", "Not flagged", false],
    ["drawback", "ABC-1234567-6", true],
    ["drawback", "None", false],
    ["adcvd", "A-570-979-000", true],
    ["protest", "Yes", "open"],
    ["protest", "2704-26-100001", "open"],
    ["protest", "Denied in part", "decided"],
    ["protest", "Approved", "approved"],
    ["importer_type", "C", "corporation"],
    ["importer_type", "Individual", "other"],
    ["importer_type", "LLC", undefined],
  ] as const)("%s %s", async (field, value, is) => {
    const { entries, problems } = await read(table([{ ...GOOD, [field]: value }]));
    expect(problems).toEqual([]);
    const key = { adcvd: "antidumping", importer_type: "importerType" }[field as string] ?? field;
    expect((entries[0] as unknown as Record<string, unknown>)[key]).toBe(is);
  });

  test("a protest number without a status is an open protest, and none is none", async () => {
    const text = (number: string) => `Entry Number,Entry Date,Line,HTS,Protest Number\nABC12345676,10/25/2025,1,99030124,${number}`;
    expect((await read(text("270426100001"))).entries[0]?.protest).toBe("open");
    expect((await read(text(""))).entries[0]?.protest).toBe("none");
  });
});
