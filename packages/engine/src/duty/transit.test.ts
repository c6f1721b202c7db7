import { expect, test } from "vitest";
import type { Transit } from "../law/index.js";
import { parseInstant, WASHINGTON } from "../time/index.js";
import { underWay } from "./transit.js";

const before = parseInstant("2026-02-24T00:01-05:00");
const entered = parseInstant("2026-02-28T00:01-05:00");
const and: Transit = { before, join: "and", entered };
const or: Transit = { before, join: "or", entered };
const shipped: Transit = { before, test: "exported" };
const inTime = parseInstant("2026-02-26T12:00-05:00");
const at = "2026-02-24T00:01-05:00";
const early = "2026-02-24T00:00-05:00";

test.each([
  ["loaded a minute before the edge", and, { loaded: early }, inTime, true],
  ["loaded at the very edge", and, { loaded: at }, inTime, false],
  ["entered a minute before the last entry", and, { loaded: early }, entered - 1, true],
  ["entered at the last entry", and, { loaded: early }, entered, false],
  ["no loading date given", and, {}, inTime, undefined],
  ["by air under a text that says and", and, { loaded: early, mode: "air" }, inTime, false],
  ["by sea under a text that says and", and, { loaded: early, mode: "ocean" }, inTime, true],
  ["by air under a text that says or", or, { loaded: early, mode: "air" }, inTime, true],
  ["exported in time, where export counts", shipped, { exported: early }, inTime, true],
  ["loaded in time, where export counts: what was aboard had left", shipped, { loaded: early }, inTime, true],
  ["a bare day means its noon", and, { loaded: "2026-02-24" }, inTime, false],
] as const)("%s", (_, rule, facts, on, relieved) => expect(underWay(rule, on as never, new Map(Object.entries(facts)), WASHINGTON)).toBe(relieved));
