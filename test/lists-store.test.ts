import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ListCopy, Party } from "@truce/engine/controls";
import { InputError, type Regime } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";
import { checkDrop, compareLists } from "../packages/node/dist/parties/compare-lists.js";
import { openLists } from "../packages/node/dist/parties/index.js";
import { forget, keep, keptIds, listsFolder, readKept } from "../packages/node/dist/parties/list-store.js";

let regime: Regime;
let dir = "";
beforeAll(async () => {
  regime = await openRegime();
});
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "truce-kept-"));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const about = { format: "csl-json", file: "x.json", importedAt: "2026-11-20T12:00:00Z" };
const party = (id: string, name: string, list = "EL", more: Partial<Party["listing"]> = {}, aliases: readonly string[] = []): Party => ({
  id,
  names: [{ text: name, kind: "name" }, ...aliases.map((text) => ({ text, kind: "alias" as const }))],
  type: "organisation",
  countries: ["CN"],
  addresses: [],
  identifiers: [],
  listing: { list, ...more },
});
const copy = (id: string, asOf: string, parties: readonly Party[], more: Partial<ListCopy> = {}): ListCopy => ({
  id,
  title: id,
  lists: [...new Set(parties.map((p) => p.listing.list))],
  asOf,
  missing: [],
  source: { publisher: "somebody", title: id },
  parties,
  imported: true,
  ...more,
});
const message = (act: () => unknown): string => {
  try {
    act();
  } catch (e) {
    if (e instanceof InputError) return `${e.code}: ${e.message}; ${e.hint}`;
    throw e;
  }
  return "nothing was thrown";
};

describe("the folder of a user's lists", () => {
  test.each([
    ["TRUCE_LISTS comes first", { TRUCE_LISTS: "/a", XDG_DATA_HOME: "/b" }, "/a"],
    ["then XDG_DATA_HOME", { XDG_DATA_HOME: "/b" }, join("/b", "truce", "lists")],
    ["an empty one does not count", { TRUCE_LISTS: "", XDG_DATA_HOME: "/b" }, join("/b", "truce", "lists")],
  ])("%s", (_, env, path) => expect(listsFolder(env)).toBe(path));
  test("else it is in the home", () => expect(listsFolder({}).endsWith(join(".local", "share", "truce", "lists"))).toBe(true));
});

