import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDigit, entryNumber } from "./number.js";

// Worked by hand from the table (CBP, ACE CATAIR, Entry Summary Create/Update, table 1).
// JRZ0000000: 1+9+9 = 19: 1. 0010000001: 1+2 = 3: 7.
// ABC1234567: 1 2 3 1 2 3 4 5 6 7; every second doubled, tens added in: 1+4+3+2+2+6+4+1+6+5 = 34; 40 - 34 = 6.
// SP70000001: 2 7 7 0 0 0 0 0 0 1: 2+5+7+2 = 16; 20 - 16 = 4.  9999999999: 9+9+… = 90; nothing is missing: 0.
test.each([
  ["ABC1234567", 6],
  ["SP70000001", 4],
  ["9999999999", 0],
  ["JRZ0000000", 1],
])("the check digit of %s is %i", (ten, digit) => expect(checkDigit(ten)).toBe(digit));

test.each([
  ["ABC-1234567-6", "ABC-1234567-6"],
  ["abc12345676", "ABC-1234567-6"],
  [" ABC 1234567 6 ", "ABC-1234567-6"],
  ["100000017", "001-0000001-7"],
])("%s is the number %s", (text, number) => expect(entryNumber(text)).toBe(number));

test.each([
  ["ABC-1234567-5", { fault: "check-digit", is: 5, should: 6 }],
  ["ABC-123456-6", { fault: "form" }],
  ["ABC-12345677-6", { fault: "form" }],
  ["A?C-1234567-6", { fault: "form" }],
  ["000-0000000-0", { fault: "form" }],
  ["", { fault: "form" }],
])("%s is refused", (text, fault) => expect(entryNumber(text)).toEqual(fault));

test("one wrong figure is always found", () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z][0-9A-Z]{2}[0-9]{7}$/), fc.integer({ min: 3, max: 9 }), fc.integer({ min: 1, max: 9 }), (ten, place, by) => {
      const wrong = `${ten.slice(0, place)}${(Number(ten[place]) + by) % 10}${ten.slice(place + 1)}`;
      expect(entryNumber(`${wrong}${checkDigit(ten)}`)).toHaveProperty("fault");
    }),
  ));
