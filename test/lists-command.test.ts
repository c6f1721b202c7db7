import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { truce } from "./run.js";

const fixtures = fileURLToPath(new URL("fixtures/lists/", import.meta.url));
const given = process.env["TRUCE_LISTS"];
let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "truce-command-"));
  process.env["TRUCE_LISTS"] = join(dir, "lists");
});
afterEach(() => {
  rmSync(dir, { recursive: true, force: true });
  if (given === undefined) delete process.env["TRUCE_LISTS"];
  else process.env["TRUCE_LISTS"] = given;
});
const file = (name: string): string => join(fixtures, name);
const kept = (): string[] => (existsSync(join(dir, "lists")) ? readdirSync(join(dir, "lists")).sort() : []);
const json = (args: readonly string[]): Record<string, unknown> => JSON.parse(truce([...args, "--json"]).stdout) as Record<string, unknown>;

describe("truce lists", () => {
  test("shows each list with its day, its age, its limit and where it is from", () => {
    const { status, stdout } = truce(["lists", "--on", "2026-10-10", "--known", "2026-10-10"]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/EL +Entity List +2022-04-21 +1,633 +30 +too old +2,001 +shipped: /);
    expect(stdout).toMatch(/CONTROL +China's export control list +2026-09-29 +11 +30 +fresh +152 +shipped: /);
    expect(stdout).toContain("1260H  Chinese Military Companies (section 1260H)");
    expect(stdout).toContain("13 of 17 lists are too old");
  });
  test("in JSON too, and for a day in the past", () => {
    const v = json(["lists", "--on", "2022-05-01"]) as {
      lists: { list: string; ageDays: number; tooOld: boolean; says: string; later?: boolean; origin: string }[];
      horizon: string;
      without: unknown;
    };
    expect(v.lists.find((l) => l.list === "EL")).toMatchObject({ ageDays: 10, tooOld: false, says: "of 2022-04-21, 10 days old: within the limit of 30 days", origin: "shipped" });
    expect(v.lists.find((l) => l.list === "UEL")).toMatchObject({ later: true });
    expect(v.without).toEqual([{ list: "1260H", title: "Chinese Military Companies (section 1260H)" }]);
  });
  test("an action that there is not, and one without its file, are usage errors", () => {
    expect(truce(["lists", "refresh"])).toMatchObject({ status: 2, stderr: 'error: there is no action "refresh" of lists: import, diff or remove\n' });
    expect(truce(["lists", "import"])).toMatchObject({ status: 2, stderr: "error: truce lists import needs a file\n" });
    expect(truce(["lists", "remove"]).status).toBe(2);
  });
});

describe("truce lists import", () => {
  test("refuses a list that has shrunk, and writes nothing", () => {
    const { status, stderr } = truce(["lists", "import", file("sdn.xml")]);
    expect(status).toBe(1);
    expect(stderr).toBe("truce: sdn.xml: more than a tenth of the parties is gone: SDN from 10,026 to 3; load the file again; if the list did shrink so, add --accept-drop\n");
    expect(kept()).toEqual([]);
  });
  test("takes it with --accept-drop, and the list is then of its day", () => {
    const v = json(["lists", "import", file("sdn.xml"), "--accept-drop"]) as { kept: string; lists: unknown; added: unknown[]; removed: unknown[] };
    expect(v.lists).toEqual([{ list: "SDN", title: "Specially Designated Nationals and Blocked Persons", before: 10026, after: 3 }]);
    expect(v.kept).toBe(join(dir, "lists", "sdn.json"));
    expect(v.removed.length - v.added.length).toBe(10023);
    expect(kept()).toEqual(["sdn.json"]);
    expect(truce(["lists", "--on", "2024-03-24", "--known", "2024-03-24"]).stdout).toMatch(/SDN .* 2024-03-20 +4 +30 +fresh +3 +imported: sdn\.xml/);
    expect(truce(["screen", "EXAMPLE & SONS TRADING", "--on", "2024-03-24", "--known", "2024-03-24", "--json"]).stdout).toContain('"id":"sdn:38"');
  });
  test("a dry run and a diff write nothing, and say what would be refused", () => {
    for (const args of [
      ["lists", "import", file("sdn.xml"), "--dry-run"],
      ["lists", "diff", file("sdn.xml")],
    ]) {
      const { status, stdout } = truce(args);
      expect(status).toBe(0);
      expect(stdout).toContain("Removed (10,02");
      expect(stdout).toContain("more (--json shows all)");
      expect(stdout.replace(/\s+/g, " ")).toContain("an import would be refused: sdn.xml: more than a tenth");
      expect(stdout).toContain("nothing was written");
    }
    expect(kept()).toEqual([]);
  });
  test("shows who was added, who was removed and whose names changed against the copy that was imported before", () => {
    truce(["lists", "import", file("sdn.xml"), "--accept-drop"]);
    const next = join(dir, "sdn2.xml");
    const xml = readFileSync(file("sdn.xml"), "utf8")
      .replace("03/20/2024", "03/21/2024")
      .replace("THE BEAR", "THE WOLF")
      .replace("<uid>37</uid>", "<uid>39</uid>")
      .replace("EXAMPLE STAR", "EXAMPLE MOON");
    writeFileSync(next, xml);
    const { stdout } = truce(["lists", "import", next]);
    expect(stdout).toMatch(/Added \(1\)\n +SDN +EXAMPLE MOON\n/);
    expect(stdout).toMatch(/Removed \(1\)\n +SDN +EXAMPLE STAR\n/);
    expect(stdout).toMatch(/Names changed \(1\)\n +SDN +EXAMPLE, Ivan +\+ THE WOLF; - THE BEAR\n/);
    expect(kept()).toEqual(["sdn.json", "sdn.previous.json"]);
  });
  test("a notice of China is added, and one that is known already is refused", () => {
    const { status, stdout } = truce(["lists", "import", file("notice.yaml")]);
    expect(status).toBe(0);
    expect(stdout).toContain("Adds to");
    const lists = truce(["lists"]).stdout;
    expect(lists).toMatch(/cn-mofcom-2026-99 +CONTROL +2024-03-18 +2 +notice\.yaml/);
    expect(lists).toMatch(/CONTROL +China's export control list +2026-09-29/);
    const old = join(dir, "old.yaml");
    writeFileSync(old, readFileSync(file("notice.yaml"), "utf8").replace("MOFCOM-2026-99", "MOFCOM-2025-13"));
    expect(truce(["lists", "import", old]).stderr).toContain("the notice MOFCOM-2025-13 is in the copy cn already");
  });
  test("an older file is taken with a warning", () => {
    truce(["lists", "import", file("sdn.xml"), "--accept-drop"]);
    const older = join(dir, "older.xml");
    writeFileSync(older, readFileSync(file("sdn.xml"), "utf8").replace("03/20/2024", "03/19/2024"));
    expect((json(["lists", "import", older])["warnings"] as string[])[0]).toBe("it is older than the copy in use: 2024-03-19 against 2024-03-20 (sdn)");
  });
  test("an error names the file and the line, in JSON too", () => {
    const broken = join(dir, "broken.xml");
    writeFileSync(broken, readFileSync(file("sdn.xml"), "utf8").slice(0, 900));
    const { status, stderr } = truce(["lists", "import", broken, "--json"]);
    expect(status).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: "cut-in-half", hint: "load sdn.xml from OFAC again", where: broken } });
  });
  test("remove takes it away again", () => {
    truce(["lists", "import", file("sdn.xml"), "--accept-drop"]);
    expect(truce(["lists", "remove", "sdn"]).stdout).toContain("sdn is taken away. In use: cn (shipped, 2026-09-29), us-csl-2022-04 (shipped, 2022-04-21)");
    expect(kept()).toEqual([]);
    expect(truce(["lists", "remove", "sdn"])).toMatchObject({ status: 1, stderr: expect.stringContaining('no list "sdn" was imported') });
  });
});

describe("another regime folder", () => {
  test("has its own kinds of lists and copies", () => {
    const good = fileURLToPath(new URL("good/regime", import.meta.url));
    const v = json(["lists", "--regime", good, "--on", "2025-01-11", "--known", "2025-01-11"]) as { lists: unknown[] };
    expect(v.lists).toMatchObject([{ list: "EL", copy: "small", asOf: "2025-01-01", ageDays: 10, parties: 2, origin: "shipped" }]);
  });
});
