import { createHash, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import compress from "@fastify/compress";
import cors from "@fastify/cors";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import Fastify, { type FastifyInstance } from "fastify";
import type { Regime } from "@truce/engine/desk";
import type { ServerConfig } from "./config.js";
import { docsPage } from "./docs-page.js";
import { handleError } from "./errors.js";
import type { Grounds } from "@truce/engine/answers/grounds";
import { guard } from "./guard.js";
import { metrics } from "./metrics.js";
import { isPage, PAGE_POLICY, page } from "./page.js";
import { price } from "./price.js";
import { questions } from "./questions.js";
import { tags } from "./tags.js";
import { views } from "./views.js";

/** Pages that are ours need no script and nothing from elsewhere. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Answers a request of Node by itself: the door of MCP. */
export type Handler = (request: IncomingMessage, response: ServerResponse, body?: unknown) => Promise<void>;

/**
 * The HTTP server over one regime: every view and question of the commands, with limits of size, time and number. It fetches nothing and reads no file that a request names.
 * @example (await makeServer(new Grounds(await openRegime()), readConfig(process.env))).listen({ port: 4118 })
 */
export async function makeServer(g: Grounds, c: ServerConfig, mcp?: Handler): Promise<FastifyInstance> {
  const { regime } = g;
  const app = Fastify({
    logger: c.log
      ? {
          level: "info",
          redact: ["req.headers.authorization", 'req.headers["x-api-key"]'],
          serializers: { req: (r) => ({ method: r.method, path: (r.url ?? "").split("?")[0] }), res: (r) => ({ status: r.statusCode }) },
        }
      : false,
    bodyLimit: c.bodyBytes,
    requestTimeout: c.timeoutMs,
    connectionTimeout: c.timeoutMs * 2,
    keepAliveTimeout: 20_000,
    routerOptions: { maxParamLength: 400 },
    genReqId: (r) => (/^[\w.-]{8,64}$/.test(String(r.headers["x-request-id"] ?? "")) ? String(r.headers["x-request-id"]) : randomUUID()),
    ajv: { customOptions: { coerceTypes: "array", removeAdditional: false, strict: false, allErrors: false } },
    // Answers are the commands' own objects: no field is dropped for not being in a schema.
    serializerOpts: {},
  });
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler(handleError);
  app.setNotFoundHandler(
    (r, reply) =>
      void reply
        .code(404)
        .send({ error: { code: "no-endpoint", message: `there is nothing at ${r.method} ${(r.url.split("?")[0] as string).slice(0, 100)}`, hint: "see /docs", where: "path", request: r.id } }),
  );
  app.addContentTypeParser(["application/x-ndjson", "application/ndjson", "application/jsonlines"], { bodyLimit: 10_000_000_000 }, (_, payload, done) => done(null, payload));
  app.addHook("onSend", async (r, reply, payload) => {
    reply
      .header("x-request-id", r.id)
      .header("x-content-type-options", "nosniff")
      .header("referrer-policy", "no-referrer")
      .header("content-security-policy", isPage(r.url.split("?")[0] as string) ? PAGE_POLICY : POLICY);
    return payload;
  });
  metrics(app);
  guard(app, c);
  tags(app, versionOf(regime));
  if (c.rate > 0)
    await app.register(rateLimit, {
      max: c.rate,
      timeWindow: 60_000,
      allowList: (r) => r.url === "/healthz" || r.url === "/readyz",
      errorResponseBuilder: (r) => Object.assign(new Error(`more than ${c.rate} requests a minute`), { statusCode: 429, code: "too-many-requests", id: r.id }),
    });
  await app.register(cors, { origin: c.origins.length === 0 ? false : [...c.origins], methods: ["GET", "POST"] });
  await app.register(compress, { encodings: ["gzip"], threshold: 1024, globalDecompression: false });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Truce",
        version: "0.1.0",
        description: "The US-China trade regime as code: duties, controls, lists and deadlines on a date, as known on a date. None of its answers clears anything or anybody.",
      },
    },
  });
  app.get("/healthz", { schema: { hide: true } }, async () => ({ status: "ok" }));
  app.get("/readyz", { schema: { hide: true } }, async () => ({ status: "ok", horizon: regime.law.horizon, instruments: regime.law.instruments.length }));
  await app.register(async (routes) => {
    views(routes, g);
    questions(routes, g);
    price(routes, g, c.fileBytes);
  });
  if (mcp !== undefined)
    app.route({
      method: ["GET", "POST", "DELETE"],
      url: "/mcp",
      schema: { hide: true },
      handler: async (r, reply) => {
        reply.hijack();
        await mcp(r.raw, reply.raw, r.body);
      },
    });
  app.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
  await page(app);
  app.get("/docs", { schema: { hide: true } }, async (_, reply) => reply.type("text/html; charset=utf-8").send(docsPage(app.swagger() as Parameters<typeof docsPage>[0])));
  await app.ready();
  return app;
}

/** A name of the regime's content, for tags. */
const versionOf = (regime: Regime): string =>
  createHash("sha256")
    .update(JSON.stringify([regime.law.horizon, regime.law.instruments.map((i) => [i.id, i.announced, i.acts.length])]))
    .digest("base64url");
