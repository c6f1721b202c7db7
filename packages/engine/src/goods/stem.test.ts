import { expect, test } from "vitest";
import { stem, stems } from "./stem.js";

test.each([
  ["crane", "cranes"],
  ["box", "boxes"],
  ["battery", "batteries"],
  ["dress", "dresses"],
  ["shoe", "shoes"],
  ["tomato", "tomatoes"],
  ["glove", "gloves"],
  ["movie", "movies"],
  ["bus", "buses"],
  ["doll", "dolls"],
])("%s and %s are one word", (one, many) => expect(stem(many)).toBe(stem(one)));
test.each(["glass", "apparatus", "chassis", "gas", "tv"])("the end of %s is its own", (word) => expect(stem(word)).toBe(word));
test("joining words are not words to look for", () => expect(stems("the parts of a crane, and those of ships")).toEqual([stem("parts"), stem("crane"), "ship"]));
test("a cut text's last word is a word", () => expect(stems("Overhead traveling cranes, transporter…")).toContain("transporter"));
