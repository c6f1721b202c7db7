// Looking ahead: an outlook of a portfolio under six scenarios, and the average series, as whole processes.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { workOut } from "@truce/engine/answers/average-series";

const SKUS = 50_000;
const SCENARIOS = ["truce-lapses", "truce-extended", "forced-labor-struck-down", "excess-capacity", "threat-100"];

/** @param put takes what, unit, values, limit; `codes` a portfolio's codes are taken from */
export function benchOutlook(put, root, desks, known, codes) {
  const dir = mkdtempSync(join(tmpdir(), "truce-bench-"));
  try {
    for (const [what, own] of [
      ["2,000 codes", codes.filter((_, i) => i % Math.ceil(codes.length / 2000) === 0)],
      [`all ${codes.length} codes`, codes],
    ]) {
      const file = join(dir, "skus.csv");
      writeFileSync(
        file,
        `sku,code,from,value\n${Array.from({ length: SKUS }, (_, i) => `S${i},${own[(i * 7919) % own.length]},CN,${100 + ((i * 137) % 50_000)}.${String(i % 100).padStart(2, "0")}`).join("\n")}\n`,
      );
      const times = Array.from({ length: 5 }, () => {
        const from = performance.now();
        const done = spawnSync(
          process.execPath,
          [join(root, "packages/node/dist/cli/main.js"), "outlook", "--portfolio", file, "--known", "2026-10-01", "--json", ...SCENARIOS.flatMap((s) => ["--suppose", s])],
          { encoding: "utf8", maxBuffer: 1 << 28 },
        );
        if (done.status !== 0) throw new Error(done.stderr);
        return (performance.now() - from) / 1000;
      });
      put(`outlook, 50,000 SKUs of ${what}, six states of the law`, "s", times, 3);
    }
    const series = Array.from({ length: 5 }, () => {
      const from = performance.now();
      for (const side of ["us", "cn"]) {
        const done = spawnSync(process.execPath, [join(root, "packages/node/dist/cli/main.js"), "average", "--side", side, "--json"], { encoding: "utf8", maxBuffer: 1 << 28 });
        if (done.status !== 0) throw new Error(done.stderr);
      }
      return (performance.now() - from) / 1000;
    });
    put("average series of both sides, as made at packing, two processes", "s", series, 1);
    const worked = Array.from({ length: 5 }, () => {
      const from = performance.now();
      workOut(desks, "us", "us-imports-2024", known, []);
      workOut(desks, "cn", "cn-imports-2017", known, []);
      return (performance.now() - from) / 1000;
    });
    put("the same worked out anew, as for an earlier knowledge", "s", worked);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
