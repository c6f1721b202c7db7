import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// The page is a folder of files that any static host can serve: relative addresses, no shared memory, nothing from elsewhere.
export default defineConfig({
  base: "./",
  plugins: [svelte()],
  // The parser of CSV as it is made for browsers.
  resolve: { alias: { "csv-parse/sync": "csv-parse/browser/esm/sync" } },
  build: { outDir: "../../build/page", emptyOutDir: true, target: "es2023", assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false, rolldownOptions: { checks: { pluginTimings: false } } },
  worker: { format: "es" },
});
