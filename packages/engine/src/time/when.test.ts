import fc from "fast-check";
import { expect, test } from "vitest";
import { toUtc } from "./instant.js";
import { parseDay, parseInstant, parseKnown, parseOn, WhenError } from "./when.js";
import { BEIJING, dayIn, fromWall, offsetAt, toZoned, WASHINGTON } from "./zone.js";

test.each([
  ["2025-02-30", "not a day of the calendar"],
  ["2025-02-29", "not a day of the calendar"],
  ["2025-13-01", "not a day of the calendar"],
  ["2025-3-9", "write YYYY-MM-DD"],
  ["yesterday", "write YYYY-MM-DD"],
])("the day %s is refused", (text, why) => expect(() => parseDay(text)).toThrow(why));

test.each([
  ["2025-03-09T02:30[America/New_York]", "does not exist"],
  ["2025-11-02T01:30[America/New_York]", "happened twice"],
  ["2025-02-30T12:00[America/New_York]", "not a day of the calendar"],
  ["2025-02-30T12:00Z", "not a day of the calendar"],
  ["2025-10-25T12:00", "write YYYY-MM-DD"],
  ["2025-10-25T25:00Z", "not an instant"],
])("the instant %s is refused", (text, why) => {
  expect(() => parseInstant(text)).toThrow(WhenError);
  expect(() => parseInstant(text)).toThrow(why);
});

test.each([
  ["2025-05-14T00:01[America/New_York]", "2025-05-14T04:01:00Z"],
  ["2025-11-10T00:01[America/New_York]", "2025-11-10T05:01:00Z"],
  ["2025-11-10T13:01[Asia/Shanghai]", "2025-11-10T05:01:00Z"],
  ["2025-05-14T12:01[Asia/Shanghai]", "2025-05-14T04:01:00Z"],
  ["2025-11-02T01:30-04:00", "2025-11-02T05:30:00Z"],
  ["2025-11-02T01:30-05:00", "2025-11-02T06:30:00Z"],
  ["2025-04-08T20:01:20-04:00", "2025-04-09T00:02:00Z"],
  ["2025-04-08T20:01:00-04:00", "2025-04-09T00:01:00Z"],
])("%s is %s", (text, utc) => expect(toUtc(parseInstant(text))).toBe(utc));

test("a bare day is noon where it is asked about, and known at 23:59Z", () => {
  expect(toUtc(parseOn("2025-10-25", WASHINGTON).at)).toBe("2025-10-25T16:00:00Z");
  expect(toUtc(parseOn("2025-10-25", BEIJING).at)).toBe("2025-10-25T04:00:00Z");
  expect(toUtc(parseKnown("2025-10-25").at)).toBe("2025-10-25T23:59:00Z");
  expect(parseOn("2025-10-25T00:00Z", BEIJING).day).toBeUndefined();
});

test.each([
  ["2025-04-05T00:00:30-04:00", "2025-04-05T04:00:00Z", "2025-04-05T04:01:00Z"],
  ["2025-04-05T00:00:59.999-04:00", "2025-04-05T04:00:00Z", "2025-04-05T04:01:00Z"],
  ["2025-04-05T00:01:00-04:00", "2025-04-05T04:01:00Z", "2025-04-05T04:01:00Z"],
  ["2025-04-05T00:00:30[America/New_York]", "2025-04-05T04:00:00Z", "2025-04-05T04:01:00Z"],
])("%s is asked about at %s and known from %s", (text, on, known) => {
  expect(toUtc(parseOn(text, WASHINGTON).at)).toBe(on);
  expect(toUtc(parseKnown(text).at)).toBe(known);
});

const minutes = fc.integer({ min: Date.UTC(2018, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 });
test.each([WASHINGTON, BEIJING])("the clock of %s agrees with the platform's", (zone) => {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" });
  fc.assert(
    fc.property(minutes, (m) => {
      const at = m as never;
      expect(toZoned(at, zone).slice(0, 16).replace("T", " ")).toBe(format.format(new Date(m * 60_000)));
      expect(dayIn(at, zone)).toBe(toZoned(at, zone).slice(0, 10));
    }),
    { numRuns: 500 },
  );
});

test.each([WASHINGTON, BEIJING])("what is shown in %s is read back as the same instant", (zone) =>
  fc.assert(fc.property(minutes, (m) => void expect(parseInstant(toZoned(m as never, zone))).toBe(m))),
);

test("the seconds of a moment asked about never bring it to the next minute, and those of knowledge never leave it in its own", () =>
  fc.assert(
    fc.property(minutes, fc.integer({ min: 1, max: 59 }), (m, s) => {
      const text = new Date(m * 60_000 + s * 1000).toISOString();
      expect(parseOn(text, WASHINGTON).at).toBe(m);
      expect(parseKnown(text).at).toBe(m + 1);
    }),
  ));

test("a wall time that exists once is that instant", () =>
  fc.assert(
    fc.property(minutes, (m) => {
      const wall = toZoned(m as never, WASHINGTON).slice(0, 16);
      const twice = [-60, 60].some((d) => toZoned((m + d) as never, WASHINGTON).slice(0, 16) === wall);
      if (twice) expect(() => fromWall(wall, WASHINGTON)).toThrow("twice");
      else expect(fromWall(wall, WASHINGTON)).toBe(m);
      expect(Math.abs(offsetAt(WASHINGTON, m as never))).toBeGreaterThanOrEqual(240);
    }),
    { numRuns: 500 },
  ));
