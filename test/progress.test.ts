import { describe, expect, test } from "vitest";
import { progressLine } from "../packages/node/src/cli/progress.js";

describe("a line of progress", () => {
  test("says how many lines are done, how fast, and how long the rest will take", () => {
    expect(progressLine("reading", 3_000_000, 0.25, 1)).toBe("reading  [========                      ]  25 %  3.0 M lines, 3.0 M lines/s, 3 s left");
    expect(progressLine("writing", 250_000, 0.5, 2)).toBe("writing  [===============               ]  50 %  250 k lines, 125 k lines/s, 2 s left");
  });

  test("does not guess from the first few lines", () => {
    expect(progressLine("reading", 0, 0, 0.2)).toBe("reading  [                              ]   0 %  0 lines");
    expect(progressLine("reading", 2048, 0.001, 1)).toBe("reading  [                              ]   0 %  2048 lines, 2048 lines/s");
  });
});
