import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { check } from "../packages/node/dist/regime/check.js";
import { loadRegime } from "../packages/node/dist/regime/load.js";
import { RULES, showProblem } from "../packages/node/dist/regime/problem.js";

/*
 * Each folder of test/bad is laid over the small regime of test/good, and what the rules say of it is pinned to the word.
 * `npx vitest run test/bad.test.ts -u` writes expect.txt anew; read the difference before it is kept.
 */
const here = fileURLToPath(new URL(".", import.meta.url));
const bad = join(here, "bad");
const cases = readdirSync(bad).sort();
/** Files that are better made than kept. */
const MADE: Readonly<Record<string, { file: string; bytes: () => Buffer }>> = {
  "binary-file": { file: "us/2025-06-01-bad.yaml", bytes: () => Buffer.from([0x50, 0x4b, 3, 4, 0, 0xff, 0xfe, 0x80]) },
  "file-over-1-mb": { file: "us/2025-06-01-bad.yaml", bytes: () => Buffer.from(`title: ${"x".repeat(1_000_000)}\n`) },
  "nested-beyond-reading": { file: "us/2025-06-01-bad.yaml", bytes: () => Buffer.from(`title: ${"[".repeat(5_000)}\n`) },
};

let dir = "";
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "truce-bad-"));
  cpSync(join(here, "good", "regime"), dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** What the rules say, with the folder's own place taken away. */
function said(): string[] {
  const folder = `${relative(process.cwd(), dir)}/`.replaceAll("\\", "/");
  return check(loadRegime(dir)).map((p) => showProblem(p).replaceAll("\\", "/").replaceAll(folder, ""));
}

test("the small regime keeps every rule", () => {
  expect(said()).toEqual([]);
});

describe("a broken file is refused, with its place and what is wrong", () => {
  test.each(cases)("%s", async (name) => {
    const made = MADE[name];
    cpSync(join(bad, name), dir, { recursive: true });
    rmSync(join(dir, "expect.txt"), { force: true });
    if (made !== undefined) writeFileSync(join(dir, made.file), made.bytes());
    const lines = said();
    expect(lines).not.toEqual([]);
    for (const line of lines) expect(line).toMatch(/^[^:]+:\d+:\d+: R\d\d /);
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(join(bad, name, "expect.txt"));
  });
});

test("every rule has a file that breaks it", () => {
  const texts = cases.filter((c) => existsSync(join(bad, c, "expect.txt"))).map((c) => readFileSync(join(bad, c, "expect.txt"), "utf8"));
  const broken = new Set(texts.flatMap((t) => t.match(/\bR\d\d\b/g) ?? []));
  expect(Object.keys(RULES).filter((r) => !broken.has(r))).toEqual([]);
  expect(texts).toHaveLength(cases.length);
});
