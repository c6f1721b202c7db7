import { GoodsSearch } from "@truce/engine/goods/search";
import { beforeAll, expect, test } from "vitest";
import { openRegime } from "../grounds/open.js";

let us: GoodsSearch;
let cn: GoodsSearch;
beforeAll(async () => {
  const { goods } = await openRegime();
  us = new GoodsSearch(goods.schedule("us"));
  cn = new GoodsSearch(goods.schedule("cn"));
});
const day = "2025-10-25";
const codes = (query: string, limit = 5) => us.find(query, { day, limit }).map((f) => f.code);

test("permanent magnets are found", () => expect(codes("permanent magnets").some((c) => c.startsWith("850511"))).toBe(true));
test("backpacks are found by the leaf's own word", () => expect(codes("backpacks")[0]).toBe("4202923120"));
test("soybeans lead to China's soya beans, and to the US heading first", () => {
  expect(cn.find("soybeans", { day, limit: 3 }).map((f) => f.code)).toEqual(["12011000", "12019010", "12019020"]);
  expect(codes("soybeans")[0]).toMatch(/^1201/);
});
test("a parent's word and the leaf's count together", () => expect(codes("cotton sweaters", 10).every((c) => c.startsWith("61"))).toBe(true));
test("a word cut short and a word misspelt are understood", () => {
  expect(codes("backpa")[0]).toBe("4202923120");
  expect(codes("neodimium", 3).join()).toMatch(/8505110070|28053/);
});
test("digits are the beginning of a code, dots optional", () => {
  expect(codes("8505.11", 20).every((c) => c.startsWith("850511"))).toBe(true);
  expect(codes("8505 neodymium", 3)).toEqual(["8505110070"]);
});
test("only codes printed on the day are found", () => {
  const all = us.find("8505", { limit: 500 });
  expect(us.find("8505", { limit: 500, day }).length).toBeLessThanOrEqual(all.length);
});
test("what fits nothing finds nothing", () => expect(codes("zzzxqy")).toEqual([]));
test("the index of the larger tariff is built and asked in under 400 ms", async () => {
  const schedule = (await openRegime()).goods.schedule("us");
  const begun = performance.now();
  new GoodsSearch(schedule).find("magnets", { day });
  expect(performance.now() - begun).toBeLessThan(400);
});
