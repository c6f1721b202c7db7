import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/* The command, run as a user does. */
const main = fileURLToPath(new URL("../packages/node/dist/cli/main.js", import.meta.url));
const maker = fileURLToPath(new URL("../packages/node/dist/entries/make-entries.js", import.meta.url));
const hand = (name: string): string => fileURLToPath(new URL(`fixtures/entries/hand/${name}.csv`, import.meta.url));
let dir = "";
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "truce-audit-"));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const run = (args: readonly string[], program = main) => spawnSync(process.execPath, [program, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
const HEAD = "entry_number,entry_date,line,ordinal,hts,origin,value,duty\n";
/** An entry of bags on which fentanyl is filed at half its rate. */
const BAD = `${HEAD}HND-2000001-1,2025-10-24,1,1,9903.88.03,CN,,2500.00\nHND-2000001-1,2025-10-24,1,2,9903.01.24,CN,,1000.00\nHND-2000001-1,2025-10-24,1,3,9903.01.25,CN,,1000.00\nHND-2000001-1,2025-10-24,1,4,4202.92.31.31,CN,10000,1760.00\n`;
function file(name: string, text: string): string {
  const path = join(dir, name);
  writeFileSync(path, text);
  return path;
}

describe("truce audit", () => {
  test("says nothing of an entry that is right, and what of it is refundable", () => {
    const r = run(["audit", hand("bags-october-2025"), "--known", "2026-10-10", "--json"]);
    expect(r).toMatchObject({ status: 0, stderr: "" });
    expect(JSON.parse(r.stdout)).toEqual({
      on: null,
      known: "2026-10-10T23:59:00Z",
      horizon: "2026-10-10",
      entries: 1,
      checked: 1,
      unchecked: [],
      findings: [],
      relief: [],
      totals: { overpaid: "0.00", underpaid: "0.00" },
      byKind: {},
      refundable: { entries: 1, amount: "3000.00", see: "truce refunds" },
      problems: [],
      warnings: [],
    });
  });

  test("exits 0 with findings, and gives each its row and its difference", () => {
    const r = run(["audit", file("bad.csv", BAD), "--known", "2026-10-10", "--json"]);
    expect(r.status).toBe(0);
    const out = JSON.parse(r.stdout);
    expect(out.findings.map((f: { kind: string; row: number; difference: string; clock: string }) => [f.kind, f.row, f.difference, f.clock])).toEqual([
      ["wrong-rate", 3, "-1000.00", "both"],
      ["underpaid", 2, "-1000.00", "hindsight"],
    ]);
    expect(out.findings[0]).toMatchObject({ entry: "HND-2000001-1", line: 1, code: "9903.01.24", filed: "1000.00", expected: "2000.00", instruments: expect.arrayContaining(["us/eo-14228"]) });
    expect(out.byKind).toEqual({ "wrong-rate": 1, underpaid: 1 });
    expect(out.totals).toEqual({ overpaid: "0.00", underpaid: "1000.00" });
  });

  test("the page has the sums first, then the findings", () => {
    const r = run(["audit", file("bad.csv", BAD), "--known", "2026-10-10"]);
    expect(r.status).toBe(0);
    const lines = r.stdout.split("\n");
    expect(lines[0]).toBe("1 entry, 1 line compared");
    expect(r.stdout).toContain("overpaid 0.00 USD   underpaid 1000.00 USD");
    expect(r.stdout).toMatch(/HND-2000001-1 +1 +3 +wrong-rate +9903\.01\.24 +-1000\.00 +the duty of 9903\.01\.24 is filed as 1000\.00; 20 % on 10000\.00 is 2000\.00/);
    expect(r.stdout.indexOf("underpaid 1000.00")).toBeLessThan(r.stdout.indexOf("Wrong by what is known now"));
  });

  test("an entry of which a row cannot be read is left out, and the rest is audited", () => {
    const r = run(["audit", file("part.csv", BAD.replace("9903.01.25,CN,,1000.00", "9903.01.25,CN,,many")), "--known", "2026-10-10", "--json"]);
    const out = JSON.parse(r.stdout);
    expect(r.status).toBe(0);
    expect(out.entries).toBe(0);
    expect(out.problems.map((p: { row: number }) => p.row)).toEqual([4]);
    expect(out.warnings.join("\n")).toContain("1 entry was left out");
  });

  test("a file that is not there is one line on stderr and exit 1", () => {
    const r = run(["audit", join(dir, "no.csv")]);
    expect(r).toMatchObject({ status: 1, stdout: "" });
    expect(r.stderr).toMatch(/^truce: .*no\.csv is not a file; name a CSV or XLSX file of entries.*\n$/);
  });

  test("--on is told to make no difference", () => {
    const out = JSON.parse(run(["audit", hand("bags-october-2025"), "--on", "2026-01-01", "--json"]).stdout);
    expect(out.warnings).toContain("--on makes no difference: each entry is judged at its own date");
  });

  test("where a supposed duty begins within the day of entry, either side is accepted, and it is said", () => {
    const yaml = file(
      "midday.yaml",
      `title: A duty that ends at three in the afternoon
issuer: us/president
kind: executive-order
standing: supposed
announced: 2025-10-01
cites: [made up]
acts:
  - set: us/fentanyl/cn
    percent: 10
    from: 2025-10-24T15:00[America/New_York]
sources: [{publisher: nobody, title: made up}]
confidence: unconfirmed
`,
    );
    const out = JSON.parse(run(["audit", file("bad.csv", BAD), "--known", "2026-10-10", "--suppose", yaml, "--json"]).stdout);
    expect(out.findings.filter((f: { error: boolean }) => f.error)).toEqual([]);
    expect(out.warnings.join("\n")).toContain("the law changed within 2025-10-24; the filing is right by the law of 2025-10-24T19:00:00Z");
  });
});

describe("npm run make-entries", () => {
  test("gives the same book for the same seed, and another for another", () => {
    const book = (seed: string): string => run(["--entries", "20", "--seed", seed], maker).stdout;
    const one = book("7");
    expect(one.split("\n").length).toBeGreaterThan(60);
    expect(book("7")).toBe(one);
    expect(book("8")).not.toBe(one);
  });
  test("checks what it made", () => {
    const r = run(["--entries", "40", "--seed", "3", "--out", join(dir, "book.csv"), "--check"], maker);
    expect(r.status).toBe(0);
    expect(r.stderr).toContain("40 of 40 entries read, 0 rows not; 0 findings");
  });
  test("refuses a number of entries that is none", () => {
    expect(run(["--entries", "many"], maker)).toMatchObject({ status: 1, stdout: "", stderr: "make-entries: --entries many is not a whole number from 1 to 1000000; write digits\n" });
  });
});
