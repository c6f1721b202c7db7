import fc from "fast-check";
import { expect, test } from "vitest";
import type { Instant } from "./instant.js";
import { contains, overlaps } from "./interval.js";

const span = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 20 })).map(([a, n]) => ({ from: a as Instant, until: (a + n) as Instant }));

test("the start belongs to an interval, the end does not", () =>
  fc.assert(
    fc.property(span, (i) => {
      expect(contains(i, i.from)).toBe(true);
      expect(contains(i, i.until)).toBe(false);
      expect(contains(i, (i.until - 1) as Instant)).toBe(true);
      expect(contains(i, (i.from - 1) as Instant)).toBe(false);
    }),
  ));

test("two intervals overlap just when some instant lies in both", () =>
  fc.assert(
    fc.property(span, span, (a, b) => {
      const shared = Array.from({ length: 80 }, (_, t) => t as Instant).some((t) => contains(a, t) && contains(b, t));
      expect(overlaps(a, b)).toBe(shared);
      expect(overlaps(b, a)).toBe(shared);
    }),
  ));

test("intervals that only touch do not overlap", () => expect(overlaps({ from: 1 as Instant, until: 2 as Instant }, { from: 2 as Instant, until: 3 as Instant })).toBe(false));
