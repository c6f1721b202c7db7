import { expect, test } from "vitest";
import { type Instant, OPEN, toUtc } from "../time/index.js";
import { fold } from "./fold.js";
import { horizonEnd, pastHorizon, unchecked } from "./horizon.js";
import type { Act, Instrument } from "./types.js";

const end = horizonEnd("2026-10-10");
const before = (end - 1) as Instant;

test("the last day that was checked is a day in Washington", () => expect(toUtc(end)).toBe("2026-10-11T04:00:00Z"));
test("there is no warning to its last minute, one from then on", () => {
  expect(pastHorizon(before, "2026-10-10")).toEqual([]);
  expect(pastHorizon(end, "2026-10-10")[0]).toContain("checked to 2026-10-10");
});

const terms = { percent: 10_000, origin: "any", goods: "all", basis: "value", kind: "adds" };
const paint = (from: number, until: number = OPEN) => {
  const act = { do: "impose", measure: "us/m", sort: "duty", terms, announced: 0, line: 1, from, until } as unknown as Act;
  const law: Instrument = {
    id: "us/a",
    title: "",
    issuer: "us/president",
    kind: "order",
    standing: "law",
    announced: 0 as Instant,
    cites: [],
    sources: [],
    confidence: "confirmed",
    file: "a.yaml",
    acts: [act],
  };
  return fold([law], OPEN).timelines.get("us/m") as NonNullable<ReturnType<ReturnType<typeof fold>["timelines"]["get"]>>;
};
test.each([
  ["that began before the horizon and stands after it", paint(0), end + 9, false],
  ["asked about a day before its start past the horizon", paint(end + 5), before, false],
  ["that begins past the horizon, asked about before it begins", paint(end + 5), end + 1, false],
  ["that begins past the horizon", paint(end + 5), end + 5, true],
  ["that ended past the horizon", paint(0, end + 5), end + 9, true],
] as const)("a measure %s", (_, timeline, on, expected) => expect(unchecked(timeline, on as Instant, "2026-10-10")).toBe(expected));
