import { GoodsSearch } from "@truce/engine/goods/search";
import { beforeAll, expect, test } from "vitest";
import { openRegime } from "../grounds/open.js";

let regime: Awaited<ReturnType<typeof openRegime>>;
let us: GoodsSearch;
let cn: GoodsSearch;
beforeAll(async () => {
  regime = await openRegime();
  const { goods } = regime;
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
test("a port crane is found by the name that ports use", () => {
  expect(codes("ship-to-shore crane").slice(0, 2)).toEqual(["84261900", "8426190000"]);
  expect(codes("STS cranes")[0]).toBe("84261900");
});
test.each([
  ["magnet", "magnets"],
  ["battery", "batteries"],
  ["the magnets", "magnets"],
  ["box of paper", "boxes paper"],
])("%s and %s find the same", (one, many) => expect(codes(one, 20)).toEqual(codes(many, 20)));
test("joining words find nothing", () => expect(codes("the of and")).toEqual([]));
test("two letters that changed places are understood", () => expect(codes("magent", 8).every((c) => c.startsWith("8505"))).toBe(true));
test("a word that is found is not taken for another", () => expect(us.find("dolls", { day, limit: 50 }).filter((f) => /rolls/i.test(f.text))).toEqual([]));
test("a text begins with the heading's own words and ends with the code's", () => {
  const [crane] = us.find("8426200000", { day });
  expect(crane?.text).toBe("Ships' derricks; cranes, including cable…: Tower cranes");
});
test("digits are the beginning of a code, dots optional", () => {
  expect(codes("8505.11", 20).every((c) => c.startsWith("850511"))).toBe(true);
  expect(codes("8505 neodymium", 3)).toEqual(["8505110070"]);
});
test("only codes printed on the day are found", () => {
  const all = us.find("8505", { limit: 500 });
  expect(us.find("8505", { limit: 500, day }).length).toBeLessThanOrEqual(all.length);
});
test("a code that nothing begins like has neighbours by number all the same", () => {
  for (const s of ["us", "cn"] as const) {
    const { goods } = regime;
    const near = goods.schedule(s).nearest("99999999");
    expect(near).toHaveLength(5);
    expect(near.every((c) => c.length >= 8 && c >= "97")).toBe(true);
  }
  expect(regime.goods.schedule("us").nearest("0000000000")[0]).toMatch(/^0101/);
});
test("what fits nothing finds nothing", () => expect(codes("zzzxqy")).toEqual([]));
