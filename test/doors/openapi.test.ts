import { afterAll, describe, expect, test } from "vitest";
import { server } from "./desk.js";

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: { readonly type: string };
}
type Spec = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly summary?: string; readonly parameters?: readonly Parameter[]; readonly requestBody?: unknown }>>>>;
};
const app = await server();
afterAll(() => app.close());
const spec = (await app.inject({ url: "/openapi.json" })).json<Spec>();
const operations = Object.entries(spec.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, o]) => ({ path, method: method.toUpperCase() as "GET" | "POST", ...o })));
/** What each endpoint is asked so that it answers. */
const ASK: Readonly<Record<string, { readonly query?: string; readonly path?: Readonly<Record<string, string>>; readonly body?: unknown; readonly type?: string }>> = {
  "/find": { query: "words=bags" },
  "/show/{*}": { path: { "*": "us/eo-14298" } },
  "/diff": { query: "known=2025-10-25&known=2025-11-15" },
  "/average": { query: "side=cn&on=2025-10-25&known=2025-10-25" },
  "/duty": { body: { code: "4202.92.31" } },
  "/control": { body: { goods: "gallium" } },
  "/screen": { body: { parties: [{ name: "Huawei" }] } },
  "/ownership": { body: { owners: [{ owner: "A", owned: "B", percent: "60" }] } },
  "/price": { body: "code,value,on\n4202.92.31,10000,2025-10-25\n", type: "text/csv" },
  "/match/{dataset}": { path: { dataset: "default" }, body: { queries: { q: { schema: "Company", properties: { name: ["Huawei"] } } } } },
};
const filled = (path: string, values: Readonly<Record<string, string>> = {}): string => path.replace(/\{([^}]+)\}/g, (_, name: string) => values[name] ?? values["*"] ?? "x");

describe("the description for programs", () => {
  test("is OpenAPI 3.1 and names every endpoint of the contract", () => {
    expect(spec.openapi).toBe("3.1.0");
    const paths = operations.map((o) => `${o.method} ${o.path}`);
    for (const p of [
      "POST /duty",
      "POST /control",
      "POST /screen",
      "POST /ownership",
      "POST /match/{dataset}",
      "GET /status",
      "GET /timeline",
      "GET /outlook",
      "GET /average",
      "GET /talks",
      "GET /commitments",
      "GET /diff",
      "GET /calendar.ics",
      "GET /feed.atom",
    ])
      expect(paths).toContain(p);
    expect(operations.every((o) => (o.summary ?? "").length > 10)).toBe(true);
  });
  test.each(operations.map((o) => [`${o.method} ${o.path}`, o] as const))("%s answers who follows it", async (_, o) => {
    const ask = ASK[o.path] ?? {};
    const r = await app.inject({
      method: o.method,
      url: `${filled(o.path, ask.path)}${ask.query === undefined ? "" : `?${ask.query}`}`,
      ...(ask.body === undefined ? {} : { payload: ask.body as object, headers: { "content-type": ask.type ?? "application/json" } }),
    });
    expect(r.statusCode, r.body.slice(0, 200)).toBe(200);
    expect(r.body.length).toBeGreaterThan(20);
  });
});

/** How many requests at random: TRUCE_FUZZ=20000 for the long run. */
const MANY = Number(process.env["TRUCE_FUZZ"] ?? 4000);

