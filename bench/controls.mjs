// Parties: names over the lists that are shipped, the labelled pairs, one wrong letter, a graph of 100,000 firms, and the commands as whole processes.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { ownerGraph, reach } from "@truce/engine/controls";
import { benchNames } from "./names.mjs";
import { random } from "./random.mjs";

const NOW = (Date.UTC(2025, 9, 25) / 60_000) | 0;

/** @param put takes what, unit, values, limit, atMost */
export function benchControls(put, root, regime) {
  benchNames(put, root, regime);
  graph(put);
  const cold = (args) =>
    Array.from({ length: 7 }, () => {
      const from = performance.now();
      const done = spawnSync(process.execPath, [join(root, "packages/node/dist/cli/main.js"), ...args, "--json"], { stdio: ["ignore", "ignore", "inherit"] });
      if (done.status !== 0) throw new Error(`${args.join(" ")} ended with ${done.status}`);
      return performance.now() - from;
    });
  put("cold CLI answer: control", "ms", cold(["control", "dysprosium", "--on", "2025-10-25"]), 300);
  put("cold CLI answer: screen, index and all", "ms", cold(["screen", "Huawei Technologies", "--on", "2025-10-25"]));
}

/** 100,000 firms with some 240,000 stakes, 2,000 of them listed: the graph compiled, and both runs. */
function graph(put) {
  const next = random(42);
  const stakes = [];
  for (let x = 0; x < 100_000; x++) {
    let left = 100;
    for (let k = 0; k < 3 && left > 5; k++) {
      const size = 1 + Math.floor(next() * (left - 1));
      stakes.push({ owner: `f${Math.floor(next() * 100_000)}`, owned: `f${x}`, low: size * 10_000, high: Math.min(100, size + 5) * 10_000, kind: "shares", source: "" });
      left -= size;
    }
  }
  const own = stakes.filter((s) => s.owner !== s.owned);
  const rule = { id: "us/affiliates", seeds: [{ list: "EL" }], threshold: 500_000, sums: "yes", repeats: "yes" };
  const times = Array.from({ length: 7 }, () => {
    const from = performance.now();
    const g = ownerGraph(own, [], NOW);
    const listed = new Map(Array.from({ length: 2000 }, (_, i) => [g.place.get(`f${i * 50}`) ?? 0, [{ list: "EL" }]]));
    reach(rule, g, listed);
    return performance.now() - from;
  });
  put(`graph of 100,000 firms and ${own.length} stakes: compiled, lower and upper run`, "ms", times, 300);
}
