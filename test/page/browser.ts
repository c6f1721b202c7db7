import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { FastifyInstance } from "fastify";
import { type Browser, chromium, type Page } from "playwright-core";
import { server } from "../doors/desk.js";

/* A real browser on the page as the server gives it. Left out where the machine has no chromium. */
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const program = ["chromium", "chromium-browser"].flatMap((name) => {
  try {
    return [execFileSync("which", [name], { encoding: "utf8" }).trim()];
  } catch {
    return [];
  }
})[0];

/** A page under test, and what went wrong in it. */
export interface Sight {
  readonly page: Page;
  /** Errors of the console, of scripts and of the policy, and requests to anywhere else. */
  readonly troubles: string[];
}

/** The server and the browser of a file of tests. */
export class Stage {
  private app: FastifyInstance | undefined;
  private browser: Browser | undefined;
  origin = "";

  async open(): Promise<void> {
    this.app = await server();
    this.origin = await this.app.listen({ port: 0, host: "127.0.0.1" });
    this.browser = await chromium.launch({ executablePath: program as string, args: FLAGS });
  }
  async close(): Promise<void> {
    await this.browser?.close();
    await this.app?.close();
  }

  /** Opens an address of the page. @param q what stands behind the question mark */
  async see(q: string, o: { readonly width?: number; readonly dark?: boolean; readonly base?: string } = {}): Promise<Sight> {
    const context = await (this.browser as Browser).newContext({
      viewport: { width: o.width ?? 1280, height: 900 },
      colorScheme: o.dark === true ? "dark" : "light",
      locale: "en-US",
      acceptDownloads: true,
    });
    const page = await context.newPage();
    const base = o.base ?? `${this.origin}/`;
    const troubles: string[] = [];
    page.on("console", (m) => m.type() === "error" && troubles.push(m.text()));
    page.on("pageerror", (e) => troubles.push(e.message));
    page.on("request", (r) => {
      if (!r.url().startsWith(base) && !/^(data|blob):/.test(r.url())) troubles.push(`request to ${r.url()}`);
    });
    page.setDefaultTimeout(20_000);
    await page.goto(`${base}?${q}`);
    return { page, troubles };
  }
}

/** Violations that axe finds, with the elements. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return await page.evaluate(async () => {
    const found = await (globalThis as unknown as { axe: { run: (o: unknown) => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> } }).axe.run({ resultTypes: ["violations"] });
    return found.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => String(n.target))}`);
  });
}
/** Pixels by which the page is wider than its window. */
export const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
