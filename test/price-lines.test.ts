import { afterAll, describe, expect, test } from "vitest";
import { amounts, BAGS, Folder, HEAD, OF_BAGS, priced } from "./price-desk.js";

/* What a line says, in the shapes in which files say it; and rows that cannot be priced, each with its reason. */
const f = new Folder();
afterAll(() => f.clear());
let made = 0;
const lines = (text: string): string => f.write(`${made++}.csv`, text);
/** The `on` of each line, or the field for which its row was rejected. */
async function read(column: "on" | "value" | "code" | "from" | "to", cells: readonly string[]): Promise<(string | null)[]> {
  const at = HEAD.trim().split(",").indexOf(column);
  const text = cells.map((cell) =>
    BAGS.trim()
      .split(",")
      .map((own, i) => (i === at ? `"${cell}"` : own))
      .join(","),
  );
  const { rows, rejects } = await priced(lines(`${HEAD}${text.join("\n")}\n`));
  const byRow = new Map([...rejects.map((r) => [r["row"], `rejected: ${r["field"]}`] as const), ...rows.map((r) => [r["row"], r[column]] as const)]);
  return cells.map((_, i) => byRow.get(String(i + 1)) ?? null);
}

test("columns of the file's own keep their names beside those that are worked with", async () => {
  const { rows } = await priced(lines("truce_from,truce_digits,t_sound,code,from,on,value\na,b,c,4202.92.31.31,CN,2025-10-25,10000\n"));
  expect(amounts(rows)).toEqual([OF_BAGS]);
});

describe("a day", () => {
  test("is read in the usual shapes", async () => {
    const shapes = ["2025-10-25", "10/25/2025", "25.10.2025", "20251025", "25-Oct-2025", "Oct 25, 2025", "2025/10/25", "45955", "2025-10-25 00:00:00"];
    expect(await read("on", shapes)).toEqual(shapes.map(() => "2025-10-25"));
    expect(await read("on", ["2025-10-25T00:00:30-04:00", "2025-10-25T04:01Z", "5-Mar-2025"])).toEqual(["2025-10-25T04:00:00Z", "2025-10-25T04:01:00Z", "2025-03-05"]);
  });

  test("that is none is rejected", async () => {
    const wrong = ["2025-02-30", "13/25/2025", "", "soon", "1/2/25", "2025-10", "abcd-ef-gh", "1e+1-01-01", "-025-10-25"];
    expect(await read("on", wrong)).toEqual(wrong.map(() => "rejected: on"));
  });

  test("written with numbers alone is read as the rest of its column is", async () => {
    const of = async (days: readonly string[]) => {
      const { rows, notes } = await priced(lines(HEAD + days.map((d) => BAGS.replace("2025-10-25", d)).join("")));
      return { days: rows.filter((r) => r["component"] === "base").map((r) => r["on"]), notes: notes.join() };
    };
    expect(await of(["03/04/2025", "10/25/2025"])).toEqual({ days: ["2025-03-04", "2025-10-25"], notes: "" });
    expect(await of(["03/04/2025", "25/10/2025"])).toMatchObject({ days: ["2025-04-03", "2025-10-25"], notes: expect.stringMatching(/day before the month/) });
    expect(await of(["03/04/2025", "05/06/2025"])).toMatchObject({ days: ["2025-03-04", "2025-05-06"], notes: expect.stringMatching(/could be read/) });
    // The sign may lie far below a beginning of one month.
    expect((await of([...Array.from({ length: 30_000 }, () => "03/04/2025"), "25/10/2025"])).days[0]).toBe("2025-04-03");
  });

  test("means noon where the goods are entered: on both sides of the boundary minute an instant decides", async () => {
    // The fentanyl duty on goods of China went from 20 to 10 percent at 00:01 on 10 November 2025 in Washington: EO 14357.
    const at = async (on: string) => amounts((await priced(lines(HEAD + BAGS.replace("2025-10-25", on)))).rows)[0]?.["us/fentanyl/cn"];
    expect(await at("2025-11-10T00:00-05:00")).toBe("2000.00");
    expect(await at("2025-11-10T00:01-05:00")).toBe("1000.00");
    expect(await at("2025-11-10")).toBe("1000.00");
  });

  test("that the file does not give is that of the flag", async () => {
    const file = lines("code,value\n4202.92.31.31,10000\n");
    expect(amounts((await priced(file, { on: "2025-10-25" })).rows)).toEqual([OF_BAGS]);
  });
});

