import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { check } from "../packages/node/dist/regime/check.js";
import { loadRegime } from "../packages/node/dist/regime/load.js";
import { RULES, showProblem } from "../packages/node/dist/regime/problem.js";
import { read, root } from "./house/tree.js";

/* What the documents show is what the program does. A line of … in an example stands for lines left out. */
const readme = read("README.md");
const contributing = read("CONTRIBUTING.md");
const examples = [...readme.matchAll(/```console\n\$ truce (.*)\n([\s\S]*?)```/g)].map((m) => ({ command: m[1] as string, shown: m[2] as string }));

function run(command: string): string {
  const args = (command.match(/"[^"]*"|\S+/g) ?? []).map((a) => a.replace(/^"|"$/g, ""));
  return spawnSync(process.execPath, [join(root, "packages/node/dist/cli/main.js"), ...args], { encoding: "utf8" }).stdout;
}

/** The blocks of an example between its gaps, each of which must stand in the output in that order. */
const blocks = (shown: string): string[] =>
  shown
    .split(/^…\n/m)
    .map((b) => b.replace(/^\n+|\n+$/g, ""))
    .filter(Boolean);

describe("the README's examples", () => {
  test("are at least five", () => expect(examples.length).toBeGreaterThanOrEqual(5));

  test.each(examples)("$command", ({ command, shown }) => {
    const output = run(command);
    let at = 0;
    for (const block of blocks(shown)) {
      expect(output.slice(at)).toContain(block);
      at = output.indexOf(block, at) + block.length;
    }
  });
});

describe("CONTRIBUTING", () => {
  test("its worked example keeps every rule of the regime", () => {
    const [, text, file] = /```yaml\n(# regime\/(\S+\.yaml)\n[\s\S]*?)```/.exec(contributing) ?? [];
    const dir = mkdtempSync(join(tmpdir(), "truce-docs-"));
    try {
      cpSync(join(root, "regime"), dir, { recursive: true });
      writeFileSync(join(dir, file as string), text as string);
      const loaded = loadRegime(dir);
      expect(check(loaded).map(showProblem)).toEqual([]);
      expect(loaded.instruments.some((i) => i.id === "us/eo-19999")).toBe(true);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
  test("its table of rules is that of the code", () => {
    const table = [...contributing.matchAll(/^\| (R\d\d) \| (.*) \|$/gm)].map((m) => [m[1], m[2]]);
    expect(table).toEqual(Object.entries(RULES));
  });
});

test("the assumptions are numbered without a gap, and name files that are there", () => {
  const text = read("docs/assumptions.md");
  const numbers = [...text.matchAll(/^\*\*A(\d{2,3})\b/gm)].map((m) => Number(m[1]));
  expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  expect(numbers.length).toBeGreaterThan(30);
  const named = [...text.matchAll(/`((?:packages|regime|tools)\/[^`*<>]+\.(?:ts|ya?ml|csv|mjs))`/g)].map((m) => m[1] as string);
  expect(named.filter((f) => !existsSync(join(root, f)))).toEqual([]);
});
