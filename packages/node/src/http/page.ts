import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { root } from "../pack/root.js";

/** What the page may do: its own script, style and data, and nothing from elsewhere. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const dir = join(root, "build", "page");
const FILES = new Set(["/", "/index.html", "/icon.svg", "/sample-entries.csv", "/sample-lines.csv"]);
/** Whether a path is one of the page's files: they hold nothing secret and need no key. */
export const isPage = (path: string): boolean => FILES.has(path) || path.startsWith("/assets/");

/** Serves the page as it was built; where it was not, its address says so. */
export async function page(app: FastifyInstance): Promise<void> {
  if (!existsSync(join(dir, "index.html"))) {
    app.get("/", { schema: { hide: true } }, async (_, reply) => reply.type("text/plain; charset=utf-8").send("The page was not built: run npm run build. The API is described at /docs.\n"));
    return;
  }
  // The names of the page's parts carry what is in them.
  await app.register(fastifyStatic, {
    root: dir,
    cacheControl: false,
    etag: true,
    setHeaders: (reply, path) => void reply.setHeader("cache-control", path.includes("assets") ? "public, max-age=31536000, immutable" : "no-cache"),
  });
}
