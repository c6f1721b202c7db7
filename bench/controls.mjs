// Parties: names over the lists that are shipped, the labelled pairs, one wrong letter, and the commands as whole processes.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { benchNames } from "./names.mjs";

/** @param put takes what, unit, values, limit, atMost */
export function benchControls(put, root, regime) {
  benchNames(put, root, regime);
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
