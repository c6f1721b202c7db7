import fc from "fast-check";
import { expect, test } from "vitest";
import { readVarints, undelta, deltas, writeVarints } from "./bytes.js";
import { CodeError, codeKey, keyCode, parseCode, showCode } from "./code.js";

const digits = (n: number) => fc.stringMatching(new RegExp(`^\\d{${n}}$`));
const code = fc.oneof(digits(6), digits(8), digits(10));

test("a code is read back as customs prints it", () => fc.assert(fc.property(code, (c) => void expect(parseCode(showCode(c))).toBe(c))));
test("a code's key holds its digits and its length", () => fc.assert(fc.property(code, (c) => void expect(keyCode(codeKey(c))).toBe(c))));
test("keys sort as the digits do, shorter codes first", () =>
  fc.assert(
    fc.property(
      code,
      code,
      (a, b) => void expect(Math.sign(codeKey(a) - codeKey(b))).toBe(a === b ? 0 : Math.sign(Number(a.padEnd(10, "0")) - Number(b.padEnd(10, "0"))) || Math.sign(a.length - b.length)),
    ),
  ));
test("thirteen digits keep their first ten", () => expect(parseCode("2208300000999")).toBe("2208300000"));
test.each(["", "4202923", "42O2.92", "12345678901", "4202,92"])("%j is refused", (text) => expect(() => parseCode(text)).toThrow(CodeError));

test("rising numbers are packed and read back", () =>
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 45 })), (ns) => {
      const rising = [...ns].sort((a, b) => a - b);
      expect([...undelta(readVarints(writeVarints(deltas(rising))))]).toEqual(rising);
    }),
  ));
