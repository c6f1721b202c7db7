// Installs what is missing: runs npm ci when node_modules is absent or older than the lockfile. Nothing else.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const stamp = "node_modules/.package-lock.json";
if (!existsSync(stamp) || statSync("package-lock.json").mtimeMs > statSync(stamp).mtimeMs + 1000) {
  process.stderr.write("Installing dependencies …\n");
  const done = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], { stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (done.status !== 0) process.exit(done.status ?? 3);
}
