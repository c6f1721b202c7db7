import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../pack/root.js";

const check = (...args: string[]) => spawnSync(process.execPath, [join(root, "packages/node/dist/cli/main.js"), "check", ...args, "--json"], { encoding: "utf8" });

test("a supposition that names nothing is an error", () => {
  const { status, stderr } = check("--suppose", "nope");
  expect(status).toBe(1);
  expect(JSON.parse(stderr).error).toMatchObject({ code: "unknown-supposition", where: "--suppose" });
});
test("so is one that cannot be laid on what is known by then", () => expect(JSON.parse(check("--suppose", "truce-extended", "--known", "2025-10-25").stderr).error.code).toBe("supposition-too-early"));
test("one that can is named in the report", () => {
  const { status, stdout } = check("--suppose", "truce-extended", "--known", "2026-10-10");
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, supposed: ["scenarios/truce-extended"], known: "2026-10-10T23:59:00Z", warnings: [] });
});
