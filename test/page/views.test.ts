import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axe, overflow, program, Stage } from "./browser.js";

/* Each view with real data: it answers, in both languages, wide and narrow, light and dark, without an error, a stranger's request or a barrier. */
const stage = new Stage();
describe.skipIf(program === undefined)("the page in a browser (left out where there is no chromium)", () => {
  beforeAll(() => stage.open());
  afterAll(() => stage.close());
  const CLOCKS = "on=2025-10-25&known=2025-10-25";
  /** Each view, with what its answer must hold. */
  const VIEWS: readonly (readonly [string, string, RegExp])[] = [
    ["view=today", ".lead", /truce/i],
    [`view=duty&code=4202.92.31.31&value=10000&${CLOCKS}`, ".lead", /72\.6 %/],
    [`view=duty&code=12019000&from=US&to=CN&${CLOCKS}`, ".lead", /%|points/],
    [`view=line&code=4202.92.31.31&value=10000&${CLOCKS}`, "table", /9903\.01\.24/],
    ["view=article", "h2, h3", /./],
    ["view=timeline", "main li, main tr", /./],
    ["view=show&id=us/eo-14358", "h1, h2", /./],
    ["view=cliff&known=2025-10-25&on=2025-10-25", "table", /2025-11-10/],
    ["view=refunds", "main p", /CAPE/],
    ["view=portfolio", "main p", /under the law as it stands/],
    ["view=controls&goods=28053012", "main", /./],
    ["view=pledges", "main h2, main h3, main table", /./],
    ["view=averages&on=2025-10-25&known=2025-10-25", ".lead", /%/],
    ["view=calendar&on=2025-10-25&known=2025-10-25", "main", /2025-11/],
    ["view=not-covered", "main li", /./],
  ];

  test.each(VIEWS)(
    "%s",
    async (q, where, what) => {
      const { page, troubles } = await stage.see(`${q}&lang=en`);
      await page.waitForFunction(([w, source]) => [...document.querySelectorAll(w as string)].some((e) => new RegExp(source as string, "i").test(e.textContent ?? "")), [where, what.source] as const);
      await page.waitForTimeout(300);
      expect(await axe(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 800 });
      await page.waitForTimeout(200);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.getByRole("link", { name: "中文" }).click();
      await page.waitForFunction(() => document.documentElement.lang === "zh-CN" && document.querySelector("main h1") !== null);
      await page.waitForTimeout(300);
      expect(await page.locator("main h1, main h2").allTextContents()).toEqual(expect.arrayContaining([expect.stringMatching(/[\u4e00-\u9fff]/)]));
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await axe(page)).toEqual([]);
      expect(troubles).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  test("the keyboard alone asks and answers: skip link, code, answer, back to now", async () => {
    const { page, troubles } = await stage.see("view=duty&lang=en&known=2025-10-25&on=2025-10-25");
    await page.waitForSelector("h1");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the answer");
    await page.keyboard.press("Enter");
    for (let i = 0; i < 40 && (await page.evaluate(() => document.activeElement?.id)) !== "code"; i++) await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("code");
    await page.keyboard.type("4202.92.31.31");
    await page.keyboard.press("Enter");
    // Answers to what was typed so far stand there before.
    await page.waitForFunction(() => /72\.6 %/.test(document.querySelector(".lead")?.textContent ?? ""));
    expect(page.url()).toMatch(/code=4202/);
    await page.locator("h1").click();
    await page.keyboard.press("t");
    await page.waitForFunction(() => !location.search.includes("known="));
    await page.goBack();
    await page.waitForFunction(() => location.search.includes("known="));
    expect(troubles).toEqual([]);
    await page.context().close();
  }, 40_000);

  test("the first view weighs at most 350 KB compressed, worker and data with it", async () => {
    const { page } = await stage.see("lang=en");
    await page.waitForSelector(".lead");
    const sizes = await page.evaluate(() => performance.getEntriesByType("resource").map((r) => (r as PerformanceResourceTiming).encodedBodySize));
    const own = sizes.reduce((a, b) => a + b, 0);
    // What the worker loads is not among the page's own entries.
    const worker = await Promise.all(page.workers().map((w) => w.evaluate(() => performance.getEntriesByType("resource").map((r) => (r as PerformanceResourceTiming).encodedBodySize))));
    const all = own + worker.flat().reduce((a, b) => a + b, 0);
    expect(worker.flat().length).toBeGreaterThan(2);
    expect(all).toBeGreaterThan(100_000);
    expect(all).toBeLessThanOrEqual(350_000);
    await page.context().close();
  });
});
