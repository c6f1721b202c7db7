import { expect, test } from "vitest";
import { nearestWords } from "./nearest-words.js";

test("two letters that changed places are one mistake, and the first letter decides among equals", () => expect(nearestWords("magent", ["agent", "magnet", "margin"])).toEqual(["magnet"]));
test("the nearest are meant, not all that are near", () => expect(nearestWords("neodimium", ["neodymium", "neodymiun", "sodium"])).toEqual(["neodymium"]));
test("a short word is never taken for another", () => expect(nearestWords("dols", ["doll", "roll"])).toEqual([]));
test("a word over a third wrong is another word", () => expect(nearestWords("zzzxqy", ["zinc", "zzabcd"])).toEqual([]));
