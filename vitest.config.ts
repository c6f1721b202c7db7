import { defineConfig } from "vitest/config";

// Tests run on what was built (dist, through the packages' exports): `npm test` builds first.
export default defineConfig({
  test: {
    include: ["packages/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