describe("a customs value", () => {
  test("is read in the usual shapes, to the cent", async () => {
    expect(await read("value", ["1,234.50", "$1,234.5", "1234.500", "USD 1 234.50", "1.234,50", " 1234.50 ", ".5", "5.", "0", "10000000000.00"])).toEqual([
      "1234.50",
      "1234.50",
      "1234.50",
      "1234.50",
      "1234.50",
      "1234.50",
      "0.50",
      "5.00",
      "0.00",
      "10000000000.00",
    ]);
  });

  test("that is none, is finer than a cent, below zero, too high or in another currency is rejected and never rounded", async () => {
    const wrong = ["1.005", "-5", "(5.00)", "abc", "", "1e3", "1_000", "12,34", "10000000000.01", "99999999999999999999", "€5", "¥5", "1,23,456", "NaN"];
    expect(await read("value", wrong)).toEqual(wrong.map(() => "rejected: value"));
  });

  test("of China's side is in yuan", async () => {
    const { rows, rejects } = await priced(lines(`${HEAD}1201.90.11,US,CN,2025-10-25,¥100.00,a\n1201.90.11,US,CN,2025-10-25,$100.00,b\n`));
    expect(rows[0]).toMatchObject({ sku: "a", value: "100.00" });
    expect(rejects).toMatchObject([{ row: "2", field: "value" }]);
  });
});

describe("a code", () => {
  test("is read with dots, spaces and dashes, and with the zero that a spreadsheet dropped", async () => {
    expect(await read("code", ["4202923131", "4202 92 31 31", "4202-92-31-31", "0101.21.00.10", "101210010", "42029231", "420292"])).toEqual([
      "4202923131",
      "4202923131",
      "4202923131",
      "0101210010",
      "0101210010",
      "42029231",
      "420292",
    ]);
  });

  test("that no tariff has is rejected with its digits", async () => {
    expect(await read("code", ["4202", "bags", "", "1e8", "9999.99.99.99"])).toEqual(Array.from({ length: 5 }, () => "rejected: code"));
    expect((await priced(lines(`${HEAD}${BAGS.replace("4202.92.31.31", "9999.99.99.99")}`))).rejects).toEqual([
      { row: "1", field: "code", reason: "the tariff of the United States has no such code", given: "9999999999" },
    ]);
  });
});

describe("the two countries", () => {
  test("are read as codes and words; a row that names one has the other as its partner", async () => {
    const rows = ["CN,US", "china,USA", "Hong Kong,", ",US", ",CN", "US,", ","].map((c) => BAGS.replace("CN,US", c)).join("");
    const found = (await priced(lines(HEAD + rows))).rows.filter((r) => r["component"] === "base");
    expect(found.map((r) => `${r["from"]}-${r["to"]}`)).toEqual(["CN-US", "CN-US", "HK-US", "CN-US", "US-CN", "US-CN", "CN-US"]);
  });

  test("that the regime has not are answered: not covered", async () => {
    const { rows } = await priced(lines(HEAD + BAGS.replace("CN,US", "VN,US") + BAGS.replace("CN,US", "CN,CN")));
    expect(rows).toMatchObject([
      { from: "VN", component: "base", amount: null, outcome: "not-covered" },
      { from: "CN", component: "base", amount: null, outcome: "not-covered" },
    ]);
    expect(await read("to", ["MX", "US"])).toEqual(["rejected: to", "US"]);
  });

  test("may differ from row to row: imports of both sides in one file", async () => {
    const { rows } = await priced(lines(`${HEAD}${BAGS}1201.90.11,US,CN,2025-10-25,10000.00,soy\n`));
    // Soybeans: 3 % MFN, 10 % of the answer to the reciprocal duty; that of March 2025 was 10 % more.
    expect(amounts(rows)).toEqual([OF_BAGS, expect.objectContaining({ base: "300.00" })]);
    expect(rows.at(-1)).toMatchObject({ to: "CN", sku: "soy" });
  });
});

