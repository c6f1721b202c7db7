import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ServerConfig } from "./config.js";
import { isPage } from "./page.js";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
/** Paths that need no key: whether the server lives, and nothing else. */
const FREE = new Set(["/healthz", "/readyz"]);

/** Refuses requests without a key where keys are asked for, and more at once than the server takes. */
export function guard(app: FastifyInstance, c: ServerConfig): void {
  const keys = c.keys.map(digest);
  let busy = 0;
  app.addHook("onRequest", async (r: FastifyRequest, reply: FastifyReply) => {
    const path = r.url.split("?")[0] as string;
    if (keys.length > 0 && !FREE.has(path) && !isPage(path)) {
      const given = digest((/^Bearer (.+)$/i.exec(r.headers.authorization ?? "")?.[1] ?? (r.headers["x-api-key"] as string | undefined) ?? "").trim());
      if (!keys.some((k) => timingSafeEqual(k, given)))
        return reply
          .code(401)
          .header("www-authenticate", "Bearer")
          .send({ error: { code: "no-key", message: "this server asks for an API key", hint: "send it as Authorization: Bearer KEY, or X-Api-Key", where: "headers", request: r.id } });
    }
    if (FREE.has(path) || path === "/metrics") return;
    if (busy >= c.concurrency)
      return reply
        .code(503)
        .header("retry-after", "1")
        .send({ error: { code: "busy", message: `${c.concurrency} requests are being answered`, hint: "try again in a second", where: "server", request: r.id } });
    busy++;
    let left = false;
    const leave = (): void => {
      if (!left) busy--;
      left = true;
    };
    reply.raw.once("close", leave);
    reply.raw.once("finish", leave);
  });
}
