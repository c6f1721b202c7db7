import { expect, test } from "vitest";
import { place } from "./order.js";

test("headings are filed as CSMS 64018403 orders them", () => {
  const filed = ["us/s301/list-3", "us/s301/review", "us/s301/forced-labor", "us/fentanyl/cn", "us/reciprocal", "us/s122", "us/s232/steel", "us/s201/solar"];
  expect([...filed].reverse().sort((a, b) => place(a) - place(b))).toEqual(filed);
});

test("a measure that is not named stands with its family", () => {
  expect(place("us/s232/drones")).toBe(place("us/s232/steel"));
  expect(place("us/s301/something-new")).toBeLessThan(place("us/s301/forced-labor"));
  expect(place("cn/something-new")).toBeGreaterThan(place("cn/general"));
});
