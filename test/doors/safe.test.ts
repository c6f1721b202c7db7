import { rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { readConfig } from "../../packages/node/dist/http/config.js";
import { truce } from "../run.js";
import { server } from "./desk.js";

const app = await server();
afterAll(() => app.close());
const post = (url: string, payload: unknown, headers: Record<string, string> = {}) => app.inject({ method: "POST", url, payload: payload as object, headers });
const error = (body: string): { code: string; where: string; request: string } => (JSON.parse(body) as { error: { code: string; where: string; request: string } }).error;

describe("what a request may not do", () => {
  test.each([
    ["/status?suppose=../../../etc/passwd.yaml", 400, "unknown-supposition"],
    ["/status?suppose=/etc/shadow.yml", 400, "unknown-supposition"],
    ["/status?suppose=regime%2Fscenarios%2Ftruce-lapses.yaml", 400, "unknown-supposition"],
    ["/show/..%2F..%2Fetc%2Fpasswd", 404, "unknown-id"],
    ["/..%2f..%2fpackage.json", 404, "no-endpoint"],
    ["/status?on=2025-02-30", 400, "bad-date"],
    ["/status?on=2025-10-25&colour=red", 400, "bad-request"],
    ["/average?side=eu", 400, "bad-side"],
    ["/diff?known=2025-10-25", 400, "two-moments"],
    ["/show/us/nothing", 404, "unknown-id"],
    [`/status?on=${"9".repeat(400)}`, 400, "bad-request"],
  ])("GET %s", async (url, status, code) => {
    const r = await app.inject({ method: "GET", url });
    expect([r.statusCode, error(r.body).code]).toEqual([status, code]);
    expect(r.body).not.toMatch(/node_modules|\.ts:|\bat \w+ \(/);
    expect(error(r.body).request).toBe(r.headers["x-request-id"]);
  });
  test.each([
    ["/duty", { code: "4202.92.31", suppose: ["/etc/passwd.yaml"] }, 400, "unknown-supposition"],
    ["/duty", { code: "4202.92.31", colour: "red" }, 400, "unknown-field"],
    ["/duty", "not json", 400, "invalid-json-body"],
    ["/duty", [], 400, "bad-request"],
    ["/control", { goods: "unobtainium" }, 400, "unknown-item"],
    ["/screen", { parties: [] }, 400, "bad-request"],
    ["/screen", { parties: [{ name: "A", ghost: 1 }] }, 400, "bad-request"],
    ["/match/default", { queries: { q: { schema: "Dragon", properties: {} } } }, 400, "bad-match"],
    ["/ownership", { owners: [] }, 400, "bad-request"],
  ])("POST %s %j", async (url, body, status, code) => {
    const r = await post(url, typeof body === "string" ? body : body, { "content-type": "application/json" });
    expect([r.statusCode, error(r.body).code]).toEqual([status, code]);
  });
  test("a body that is too large, and one that would unpack to more, are refused", async () => {
    const small = await server({ TRUCE_BODY_MB: "1" });
    const big = JSON.stringify({ code: "4202.92.31", ref: "x".repeat(2_000_000) });
    const large = await small.inject({ method: "POST", url: "/duty", payload: big, headers: { "content-type": "application/json" } });
    expect([large.statusCode, error(large.body).code]).toEqual([413, "body-too-large"]);
    const bomb = await small.inject({ method: "POST", url: "/duty", payload: gzipSync(big), headers: { "content-type": "application/json", "content-encoding": "gzip" } });
    expect(bomb.statusCode).toBe(400);
    await small.close();
  });
  test("a name that tries to write a header or a formula stays text", async () => {
    const r = await post("/screen", { parties: [{ name: "=cmd|' /C calc'!A0", ref: "a\r\nx: y" }], on: "2025-10-25" }, { "x-request-id": "bad id\r\nset-cookie: x" });
    expect(r.statusCode).toBe(200);
    expect([r.headers["set-cookie"], r.headers["x"], String(r.headers["x-request-id"])]).toEqual([undefined, undefined, expect.stringMatching(/^[\w-]{36}$/)]);
  });
  test("ours is served with a strict policy, without script, and to no other origin", async () => {
    const r = await app.inject({ method: "GET", url: "/docs", headers: { origin: "https://elsewhere.example" } });
    expect(r.headers["content-security-policy"]).toContain("default-src 'none'");
    expect([r.headers["access-control-allow-origin"], r.headers["x-content-type-options"], /<script|https?:\/\//.test(r.body)]).toEqual([undefined, "nosniff", false]);
    const own = await server({ TRUCE_ORIGINS: "https://desk.example" });
    expect((await own.inject({ method: "GET", url: "/healthz", headers: { origin: "https://desk.example" } })).headers["access-control-allow-origin"]).toBe("https://desk.example");
    expect((await own.inject({ method: "GET", url: "/healthz", headers: { origin: "https://elsewhere.example" } })).headers["access-control-allow-origin"]).not.toBe("https://elsewhere.example");
    await own.close();
  });
});

describe("keys and limits", () => {
  test("an open address needs keys, and keys are long", () => {
    expect(() => readConfig({ HOST: "0.0.0.0" })).toThrow("0.0.0.0 can be reached by others and there are no API keys");
    expect(() => readConfig({ HOST: "0.0.0.0", TRUCE_API_KEYS: "short" })).toThrow("fewer than 16 characters");
    expect(() => readConfig({ PORT: "99999" })).toThrow("PORT=99999 is not a whole number up to 65535");
    expect(readConfig({ HOST: "0.0.0.0", TRUCE_OPEN: "yes" }).keys).toEqual([]);
    expect(readConfig({ TRUCE_API_KEYS: "k".repeat(20) }).keys).toEqual([]);
  });
  test("where keys are asked for, only they answer; health needs none", async () => {
    const key = "a-long-enough-key-for-tests";
    const own = await server({ HOST: "0.0.0.0", TRUCE_API_KEYS: key });
    const ask = (headers: Record<string, string>) => own.inject({ method: "GET", url: "/status", headers }).then((r) => r.statusCode);
    expect(await Promise.all([ask({}), ask({ authorization: "Bearer wrong" }), ask({ authorization: `Bearer ${key}` }), ask({ "x-api-key": key })])).toEqual([401, 401, 200, 200]);
    expect([(await own.inject({ url: "/healthz" })).statusCode, (await own.inject({ url: "/metrics" })).statusCode]).toEqual([200, 401]);
    await own.close();
  });
  test("more requests than the rate are told to wait", async () => {
    const own = await server({ TRUCE_RATE: "3" });
    const got = [];
    for (let i = 0; i < 5; i++) got.push((await own.inject({ url: "/talks" })).statusCode);
    expect(got).toEqual([200, 200, 200, 429, 429]);
    expect((await own.inject({ url: "/healthz" })).statusCode).toBe(200);
    await own.close();
  });
  test("a slow client is cut off", async () => {
    const own = await server({ TRUCE_TIMEOUT_S: "1" });
    const address = new URL(await own.listen({ host: "127.0.0.1", port: 0 }));
    const from = Date.now();
    const said = await new Promise<string>((done) => {
      let text = "";
      const socket = connect(Number(address.port), "127.0.0.1", () => socket.write("POST /duty HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"));
      socket
        .on("data", (d) => (text += d.toString()))
        .on("close", () => done(text))
        .on("error", () => done(text));
    });
    expect(Date.now() - from).toBeLessThan(40_000);
    expect(said === "" || said.startsWith("HTTP/1.1 408")).toBe(true);
    await own.close();
  }, 60_000);
});

describe("answers of a view are tagged", () => {
  test("a client that has one is not told it again", async () => {
    const url = "/talks?on=2025-10-25&known=2025-10-25";
    const first = await app.inject({ url });
    const tag = first.headers["etag"] as string;
    const again = await app.inject({ url, headers: { "if-none-match": tag } });
    expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 304, ""]);
    expect((await app.inject({ url: "/talks?on=2025-10-26&known=2025-10-25", headers: { "if-none-match": tag } })).statusCode).toBe(200);
    expect((await app.inject({ url: "/talks?on=nonsense" })).headers["etag"]).toBeUndefined();
  });
  test("large answers are packed for who takes it", async () => {
    const r = await app.inject({ url: "/timeline", headers: { "accept-encoding": "gzip" } });
    expect([r.headers["content-encoding"], r.rawPayload.length < 200_000]).toEqual(["gzip", true]);
  });
  test("lines are answered in order as they come", async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => (i === 7 ? "broken" : JSON.stringify({ code: "4202.92.31", on: "2025-10-25", known: "2025-10-25", ref: i })));
    const r = await app.inject({ method: "POST", url: "/duty", payload: lines.join("\n"), headers: { "content-type": "application/x-ndjson" } });
    const out = r.body
      .trim()
      .split("\n")
      .map((l) => JSON.parse(l) as { ref: unknown; error?: { code: string } });
    expect([out.length, out[7]?.error?.code, out[2999]?.ref]).toEqual([3000, "bad-json", 2999]);
  });
  test("a file of lines comes back priced, as the command prices it", async () => {
    const lines = ["code,value,on,ref", ...Array.from({ length: 500 }, (_, i) => `4202.92.31,${1000 + i},2025-10-25,r${i}`), "nonsense,5,2025-10-25,x"].join("\n");
    const ask = (url: string, payload: string | Buffer, type: string) => app.inject({ method: "POST", url, payload, headers: { "content-type": type } });
    const wide = await ask("/price?layout=wide&known=2026-10-01", lines, "text/csv");
    expect([wide.statusCode, wide.headers["x-rejected-lines"], wide.body.trim().split("\n").length]).toEqual([200, "1", 501]);
    const path = join(tmpdir(), `truce-doors-${process.pid}.csv`);
    writeFileSync(path, lines);
    expect(wide.body).toBe(truce(["price", path, "-o", "-", "--wide", "--known", "2026-10-01"]).stdout);
    rmSync(path);
    const parquet = await ask("/price?as=parquet", lines, "text/csv");
    expect(parquet.rawPayload.subarray(0, 4).toString()).toBe("PAR1");
    const bad = await ask("/price", "a,b\n1,2\n", "text/csv");
    expect([bad.statusCode, bad.body.includes(tmpdir())]).toEqual([400, false]);
    expect((await ask("/price", lines, "image/png")).statusCode).toBe(415);
    // Several wait their turn, and so many that they would wait long are told to come again.
    const many = await Promise.all(Array.from({ length: 40 }, () => ask("/price?layout=wide&known=2026-10-01", lines, "text/csv")));
    expect(many.map((r) => r.statusCode).sort()).toEqual([...Array<number>(30).fill(200), ...Array<number>(10).fill(503)]);
    for (const r of many) if (r.statusCode === 200) expect(r.body).toBe(wide.body);
    expect((await ask("/price", lines, "text/csv")).statusCode).toBe(200);
  });
  test("metrics name routes and no question", async () => {
    const { body } = await app.inject({ url: "/metrics" });
    expect(body).toMatch(/truce_requests_total\{method="GET",route="\/talks",status="200"\}/);
    expect(body).not.toContain("2025-10-25");
  });
});
