import { expect, test } from "vitest";
import { actText, points } from "./act-text.js";
import type { Act } from "./types.js";

const act = (a: object): Act => ({ announced: 0, line: 1, from: 0, until: 1, ...a }) as unknown as Act;
const terms = { origin: ["CN"], goods: "all", basis: "value", kind: "adds" };

test.each([
  [{ do: "impose", measure: "us/fentanyl/cn", sort: "duty", terms: { ...terms, percent: 100_000, heading: "9903.01.20" } }, "imposes us/fentanyl/cn: 10 % on goods of CN, 9903.01.20"],
  [{ do: "impose", measure: "cn/export/2025-18", sort: "control", terms: { ...terms, origin: "any", what: "seven rare earths: licence" } }, "imposes cn/export/2025-18: seven rare earths: licence"],
  [{ do: "set", measure: "us/reciprocal/cn", change: { percent: 340_000 } }, "sets us/reciprocal/cn to 34 %"],
  [{ do: "suspend", measures: ["cn/general"], percent: 240_000 }, "suspends 24 points of cn/general"],
  [{ do: "suspend", measures: ["us/reciprocal/cn"] }, "suspends us/reciprocal/cn"],
  [{ do: "extend", measures: ["us/reciprocal/cn"], of: "us/eo-14298" }, "moves the end of us/reciprocal/cn, as us/eo-14298 had set it"],
  [{ do: "meet", meeting: "bi/round-1-geneva", status: "held", round: 1, days: ["2025-05-10", "2025-05-11"], place: "Geneva" }, "meeting held, round 1, 2025-05-10 and 2025-05-11, Geneva"],
])("an act reads as a line", (a, line) => expect(actText(act(a))).toBe(line));

test.each([
  [75_000, "7.5"],
  [100_000, "10"],
  [1_256_250, "125.625"],
])("%i parts per million are %s points", (ppm, text) => expect(points(ppm)).toBe(text));
