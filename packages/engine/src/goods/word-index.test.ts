import { expect, test } from "vitest";
import { WordIndex } from "./word-index.js";

const index = new WordIndex(["Tower cranes", "Parts of cranes and of ships' derricks", "Newsprint in rolls", "Dolls"]);

test("a word is found in its plural, and counts more in a shorter text", () => {
  const found = index.beginning("crane");
  expect([...found.keys()]).toEqual([0, 1]);
  expect(found.get(0)).toBeGreaterThan(found.get(1) as number);
});
test("a word that only begins so counts less than the word", () => expect(index.beginning("tow").get(0)).toBeLessThan(index.beginning("tower").get(0) as number));
test("all the words must stand in the one text", () => expect([...index.all("crane parts").keys()]).toEqual([1]));
test("what is spelt nearly so is asked for by itself", () => {
  expect(index.beginning("newsprnit").size).toBe(0);
  expect([...index.nearly("newsprnit").keys()]).toEqual([2]);
});
