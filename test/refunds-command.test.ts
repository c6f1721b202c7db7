import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csvCell } from "@truce/engine/entry";

/* truce refunds as a user runs it, a process of its own. */
const main = fileURLToPath(new URL("../packages/node/dist/cli/main.js", import.meta.url));
const fixture = fileURLToPath(new URL("fixtures/entries/refunds.csv", import.meta.url));
const CLOCKS = ["--on", "2026-10-01", "--known", "2026-10-10"];
let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "truce-refunds-command-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));
function truce(args: readonly string[], input?: string) {
  const run = spawnSync(process.execPath, [main, "refunds", ...args], { encoding: "utf8", maxBuffer: 1 << 28, ...(input === undefined ? {} : { input }) });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

test("the page gives both amounts apart, the days left, and says that nothing was filed", () => {
  const { code, out, err } = truce([fixture, ...CLOCKS]);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(/recoverable now\s+18,000\.00\n\s+contested\s+5,000\.00/);
  expect(out).toMatch(/XYZ-0000001-5\s+CAPE phase 1\s+3000\.00\s+2026-10-01\s+0/);
  expect(out).toMatch(/Nothing was filed/);
});

test("standard input is read like a file", () => {
  const { out } = truce(["-", ...CLOCKS, "--json"], readFileSync(fixture, "utf8"));
  expect((JSON.parse(out) as { totals: unknown }).totals).toMatchObject({ recoverableNow: "18000.00", contested: "5000.00" });
});

test("rows that cannot be read are told, the others answered, and the program ends well", () => {
  const { code, out } = truce(["-", ...CLOCKS, "--json"], readFileSync(fixture, "utf8").replace("XYZ-0000001-5", "XYZ-0000001-6").replace("2025-12-05", "soon"));
  const r = JSON.parse(out) as { problems: { row: number; field: string; code: string }[]; entries: { number: string; incomplete: boolean }[]; warnings: string[] };
  expect(code).toBe(0);
  expect(r.problems.map((p) => [p.row, p.field, p.code])).toEqual([
    [2, "entry_number", "check-digit"],
    [17, "entry_date", "bad-date"],
  ]);
  expect(r.entries.filter((e) => e.incomplete).map((e) => e.number)).toEqual(["XYZ-0000001-5", "XYZ-0000006-4"].slice(1));
  expect(r.warnings.join()).toMatch(/2 problems, and the amounts of 1 entries/);
});

test("the files are written beside the answer, which names them", () => {
  const out = join(dir, "out");
  const r = JSON.parse(truce([fixture, ...CLOCKS, "-o", out, "--json"]).out) as { files: { rows: number }[] };
  expect(readdirSync(out).sort()).toEqual(["calendar.csv", "cape-1-001.csv", "cape-2-001.csv"]);
  expect(readFileSync(join(out, "cape-1-001.csv"), "utf8")).toBe("Entry Number\r\nXYZ-0000001-5\r\nXYZ-0000009-8\r\n");
  expect(readFileSync(join(out, "calendar.csv"), "utf8").split("\r\n").slice(0, 2)).toEqual([
    "day,days_left,entry_number,what,bucket,recoverable_now,contested,undecided",
    "2026-10-01,0,XYZ-0000001-5,last day of CAPE phase 1,cape-1,3000.00,0.00,0.00",
  ]);
  expect(r.files.map((f) => f.rows).slice(0, 2)).toEqual([2, 1]);
});

describe("what cannot be answered ends with 1 and one line", () => {
  test.each([
    ["a file that is not there", ["no-such.csv"], "no-file"],
    ["a folder", ["."], "no-file"],
    ["a fact that is none of an entry", [fixture, "--fact", "colour=red"], "bad-fact"],
    ["a fact with a value that it cannot have", [fixture, "--fact", "drawback=perhaps"], "bad-fact"],
    ["a day that does not exist", [fixture, "--on", "2026-02-30"], "bad-date"],
    ["a file where the folder should be", [fixture, "-o", fixture], "not-a-folder"],
    ["a regime without rules of refunds", [fixture, "--regime", fileURLToPath(new URL("good/regime", import.meta.url))], "no-rules"],
  ])("%s", (_, args, code) => {
    const plain = truce(args);
    expect(plain).toMatchObject({ code: 1, out: "" });
    expect(plain.err.trim().split("\n")).toHaveLength(1);
    expect((JSON.parse(truce([...args, "--json"]).err) as { error: unknown }).error).toMatchObject({ code });
  });
  test("a table that is none of entries, with what its header needs", () => {
    const path = join(dir, "other.csv");
    writeFileSync(path, "name,country\nA,CN\n");
    expect(truce([path]).err).toMatch(/no row that names the columns.*"Entry Summary Number", "Entry Date", "HTS Number - Full"/);
  });
});

test.each([
  ["=1+1", "'=1+1"],
  ["@cmd", "'@cmd"],
  ["-cmd", "'-cmd"],
  ["+1", "'+1"],
  ["-5", "-5"],
  ['a "b", c', '"a ""b"", c"'],
])("a cell %j is written %j, so that no spreadsheet evaluates it", (text, written) => expect(csvCell(text)).toBe(written));
