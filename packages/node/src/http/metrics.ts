import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** Counts of requests by route and status, how long they took, and what the process uses, for Prometheus. No payload, no address. */
export function metrics(app: FastifyInstance): void {
  const register = new Registry();
  collectDefaultMetrics({ register, eventLoopMonitoringPrecision: 100 });
  const requests = new Counter({ name: "truce_requests_total", help: "requests answered", labelNames: ["method", "route", "status"], registers: [register] });
  const seconds = new Histogram({ name: "truce_request_seconds", help: "seconds to answer", labelNames: ["route"], buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10, 60], registers: [register] });
  const open = new Gauge({ name: "truce_requests_open", help: "requests being answered", registers: [register] });
  app.addHook("onRequest", async () => open.inc());
  app.addHook("onResponse", async (r, reply) => {
    open.dec();
    const route = r.routeOptions.url ?? "none";
    requests.inc({ method: r.method, route, status: String(reply.statusCode) });
    seconds.observe({ route }, reply.elapsedTime / 1000);
  });
  app.get("/metrics", { schema: { hide: true } }, async (_, reply) => reply.type(register.contentType).send(await register.metrics()));
  app.addHook("onClose", async () => register.clear());
}
