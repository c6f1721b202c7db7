import { createReadStream, createWriteStream, existsSync, readFileSync, statSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Folder, truce } from "../price-desk.js";
import { root } from "../golden/read.js";
import { axe, program, Stage } from "./browser.js";

/* What people do in the page with files of their own, against what the command line says of the same files. */
const stage = new Stage();
const f = new Folder();
const SAMPLE = join(root, "build", "page", "sample-lines.csv");
const grouped = (amount: string): string => amount.replace(/\B(?=(\d{3})+(?=\.))/g, ",");

interface Priced {
  readonly rows: number;
  readonly sides: readonly { readonly side: string; readonly lines: number; readonly scenarios: readonly { readonly additional: string; readonly change: string }[] }[];
}
const onCommandLine = (file: string, ...more: string[]): Priced =>
  JSON.parse(truce([file, "--summary", "--json", "--quiet", "--known", "2026-10-10", "--suppose", "truce-lapses", "--suppose", "truce-extended", ...more]).stdout) as Priced;

describe.skipIf(program === undefined)("files in the page (left out where there is no chromium)", () => {
  beforeAll(() => stage.open());
  afterAll(async () => {
    await stage.close();
    f.clear();
  });
  const drop = async (file: string, q = "known=2026-10-10") => {
    const sight = await stage.see(`view=portfolio&lang=en&${q}`);
    await sight.page.locator("input[type=file]").setInputFiles(file);
    await sight.page.waitForSelector(".lead, [role=alert]", { timeout: 100_000 });
    return sight;
  };

  test("a portfolio is priced as the command line prices it, and its lines are sorted, found, put together and taken out", async () => {
    const { page, troubles } = await drop(SAMPLE);
    const v = onCommandLine(SAMPLE);
    for (const [i, s] of v.sides.entries()) {
      const table = page.locator("table", { has: page.locator("caption", { hasText: s.side === "us" ? "Imports to the United States" : "Imports to China" }) });
      expect(await table.locator(`td.${s.side}`).allTextContents()).toEqual(s.scenarios.map((x) => grouped(x.additional)));
      expect(await page.locator(".lead").nth(i).textContent()).toContain(`${s.lines} lines`);
    }
    expect(await axe(page)).toEqual([]);
    await page.getByRole("button", { name: "Customs value" }).click();
    await page.waitForFunction(() => location.search.includes("sort=value"));
    const first = page
      .locator("main table", { has: page.getByRole("button", { name: "Customs value" }) })
      .locator("tbody tr")
      .first();
    await expect.poll(() => first.textContent()).toMatch(/LNG-2.*27111100/);
    await page.getByLabel("Code, reference, SKU or supplier").fill("BAG-07");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.search.includes("find=BAG-07"));
    await page.waitForFunction(() => [...document.querySelectorAll("td.name")].every((e) => e.textContent?.startsWith("BAG-07")));
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download these lines as CSV" }).click()]);
    const csv = readFileSync(await file.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(csv[0]).toMatch(/^row,ref,sku,supplier,code/);
    expect(csv.length - 1).toBe(
      readFileSync(SAMPLE, "utf8")
        .split("\n")
        .filter((l) => l.startsWith("BAG-07")).length,
    );
    // Another scenario prices the same lines again, and the file is not read again.
    await page.getByLabel("Code, reference, SKU or supplier").fill("");
    await page.getByRole("checkbox", { name: "thirty for thirty" }).check();
    await page.waitForFunction(() => document.querySelectorAll("table caption + thead + tbody th[scope=row]").length >= 8);
    // The board of dates takes the file with it.
    await page.getByRole("link", { name: "Cliff board" }).click();
    await page.waitForFunction(() => /sample-lines\.csv/.test(document.querySelector("main")?.textContent ?? ""));
    await page.getByRole("link", { name: "Portfolio" }).first().click();
    await page.waitForSelector(".lead");
    expect(troubles).toEqual([]);
    await page.context().close();
  }, 60_000);

  test("a workbook is read as the same lines as CSV", async () => {
    const rows = readFileSync(SAMPLE, "utf8")
      .trim()
      .split("\n")
      .map((l) => l.split(","));
    const xlsx = f.write("lines.xlsx", new Uint8Array(await writeXlsx({ sheets: [{ name: "lines", rows }] })));
    const { page, troubles } = await drop(xlsx);
    const said = await page.locator(".lead").allTextContents();
    await page.context().close();
    const csv = await drop(SAMPLE);
    expect(said).toEqual(await csv.page.locator(".lead").allTextContents());
    expect([...troubles, ...csv.troubles]).toEqual([]);
    await csv.page.context().close();
  }, 60_000);

  test("a file without a column of values says so, and the reader can say which one it is", async () => {
    const { page } = await drop(f.write("odd.csv", "HTS,what it cost,when\n42029231,5.00,2025-10-25\n"));
    expect(await page.getByRole("alert").textContent()).toMatch(/no column is recognised as the customs value/);
    await page.goto(`${page.url()}&column=${encodeURIComponent("value=what it cost")}`);
    await page.context().close();
    const again = await drop(f.at("odd.csv"), `known=2026-10-10&column=${encodeURIComponent("value=what it cost")}`);
    expect(await again.page.locator(".lead").textContent()).toMatch(/1 lines worth 5\.00 USD/);
    await again.page.context().close();
  }, 60_000);

  test("a million lines are priced without the page standing still, and can be stopped", async () => {
    const file = f.at("million.csv");
    const out = createWriteStream(file);
    out.write("ref,sku,hts,origin,destination,entry date,customs value\n");
    const codes = ["8505110070", "4202923131", "8542320041", "9503000073", "7306305028"];
    for (let k = 0; k < 100; k++) {
      let text = "";
      for (let i = k * 10_000; i < (k + 1) * 10_000; i++)
        text += `R${i},S${i % 900},${codes[i % 5]},CN,US,2025-${String((i % 12) + 1).padStart(2, "0")}-${String((i % 28) + 1).padStart(2, "0")},${(i * 37) % 90_000}.${String(i % 100).padStart(2, "0")}\n`;
      if (!out.write(text)) await once(out, "drain");
    }
    await new Promise((done) => out.end(done));
    const { page, troubles } = await stage.see("view=portfolio&lang=en&known=2026-10-10");
    await page.waitForSelector("input[type=file]", { state: "attached" });
    await page.evaluate(() => {
      const w = window as unknown as { gap: number };
      w.gap = 0;
      let last = performance.now();
      const beat = (): void => {
        const now = performance.now();
        w.gap = Math.max(w.gap, now - last);
        last = now;
        setTimeout(beat, 0);
      };
      beat();
    });
    await page.locator("input[type=file]").setInputFiles(file);
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByRole("button", { name: "Read it again" }).click();
    await page.waitForSelector("progress");
    // The rest of the page answers meanwhile.
    await page.getByRole("link", { name: "中文" }).click();
    await page.waitForFunction(() => document.documentElement.lang === "zh-CN");
    await page.waitForSelector(".lead", { timeout: 120_000 });
    const v = onCommandLine(file);
    expect(v.rows).toBe(1_000_000);
    expect(await page.locator("td.us").first().textContent()).toBe(grouped(v.sides[0]?.scenarios[0]?.additional ?? ""));
    // No moment of a second in which nothing answers: what a person would call frozen.
    expect(await page.evaluate(() => (window as unknown as { gap: number }).gap)).toBeLessThan(1_000);
    expect(troubles).toEqual([]);
    await page.context().close();
  }, 180_000);

  test("the made-up report of entries is sorted in the refund desk, and its files are handed out", async () => {
    const { page, troubles } = await stage.see("view=refunds&lang=en");
    await page.getByRole("button", { name: "Try it with a made-up report" }).click();
    await page.waitForSelector(".lead");
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: /^cape/ }).first().click()]);
    expect(statSync(await file.path()).size).toBeGreaterThan(10);
    expect(await axe(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  }, 40_000);

  test("the folder works from plain static hosting below a path, with no header of ours", async () => {
    const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".csv": "text/csv", ".json": "application/json" };
    const dir = join(root, "build", "page");
    const host = createServer((q, s) => {
      const path = normalize(new URL(q.url ?? "/", "http://x").pathname).replace(/^\/some\/where/, "");
      const file = join(dir, path === "/" ? "index.html" : path);
      if (!(q.url ?? "").startsWith("/some/where") || !file.startsWith(dir) || !existsSync(file)) return void s.writeHead(404).end();
      s.setHeader("content-type", TYPES[extname(file)] ?? "application/octet-stream");
      createReadStream(file).pipe(s);
    });
    await new Promise<void>((up) => host.listen(0, "127.0.0.1", up));
    try {
      const base = `http://127.0.0.1:${(host.address() as AddressInfo).port}/some/where/`;
      const { page, troubles } = await stage.see("view=duty&lang=en&code=4202.92.31.31&on=2025-10-25&known=2025-10-25", { base });
      await page.waitForFunction(() => /72\.6 %/.test(document.querySelector(".lead")?.textContent ?? ""));
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
      await page.getByRole("link", { name: "Calendar" }).click();
      const links = page.locator("main a[href$='.ics'], main a[href$='.atom']");
      await links.first().waitFor();
      for (const href of await links.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))) expect([href, (await fetch(href)).status]).toEqual([href, 200]);
      expect(troubles).toEqual([]);
      await page.context().close();
    } finally {
      host.close();
    }
  }, 40_000);
});
