import { expect, test } from "vitest";
import type { Finding } from "./find.js";
import { replacedIn } from "./replaced.js";

const due = (kind: Finding["kind"], is: Finding["is"] = "due"): Finding => ({ measure: "us/s232/steel", is, why: "", instruments: [], percent: 150_000, share: 1_000_000, kind });

test("a duty that replaces the ordinary one under every answer replaces it", () => expect(replacedIn([[due("replaces-base")], [due("adds"), due("replaces-base")]], false)).toBe(true));
test("one that does under some answers leaves it open", () => expect(replacedIn([[due("replaces-base")], [due("adds")]], false)).toBeUndefined());
test("one that is not due does not", () => expect(replacedIn([[due("replaces-base", "not-due")], [due("adds")]], false)).toBe(false));
test("a rate that is not in hand leaves it open", () => expect(replacedIn([[due("adds")]], true)).toBeUndefined());
