import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, normalize } from "node:path";
import { inflateRawSync } from "node:zlib";
import { compileBook, tablesOf, totals } from "@truce/engine/book";
import { writePack } from "@truce/engine/goods";
import { parseKnown } from "@truce/engine/time";
import { expect, test } from "vitest";
import { Desks } from "@truce/engine/desk";
import { openRegime } from "../packages/node/dist/grounds/open.js";
import { root } from "./golden/read.js";
import { linesFor } from "./browser-lines.js";

const known = parseKnown("2026-10-10").at;
const COUNT = 100_000;
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = ["chromium", "chromium-browser"].find((name) => {
  try {
    return execFileSync("which", [name], { encoding: "utf8" }) !== "";
  } catch {
    return false;
  }
});

/** A pack with its segments as they are, so that a browser needs no inflater for this test. */
function unpacked(name: string): Uint8Array {
  const bytes = readFileSync(join(root, "build", `${name}.pack`));
  const head = bytes.indexOf(10, 7);
  let at = head + 1;
  const segments = (JSON.parse(bytes.subarray(7, head).toString()) as [string, number][]).map(([segment, length]): [string, Uint8Array] => {
    const own = inflateRawSync(bytes.subarray(at, at + length));
    at += length;
    return [segment, own];
  });
  return writePack(new Map(segments), (b) => b);
}

const PAGE = `<!doctype html><meta charset="utf-8"><title>book</title><script type="module">
const worker = new Worker("/test/browser-worker.js", { type: "module" });
worker.onmessage = (e) => fetch("/result", { method: "POST", body: JSON.stringify(e.data) });
worker.onerror = (e) => fetch("/result", { method: "POST", body: JSON.stringify({ error: e.message }) });
worker.postMessage({ known: ${known}, count: ${COUNT} });
</script>`;

test.skipIf(browser === undefined)(
  "the book in a worker of a real browser, without shared memory, gives the sums that it gives in Node (left out where there is no chromium)",
  async () => {
    const packs: Record<string, Uint8Array> = { "/law.pack": unpacked("law"), "/goods.pack": unpacked("goods") };
    let told: (result: Record<string, unknown>) => void = () => undefined;
    const result = new Promise<Record<string, unknown>>((done) => (told = done));
    const server = createServer((q, s) => {
      const path = normalize((q.url ?? "/").split("?")[0] as string);
      if (path === "/result") {
        let text = "";
        q.on("data", (c) => (text += c)).on("end", () => (s.end(), told(JSON.parse(text))));
      } else if (path === "/") s.setHeader("content-type", "text/html").end(PAGE);
      else if (packs[path] !== undefined) s.end(packs[path]);
      else if (/^\/(packages\/engine\/dist\/[\w/-]+|test\/browser-[\w-]+)\.js$/.test(path) && existsSync(join(root, path)))
        s.setHeader("content-type", "text/javascript").end(readFileSync(join(root, path)));
      else s.writeHead(404).end();
    });
    await new Promise<void>((up) => server.listen(0, "127.0.0.1", up));
    const profile = mkdtempSync(join(tmpdir(), "truce-browser-"));
    let child: ChildProcess | undefined;
    try {
      child = spawn(browser as string, [...FLAGS, `--user-data-dir=${profile}`, `http://127.0.0.1:${(server.address() as AddressInfo).port}/`], { stdio: "ignore" });
      const said = await Promise.race([result, new Promise<Record<string, unknown>>((done) => setTimeout(() => done({ error: "no answer within 50 s" }), 50_000).unref())]);
      expect(said["error"]).toBeUndefined();
      expect(said["shared"]).toBe(false);
      const desks = new Desks(await openRegime());
      const book = compileBook(desks.desk(known, []).grounds, known, "us");
      book.fill();
      // Codes are numbered before the tables are made.
      const lines = linesFor(book, COUNT);
      const sum = totals(tablesOf(book), lines, 0, COUNT);
      expect(sum.settled).toBeGreaterThan(COUNT / 2);
      expect(said["sum"]).toEqual(JSON.parse(JSON.stringify(sum, (_k, v) => (typeof v === "bigint" ? String(v) : v))));
    } finally {
      child?.kill("SIGKILL");
      server.close();
      server.closeAllConnections();
      await new Promise((r) => setTimeout(r, 300));
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  },
  90_000,
);
