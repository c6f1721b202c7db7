// Builds the program, then validates the regime and packs it. --quiet says nothing unless something is wrong.
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const quiet = process.argv.includes("--quiet");
const run = (args, said = 2) => {
  const done = spawnSync(process.execPath, args, { stdio: ["ignore", said, 2] });
  if (done.status !== 0) process.exit(done.status ?? 3);
};
run(["node_modules/typescript/bin/tsc", "-b", "packages/engine", "packages/node"]);
run(["packages/node/dist/pack/write.js", ...(quiet ? ["--quiet"] : [])]);
run(["node_modules/vite/bin/vite.js", "build", "packages/web", "--logLevel", "warn"]);
// For hosts that serve the page as files alone; the server answers these addresses itself.
for (const [what, file] of [
  ["calendar", "calendar.ics"],
  ["feed", "feed.atom"],
])
  run(["packages/node/dist/cli/main.js", "export", what, "-o", `build/page/${file}`], quiet ? "ignore" : 2);
