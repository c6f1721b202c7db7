import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../packages/node/dist/cli/main.js", import.meta.url));
/** Runs the program as a user does. */
export function truce(args: readonly string[], input?: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: "utf8", maxBuffer: 1 << 27, timeout: 60_000, ...(input === undefined ? {} : { input }) });
  return { status, stdout, stderr };
}
