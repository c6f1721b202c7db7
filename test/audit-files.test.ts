import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseKnown } from "@truce/engine/time";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditBook } from "../packages/node/dist/entries/audit-book.js";
import { readEntries } from "../packages/node/dist/entries/index.js";
import { wholeLines } from "../packages/node/dist/entries/whole-lines.js";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";

/* Two entries of 20 June 2025 in the layouts that reports have: travel bags (list 3, 17.6 %) and shoes (list 4A, 5 %) in one, toys in the other. */
const known = parseKnown("2026-10-10").at;
let desks: Desks;
let dir = "";
beforeAll(async () => {
  desks = new Desks(await openRegime());
  dir = mkdtempSync(join(tmpdir(), "truce-layouts-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

type Row = Readonly<Record<string, string>>;
const line = (entry: string, n: number, ...numbers: string[]): Row[] =>
  numbers.map((text, i) => {
    const [hts = "", duty = "", value = ""] = text.split(" ");
    return { entry_number: entry, entry_type: "01", entry_date: "2025-06-20", mode: "ocean", line: String(n), ordinal: String(i + 1), hts, origin: "CN", value, duty, mpf: "", hmf: "" };
  });
const FIRST = "HND-2000001-1";
const bags = line(FIRST, 1, "9903.88.03 7500", "9903.01.24 6000", "9903.01.25 3000", "4202.92.31.31 5280 30000");
const shoes = line(FIRST, 2, "9903.88.15 750", "9903.01.24 2000", "9903.01.25 1000", "6403.99.40.80 500 10000");
const toys = line("HND-2000003-7", 1, "9903.01.24 2000", "9903.01.25 1000", "9503.00.00.73 0 10000");
const all = [...bags, ...shoes, ...toys];
const COLUMNS = ["entry_number", "entry_type", "entry_date", "mode", "line", "ordinal", "hts", "origin", "value", "duty", "mpf", "hmf"];

async function audit(rows: readonly Row[], columns: readonly string[] = COLUMNS, delimiter = ",") {
  const file = join(dir, "table.csv");
  writeFileSync(file, [columns, ...rows.map((r) => columns.map((c) => r[c] ?? ""))].map((r) => r.join(delimiter)).join("\n"));
  const read = await readEntries(file, desks.regime.goods.facts.values(), true, true);
  const whole = wholeLines(read);
  const audits = auditBook(whole.entries, desks, { known, now: known, supposed: [] });
  return {
    problems: read.problems.map((p) => `${p.row} ${p.field} ${p.code}`),
    found: audits.flatMap((a) => a.findings.filter((f) => f.line !== null || f.kind === "wrong-fee").map((f) => `${f.row} ${f.kind} ${f.code ?? "-"} ${f.difference ?? "-"}`)),
    checked: audits.reduce((n, a) => n + a.checked, 0),
    notes: read.notes,
  };
}
const CLEAN = { problems: [], found: [], checked: 3 };
const set = (rows: readonly Row[], at: number, more: Row): Row[] => rows.map((r, i) => (i === at ? { ...r, ...more } : r));
const without = (...names: string[]): string[] => COLUMNS.filter((c) => !names.includes(c));

describe("a table of right entries shows nothing", () => {
  test("as it is filed", async () => expect(await audit(all)).toMatchObject(CLEAN));
  test("with tabs", async () => expect(await audit(all, COLUMNS, "\t")).toMatchObject(CLEAN));
  test("with entries in turn", async () => expect(await audit([...bags.slice(0, 2), ...toys, ...bags.slice(2), ...shoes])).toMatchObject(CLEAN));
  test("without numbers of lines", async () => expect(await audit(all, without("line", "ordinal"))).toMatchObject(CLEAN));
  test("with the number of the goods first and no ordinals", async () => {
    const turned = [bags, shoes, toys].flatMap((l) => [...l.slice(-1), ...l.slice(0, -1)]);
    const a = await audit(turned, without("ordinal"));
    expect(a).toMatchObject(CLEAN);
    expect(a.notes.join()).toContain("each line begins with the number of the goods");
  });
  test("with the headings of a line side by side", async () => {
    const side = [bags, shoes, toys].map((l): Row => {
      const at = l.at(-1) as Row;
      return l.slice(0, -1).reduce<Row>((r, h, i) => ({ ...r, [`chapter_99_${i + 1}`]: h["hts"] ?? "", [`chapter_99_duty_${i + 1}`]: h["duty"] ?? "" }), at);
    });
    const columns = [...without("ordinal"), ...[1, 2, 3].flatMap((n) => [`chapter_99_${n}`, `chapter_99_duty_${n}`])];
    expect(await audit(side, columns)).toMatchObject(CLEAN);
  });
  test("with the headings of a line in a cell and one duty", async () => {
    const side = [bags, shoes, toys].map(
      (l): Row => ({
        ...(l.at(-1) as Row),
        chapter_99: l
          .slice(0, -1)
          .map((h) => h["hts"])
          .join("; "),
        duty: String(l.reduce((n, h) => n + Number(h["duty"]), 0)),
      }),
    );
    expect(await audit(side, ["entry_number", "entry_date", "line", "hts", "chapter_99", "origin", "value", "duty"])).toMatchObject(CLEAN);
    const less = set(side, 1, { duty: "3250.00" });
    expect((await audit(less, ["entry_number", "entry_date", "line", "hts", "chapter_99", "origin", "value", "duty"])).found).toEqual(["3 wrong-rate 6403.99.40.80 -1000.00"]);
  });
});

describe("fees", () => {
  // The fee is 0.3464 % of 40,000 and 0.125 % of it; shares of 30,000 and 10,000.
  test("on one row, on every row, or in shares by line are one sum", async () => {
    const two = [...bags, ...shoes];
    expect((await audit(set(two, 0, { mpf: "138.56", hmf: "50.00" }))).found).toEqual([]);
    expect((await audit(two.map((r) => ({ ...r, mpf: "138.56", hmf: "50.00" })))).found).toEqual([]);
    expect((await audit(set(two, 0, { mpf: "138.56", hmf: "50.00" }).map((r, i) => (i === 0 ? r : { ...r, mpf: "0.00", hmf: "0" })))).found).toEqual([]);
    expect((await audit(set(set(two, 0, { mpf: "103.92", hmf: "37.50" }), 4, { mpf: "34.64", hmf: "12.50" }))).found).toEqual([]);
    expect((await audit([...bags.map((r) => ({ ...r, mpf: "103.92", hmf: "37.50" })), ...shoes.map((r) => ({ ...r, mpf: "34.64", hmf: "12.50" }))])).found).toEqual([]);
  });
  test("by line at the least of each are too much together", async () => {
    const small = [1, 2].flatMap((n) => line(FIRST, n, "9903.01.24 1000", "9903.01.25 500", "9503.00.00.73 0 5000"));
    // 0.3464 % of 10,000 is 34.64; twice the least of 32.71 is 65.42.
    expect((await audit(set(set(small, 0, { mpf: "32.71", hmf: "6.25" }), 3, { mpf: "32.71", hmf: "6.25" }))).found).toEqual(["2 wrong-fee - 30.78"]);
  });
});

describe("a row that cannot be read", () => {
  test("leaves its line out, and the other lines are audited", async () => {
    const a = await audit(set(set(all, 1, { duty: "many" }), 4, { duty: "700.00" }));
    expect(a).toMatchObject({ problems: ["3 duty bad-amount"], found: ["6 wrong-rate 9903.88.15 -50.00"], checked: 2 });
  });
  test("whose entry cannot be told leaves out the line that it may be of", async () => {
    const lost = { entry_number: "HND-2000001-2" };
    expect(await audit(set(all, 1, lost))).toMatchObject({ problems: ["3 entry_number check-digit"], found: [], checked: 2 });
    expect(await audit(set(all, 0, lost))).toMatchObject({ found: [], checked: 2 });
    expect(await audit(set(all, 7, lost))).toMatchObject({ found: [], checked: 2 });
    expect(await audit(set(all, 10, lost))).toMatchObject({ found: [], checked: 2 });
    expect(await audit(all.map((r) => (r["entry_number"] === FIRST ? { ...r, ...lost } : r)))).toMatchObject({ found: [], checked: 1 });
  });
  test("has a number of a line from 1, and a country that there is", async () => {
    expect((await audit(set(all, 8, { line: "0" }))).problems).toEqual(["10 line out-of-range"]);
    expect((await audit(set(all, 8, { origin: "XX" }))).problems).toEqual(["10 origin bad-country"]);
    expect((await audit(toys.map((r) => ({ ...r, origin: "KV" })))).problems).toEqual([]);
  });
});

describe("a row that comes twice", () => {
  test("is told, and its line is audited without it", async () => {
    expect(await audit([...bags.slice(0, 2), ...bags.slice(1), ...shoes, ...toys])).toMatchObject({ ...CLEAN, problems: ["4 ordinal duplicate"] });
    expect(await audit([...all, ...toys])).toMatchObject({ ...CLEAN, problems: ["13 ordinal duplicate", "14 ordinal duplicate", "15 ordinal duplicate"] });
  });
  test("with another duty leaves its line out", async () => {
    expect(await audit([...bags.slice(0, 2), { ...(bags[1] as Row), duty: "1" }, ...bags.slice(2), ...shoes, ...toys])).toMatchObject({ problems: ["4 ordinal duplicate"], found: [], checked: 2 });
  });
  test("with another ordinal is a heading filed twice", async () => {
    const twice = [...bags.slice(0, 2), { ...(bags[1] as Row), ordinal: "3" }, ...bags.slice(2).map((r) => ({ ...r, ordinal: String(Number(r["ordinal"]) + 1) }))];
    expect((await audit(twice)).found).toEqual(["4 extra-heading 9903.01.24 6000.00"]);
  });
});
