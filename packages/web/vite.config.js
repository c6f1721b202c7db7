import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// The page is a folder of files that any static host can serve: relative addresses, no shared memory, nothing from elsewhere.
export default defineConfig({
  base: "./",
  plugins: [svelte()],
  build: { outDir: "../../build/page", emptyOutDir: true, target: "es2023", assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
  worker: { format: "es" },
});
