import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadedBy, type Source, wrongArrows } from "./house/arrows.js";
import { files, lockGaps, machinePaths, read, root, tooLong } from "./house/tree.js";

/* The plan of the house (README, Rooms), kept by tests; each test also shows that its rule bites. */
const all = files();
const sources: Source[] = all.filter((f) => /^packages\/[^/]+\/src\/.*\.(ts|svelte)$/.test(f) && !f.endsWith(".test.ts")).map((path) => ({ path, text: read(path) }));
const exportsOf = (JSON.parse(read("packages/engine/package.json")) as { exports: Record<string, string> }).exports;
const exported = new Set(Object.keys(exportsOf).map((k) => `@truce/engine${k.slice(1)}`));
const plant = (path: string, line: string): string[] => wrongArrows([...sources, { path, text: `${line}\n` }], exported);

describe("arrows go one way", () => {
  test("in the whole tree", () => {
    expect(sources.length).toBeGreaterThan(60);
    expect(wrongArrows(sources, exported)).toEqual([]);
  });

  test.each([
    ["time on law", "packages/engine/src/time/x.ts", 'import { fold } from "../law/index.js";'],
    ["law on goods", "packages/engine/src/law/x.ts", 'import { Goods } from "../goods/index.js";'],
    ["goods on law, for a type only", "packages/engine/src/goods/x.ts", 'import type { Act } from "../law/types.js";'],
    ["law on duty, lazily", "packages/engine/src/law/x.ts", 'const d = await import("../duty/index.js");'],
    ["duty on talks", "packages/engine/src/duty/x.ts", 'export * from "../talks/index.js";'],
    ["duty on outlook", "packages/engine/src/duty/x.ts", 'import { diff } from "../outlook/index.js";'],
    ["talks on duty", "packages/engine/src/talks/x.ts", 'import "../duty/index.js";'],
    ["reading on duty", "packages/engine/src/reading/x.ts", 'import { DutyDesk } from "../duty/index.js";'],
    ["a room that is not in the plan", "packages/engine/src/utils/x.ts", 'import { instant } from "../time/index.js";'],
    ["the engine on Node", "packages/engine/src/law/x.ts", 'import { readFileSync } from "node:fs";'],
    ["the engine on Node without its prefix", "packages/engine/src/law/x.ts", 'import { readFileSync } from "fs";'],
    ["the engine on yaml", "packages/engine/src/law/x.ts", 'import { parse } from "yaml";'],
    ["the engine on zod outside the schemas", "packages/engine/src/law/x.ts", 'import {\n  z,\n} from "zod";'],
    ["the engine on node", "packages/engine/src/law/x.ts", 'import { openRegime } from "../../../node/src/grounds/open.js";'],
    ["node on a file of the engine", "packages/node/src/grounds/x.ts", 'import { fold } from "../../../engine/src/law/fold.js";'],
    ["node on what the engine does not export", "packages/node/src/grounds/x.ts", 'import { fold } from "@truce/engine/law/fold";'],
    ["web on the whole engine at once", "packages/web/src/x.ts", 'import { fold } from "@truce/engine";'],
    ["web on node", "packages/web/src/x.ts", 'import { openRegime } from "@truce/node";'],
    ["a room of node on a door", "packages/node/src/grounds/x.ts", 'import { write } from "../cli/output.js";'],
    ["one door on another", "packages/node/src/http/x.ts", 'import { write } from "../cli/output.js";'],
  ])("and %s is refused", (_, path, line) => {
    expect(plant(path, line)).toHaveLength(1);
    expect(plant(path, line)[0]).toMatch(new RegExp(`^${path} -> `));
  });

  test("a command loads neither zod nor yaml before it is asked for them", () => {
    const texts = new Map(sources.map((s) => [s.path, s.text]));
    const entries = new Map(Object.entries(exportsOf).map(([k, v]) => [`@truce/engine${k.slice(1)}`, v.replace("./dist/", "packages/engine/src/").replace(/\.js$/, ".ts")]));
    const commands = sources.filter((s) => /^packages\/node\/src\/cli\/[^/]+\.ts$/.test(s.path) && !s.path.endsWith("/check.ts"));
    expect(commands.length).toBeGreaterThan(8);
    for (const c of commands)
      expect(
        [...loadedBy(c.path, texts, entries)].filter((m) => m === "zod" || m === "yaml"),
        c.path,
      ).toEqual([]);
    expect([...loadedBy("packages/node/src/cli/check.ts", texts, entries)]).toEqual(expect.arrayContaining(["zod", "yaml"]));
    // Readers of files are loaded when a file of their kind is there.
    const readers = (path: string): string[] => [...loadedBy(path, texts, entries)].filter((m) => m === "csv-parse" || m.startsWith("hucre"));
    for (const c of commands) expect(readers(c.path), c.path).toEqual([]);
    expect(readers("packages/node/src/entries/text.ts")).toEqual(["csv-parse"]);
    expect(readers("packages/node/src/entries/workbook-worker.ts")).toEqual(["hucre/xlsx"]);
  });
});

describe("the lockfile is whole for every platform", () => {
  const lock = JSON.parse(read("package-lock.json")) as Parameters<typeof lockGaps>[0];
  test("each optional package has its entry, and none comes from one machine's registry", () => {
    expect(lockGaps(lock)).toEqual([]);
  });
  test("and a lockfile cut to one platform is refused", () => {
    const cut = Object.fromEntries(Object.entries(lock.packages).filter(([k]) => !/darwin|win32/.test(k)));
    expect(lockGaps({ packages: cut }).length).toBeGreaterThan(3);
    expect(lockGaps({ packages: { "node_modules/a": { resolved: "http://registry.internal/a.tgz" } } })).toHaveLength(1);
  });
});

describe("files", () => {
  const texts = all.filter((f) => !/^(regime\/.*\.csv|package-lock\.json)$/.test(f)).map((path) => ({ path, text: read(path) }));
  test("none of code is over 300 lines", () => {
    expect(tooLong(texts)).toEqual([]);
    expect(tooLong([{ path: "packages/engine/src/law/x.ts", text: "\n".repeat(301) }])).toHaveLength(1);
  });
  test("none names a folder of one machine", () => {
    expect(machinePaths(texts)).toEqual([]);
    const planted = ["work", "root", "home"].map((d) => `see /${d}/me/notes`);
    expect(machinePaths([{ path: "x", text: planted.join("\n") }])).toHaveLength(3);
    expect(machinePaths([{ path: "x", text: "https://example.org/work/2025 and docs/home/page" }])).toEqual([]);
  });
  test("the schemas for editors are those of the code", () => {
    const writer = join(root, "packages/node/dist/regime/write-schema.js");
    expect(existsSync(writer)).toBe(true);
    const run = spawnSync(process.execPath, [writer, "--check"], { cwd: root, encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.status).toBe(0);
  });
});
