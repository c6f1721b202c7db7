import { createHash } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { nowMinute } from "@truce/engine/desk";
import { isPage } from "./page.js";

/** Views are the same for the same regime, clocks and minute: a client that has one is told so before anything is worked out. @param version names the regime */
export function tags(app: FastifyInstance, version: string): void {
  app.addHook("onRequest", async (r, reply) => {
    if (r.method !== "GET" || r.url.startsWith("/metrics") || r.url.startsWith("/healthz") || r.url.startsWith("/readyz") || isPage(r.url.split("?")[0] as string)) return;
    const { searchParams } = new URL(r.url, "http://truce");
    // A question with both clocks stays the same; one without is of this minute.
    const minute = searchParams.has("on") && searchParams.has("known") ? "" : String(nowMinute());
    const tag = `"${createHash("sha256").update(`${version} ${r.url} ${minute}`).digest("base64url").slice(0, 27)}"`;
    reply.header("etag", tag).header("cache-control", "private, max-age=0, must-revalidate");
    if (r.headers["if-none-match"]?.split(",").some((t) => t.trim().replace(/^W\//, "") === tag)) return reply.code(304).send();
    return;
  });
  app.addHook("onSend", async (_, reply, payload) => {
    if (reply.statusCode >= 400) {
      reply.removeHeader("etag");
      reply.header("cache-control", "no-store");
    }
    return payload;
  });
}