describe("keeping a copy", () => {
  test("it comes back as it was, and nothing else lies in the folder", () => {
    const given = copy("el", "2026-11-20", [party("el:1", "示例 Example")]);
    keep(dir, given, about);
    expect(readKept(dir, "el")).toMatchObject({ copy: given, file: "x.json", importedAt: about.importedAt });
    expect(readdirSync(dir)).toEqual(["el.json"]);
  });
  test("the one before is kept", () => {
    keep(dir, copy("el", "2026-11-19", [party("el:1", "Old")]), about);
    keep(dir, copy("el", "2026-11-20", [party("el:1", "New")]), about);
    expect(readdirSync(dir).sort()).toEqual(["el.json", "el.previous.json"]);
    expect(readFileSync(join(dir, "el.previous.json"), "utf8")).toContain("Old");
    expect(keptIds(dir)).toEqual(["el"]);
  });
  test("failing half way leaves the old copy as it was, and no trace", () => {
    keep(dir, copy("el", "2026-11-19", [party("el:1", "Old")]), about);
    const before = readFileSync(join(dir, "el.json"), "utf8");
    mkdirSync(join(dir, "el.previous.json"));
    expect(message(() => keep(dir, copy("el", "2026-11-20", [party("el:1", "New")]), about))).toContain("cannot-write");
    expect(readFileSync(join(dir, "el.json"), "utf8")).toBe(before);
    expect(readdirSync(dir).filter((f) => f.endsWith(".tmp") || f.includes(".tmp."))).toEqual([]);
  });
  test("a folder that is a file cannot be written", () => {
    writeFileSync(join(dir, "f"), "");
    expect(message(() => keep(join(dir, "f"), copy("el", "2026-11-20", [party("1", "X")]), about))).toContain("cannot-write");
    expect(message(() => keptIds(join(dir, "f")))).toContain("no-folder");
  });
  test("a copy that was changed, cut or replaced since is refused", () => {
    keep(dir, copy("el", "2026-11-20", [party("el:1", "Example")]), about);
    const path = join(dir, "el.json");
    const text = readFileSync(path, "utf8");
    for (const broken of [text.replace("Example", "Exampel"), text.slice(0, 60), "[]", "null", text.replace('"truce-list":1', '"truce-list":9'), text.replace('"rows":1', '"rows":2')]) {
      writeFileSync(path, broken);
      expect(message(() => openLists(regime, dir))).toMatch(/^broken-list: .*import the list again, or take it away with truce lists remove el$/);
    }
    writeFileSync(join(dir, "sdn.json"), text);
    rmSync(path);
    expect(message(() => openLists(regime, dir))).toContain("it holds the list el");
  });
  test("removing takes the copy and the one before it away, and names what there is for another", () => {
    keep(dir, copy("el", "2026-11-19", [party("el:1", "Old")]), about);
    keep(dir, copy("el", "2026-11-20", [party("el:1", "New")]), about);
    expect(message(() => forget(dir, "../el"))).toBe('unknown-list: no list "../el" was imported; imported are el');
    forget(dir, "el");
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe("the copies in use", () => {
  test("without imports they are those that are shipped", () => {
    const lists = openLists(regime, join(dir, "none"));
    expect(lists.copies.map((c) => [c.id, c.origin])).toEqual([
      ["cn", "shipped"],
      ["us-csl-2022-04", "shipped"],
    ]);
    expect(lists.without).toEqual(["1260H"]);
    expect(existsSync(join(dir, "none"))).toBe(false);
  });
  test("an imported list replaces the shipped one for its codes alone", () => {
    keep(dir, copy("el", "2026-11-20", [party("el:1", "Example")]), about);
    const lists = openLists(regime, dir);
    const us = lists.copies.find((c) => c.id === "us-csl-2022-04");
    expect(us?.lists).not.toContain("EL");
    expect(us?.parties.some((p) => p.listing.list === "EL")).toBe(false);
    expect(us?.parties.some((p) => p.listing.list === "SDN")).toBe(true);
    expect(lists.copies.find((c) => c.id === "el")).toMatchObject({ origin: "imported", file: "x.json", parties: [{ id: "el:1" }] });
    expect(lists.replaced).toEqual([{ copy: "us-csl-2022-04", origin: "shipped", asOf: "2022-04-21", lists: ["EL"], by: "el" }]);
  });
  test("of two imported ones the newer counts, list by list", () => {
    keep(dir, copy("csl", "2026-11-01", [party("c1", "From the consolidated list"), party("c2", "Somebody", "SDN")]), about);
    keep(dir, copy("el", "2026-11-20", [party("el:1", "Newer")]), about);
    const names = (l: ReturnType<typeof openLists>) => l.copies.filter((c) => c.origin === "imported").flatMap((c) => c.parties.map((p) => p.names[0]?.text));
    expect(names(openLists(regime, dir)).sort()).toEqual(["Newer", "Somebody"]);
    keep(dir, copy("csl", "2026-11-21", [party("c1", "From the consolidated list"), party("c2", "Somebody", "SDN")]), about);
    expect(names(openLists(regime, dir)).sort()).toEqual(["From the consolidated list", "Somebody"]);
  });
  test("a notice stands beside its list until a copy holds it", () => {
    keep(dir, copy("cn-n", "2026-11-18", [party("n:1", "New", "CONTROL", { notice: "MOFCOM-2026-99", from: "2026-11-18" })], { adds: true }), about);
    const lists = openLists(regime, dir);
    expect(lists.copies.map((c) => [c.id, c.parties.length])).toContainEqual(["cn", 270]);
    expect(lists.copies.map((c) => c.id)).toContain("cn-n");
    keep(dir, copy("cn-lists", "2026-11-20", [party("l:1", "New", "CONTROL", { notice: "MOFCOM-2026-99", from: "2026-11-18" })]), about);
    expect(openLists(regime, dir).copies.map((c) => c.id)).not.toContain("cn-n");
  });
  test("a list that this version does not know is not used", () => {
    keep(dir, copy("x", "2026-11-20", [party("x:1", "X", "NEWLIST")]), about);
    expect(openLists(regime, dir).copies.map((c) => c.id)).not.toContain("x");
  });
});

describe("what a new copy changes", () => {
  const before = [party("1", "Alpha"), party("2", "Beta", "EL", {}, ["B"]), party("3", "Gamma"), party("4", "Other list", "SDN")];
  test("added, removed and renamed, by id and else by name; lists that it does not hold are left aside", () => {
    const d = compareLists(before, copy("el", "2026-11-20", [party("1", "Alpha"), party("9", "BETA", "EL", {}, ["Bee"]), party("5", "Delta")]));
    expect(d).toEqual({
      before: { EL: 3 },
      after: { EL: 3 },
      added: [{ id: "5", list: "EL", name: "Delta" }],
      removed: [{ id: "3", list: "EL", name: "Gamma" }],
      renamed: [{ id: "9", list: "EL", name: "BETA", gained: ["Bee"], lost: ["B"] }],
    });
  });
  const many = (n: number) => Array.from({ length: n }, (_, i) => party(String(i), `P${i}`));
  const drop = (from: number, to: number) => () => checkDrop(compareLists(many(from), copy("el", "2026-11-20", many(to), { lists: ["EL"] })));
  test("a tenth may go, more may not", () => {
    expect(drop(100, 90)).not.toThrow();
    expect(drop(100, 89)).toThrow("more than a tenth of the parties is gone: EL from 100 to 89");
    expect(drop(3, 0)).toThrow("EL from 3 to 0");
    expect(drop(0, 5)).not.toThrow();
  });
});
