import { expect, test } from "vitest";
import { nearestIds } from "./nearest-ids.js";

const ids = ["us/eo-14298", "us/eo-14259", "us/reciprocal/cn", "cn/general", "bi/truce"];

test("a slip of one letter finds its id first", () => expect(nearestIds("us/eo-14299", ids)[0]).toBe("us/eo-14298"));
test("an id without its side finds it", () => expect(nearestIds("reciprocal", ids)[0]).toBe("us/reciprocal/cn"));
test("no more are given than asked for", () => expect(nearestIds("x", ids, 2)).toHaveLength(2));