describe("facts and quantities", () => {
  test("stand in columns of their names, or as an object", async () => {
    // Furniture of steel with aluminum: 50 % on the 20 % that are aluminum, and only what is not metal pays the reciprocal duty.
    const of = async (text: string) => amounts((await priced(lines(text))).rows)[0];
    const on = "9403.20.00.75,2025-07-01,10000.00";
    const plain = await of(`code,on,value,aluminum,steel\n${on},20,0\n`);
    expect(plain).toMatchObject({ base: "0.00", "us/s301/list-3": "2500.00", "us/fentanyl/cn": "2000.00", "us/s232/aluminum": "1000.00", "us/reciprocal": "800.00" });
    for (const text of [`code,on,value,Fact: Aluminum,fact:steel\n${on},20 %,0%\n`, `code,on,value,facts\n${on},"{""aluminum"":20,""steel"":""0""}"\n`, `code,on,value,ALUMINUM,STEEL\n${on},20.0,0\n`])
      expect(await of(text)).toEqual(plain);
    expect(amounts((await priced(lines(`code,on,value,alu,steel\n${on},20,0\n`), { columns: ["fact:aluminum=alu"] })).rows)[0]).toEqual(plain);
  });

  test("that cannot be are rejected, and those that are missing leave the amount open with its range", async () => {
    const row = "9403.20.00.75,2025-07-01,10000.00";
    const { rows, rejects } = await priced(lines(`code,on,value,aluminum,facts\n${row},101,\n${row},,aluminum=5\n${row},,\n`));
    expect(rejects).toMatchObject([
      { row: "1", field: "aluminum" },
      { row: "2", field: "facts" },
    ]);
    expect(rows[0]).toMatchObject({ row: "3", component: "base", outcome: "needs-facts", missing: expect.stringContaining("aluminum"), percentMin: "55.0000", percentMax: "95.0000" });
    expect(amounts(rows)[0]).toEqual({ base: "0.00", "us/s301/list-3": "2500.00", "us/fentanyl/cn": "2000.00" });
    const wide = await priced(f.at(`${made - 1}.csv`), { layout: "wide" });
    expect(wide.rows).toMatchObject([{ outcome: "needs-facts", base: "0.00", additional: null, duty: null }]);
  });

  test("an entry number and a mode of transport are no facts by their names alone", async () => {
    const { rows, rejects } = await priced(lines("entry,line,mode,code,on,value\nABC-1234567-6,1,11,4202.92.31.31,2025-10-25,10000\n"));
    expect(rejects).toEqual([]);
    expect(rows[0]).toMatchObject({ entry: "ABC-1234567-6", line: "1" });
    expect(amounts(rows)).toEqual([OF_BAGS]);
  });

  test("a rate by quantity waits for it", async () => {
    // 6.3 cents a liter.
    const { rows } = await priced(lines("code,on,value,quantity,unit\n2204.21.50.40,2025-10-25,10000,1000,L\n2204.21.50.40,2025-10-25,10000,,\n"));
    expect(amounts(rows).map((a) => a["base"])).toEqual(["63.00", null]);
  });
});

describe("columns", () => {
  test("are known by usual names, or mapped", async () => {
    expect(amounts((await priced(lines("HTS Number,Country of Origin,Entry Date,Entered Value (USD)\n4202.92.31.31,CN,10/25/2025,10000\n".replace(" (USD)", "")))).rows)).toEqual([OF_BAGS]);
    expect(amounts((await priced(lines("a;b;c\n4202.92.31.31;10000;2025-10-25\n"), { columns: ["code=a", "value=b", "on=c"] })).rows)).toEqual([OF_BAGS]);
  });

  test("that are not found are an error which lists those there are", async () => {
    await expect(priced(lines("a,b\n1,2\n"))).rejects.toMatchObject({ code: "no-column", hint: expect.stringMatching(/--columns code=COLUMN; the file has: a, b/) });
    await expect(priced(lines(HEAD + BAGS), { columns: ["code=HTS"] })).rejects.toMatchObject({ code: "no-column", message: expect.stringContaining("HTS") });
  });

  test("that stand twice, have no name or one of ours are kept", async () => {
    const { rows } = await priced(lines(`t_line,a,a,,${HEAD}1,2,3,4,${BAGS}`), { layout: "wide" });
    expect(rows[0]).toMatchObject({ t_line_1: "1", a: "2", a_2: "3", column_4: "4", duty: "7260.00" });
  });
});

describe("a row that cannot be cut into cells", () => {
  test("is rejected alone, and the others keep their numbers", async () => {
    const { rows, rejects, all } = await priced(lines(`${HEAD}${BAGS}4202.92.31.31,CN,US,2025-10-25,1,234.50,A1\n${BAGS}4202.92.31.31,CN\n${BAGS}`));
    expect(all).toBe(5);
    expect([...new Set(rows.map((r) => r["row"]))]).toEqual(["1", "3", "5"]);
    expect(rejects.map((r) => [r["row"], r["reason"]])).toEqual([
      ["2", expect.stringMatching(/more cells than the header/)],
      ["4", expect.stringMatching(/fewer cells than the header/)],
    ]);
  });

  test("in JSON lines is one that is no object", async () => {
    const { rows, rejects } = await priced(f.write("bad.jsonl", '{"code":"4202.92.31.31","on":"2025-10-25","value":10000}\nno\n[1]\n{"code":"4202.92.31.31","on":"2025-10-25","value":10000}\n'));
    expect([...new Set(rows.map((r) => r["row"]))]).toEqual(["1", "4"]);
    expect(rejects.map((r) => [r["row"], r["field"]])).toEqual([
      ["2", "row"],
      ["3", "row"],
    ]);
    await expect(priced(f.write("known.jsonl", '{"code":"4202.92.31.31","value":1,"known":"2025-01-01"}\n'))).rejects.toMatchObject({
      code: "unknown-field",
      hint: expect.stringContaining("--known"),
    });
  });
});
