import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

// Tests run on what was built (dist, through the packages' exports): `npm test` builds first.
export default defineConfig({
  test: {
    include: ["packages/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    // Lists that the user of this machine imported change no test.
    env: { TRUCE_LISTS: join(tmpdir(), "truce-tests-import-no-lists") },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