/** Requests at random around the description, over a socket: half right, half wrong in one way or another. The same for the same seed. */
describe("requests at random", () => {
  let state = 20251025;
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 4294967296;
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
  const WORDS = [
    "2025-10-25",
    "2026-11-20",
    "2025-02-30",
    "us",
    "cn",
    "CN",
    "US",
    "4202.92.31",
    "8471300100",
    "zz",
    "",
    " ",
    "gallium",
    "华为",
    "\u0000",
    "\u202E",
    "a".repeat(500),
    "-1",
    "1e309",
    "null",
    "../../x.yaml",
    "truce-lapses",
    "{}",
    "'; drop table",
    "%00",
    "1".repeat(40),
  ];
  const value = (depth = 0): unknown => {
    const roll = next();
    if (roll < 0.55) return one(WORDS);
    if (roll < 0.65) return one([0, -1, 1.5, 1e300, Number.MAX_SAFE_INTEGER]);
    if (roll < 0.72) return one([true, false, null]);
    if (depth > 2) return "x";
    if (roll < 0.86) return Array.from({ length: Math.floor(next() * 4) }, () => value(depth + 1));
    return Object.fromEntries(Array.from({ length: Math.floor(next() * 4) }, () => [one(["name", "code", "owner", "owned", "percent", "x", "suppose", "facts"]), value(depth + 1)]));
  };
  const FIELDS: Readonly<Record<string, readonly string[]>> = {
    "/duty": ["code", "from", "to", "on", "known", "value", "quantity", "facts", "suppose", "ref", "form", "rounding"],
    "/control": ["goods", "code", "from", "to", "on", "known", "facts", "suppose", "ref"],
    "/screen": ["parties", "owners", "on", "known", "suppose", "limit", "threshold"],
    "/ownership": ["owners", "of", "on", "known", "suppose"],
    "/match/{dataset}": ["queries", "weights", "config"],
  };
  const body = (path: string): unknown => {
    const good = ASK[path]?.body as Record<string, unknown>;
    const changed = { ...(next() < 0.7 ? good : {}) };
    for (let i = 0; i < next() * 4; i++) changed[one(FIELDS[path] as string[])] = value();
    return next() < 0.05 ? value() : changed;
  };
  test(
    "no fault, no hang, an error with a code",
    async () => {
      const bad: string[] = [];
      const counts = new Map<number, number>();
      const origin = await app.listen({ port: 0, host: "127.0.0.1" });
      const until = Date.now() + MANY * 12;
      const memory: number[] = [];
      for (let i = 0; i < MANY && Date.now() < until; i++) {
        const o = one(operations);
        // A series of averages with other clocks is seconds of work, and is asked once above.
        if (o.path === "/price" || (o.path === "/average" && next() < 0.98)) continue;
        const names = [...(o.parameters ?? []).filter((p) => p.in === "query").map((p) => p.name), "x"];
        const query = Array.from({ length: Math.floor(next() * 4) }, () => `${one(names)}=${encodeURIComponent(String(one(WORDS)))}`).join("&");
        const url = `${filled(o.path, { "*": encodeURIComponent(one(WORDS)) || "x", dataset: one(["default", "us_bis_el", "x"]) })}${query === "" ? "" : `?${query}`}`;
        const r = await fetch(`${origin}${url}`, {
          method: o.method,
          signal: AbortSignal.timeout(20_000),
          ...(o.method === "GET" ? {} : { body: JSON.stringify(body(o.path)) ?? "", headers: { "content-type": "application/json" } }),
        });
        const text = await r.text();
        counts.set(r.status, (counts.get(r.status) ?? 0) + 1);
        if (r.status >= 500) bad.push(`${o.method} ${url} ${text.slice(0, 200)}`);
        else if (r.status >= 400 && !/"code":"[a-z0-9-]+"/.test(text)) bad.push(`${r.status} without a code: ${o.method} ${url}`);
        if (i % 1000 === 999) memory.push(Math.round(process.memoryUsage().rss / 1e6));
      }
      if (MANY > 4000)
        console.log(
          `${[...counts]
            .sort()
            .map(([s, n]) => `${n} × ${s}`)
            .join(", ")}; memory by thousands of requests, MB: ${memory.join(" ")}`,
        );
      expect(bad).toEqual([]);
      expect([...counts.values()].reduce((a, b) => a + b, 0)).toBeGreaterThan(1000);
      expect(counts.get(200) ?? 0).toBeGreaterThan(50);
    },
    MANY * 15,
  );
});
