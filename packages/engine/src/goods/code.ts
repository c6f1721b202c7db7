/** Thrown for a code that cannot be one. */
export class CodeError extends Error {}

/**
 * Digits of a tariff code, dots and blanks taken away: 6, 8 or 10 of them (13-digit Chinese codes keep their first ten).
 * @throws CodeError with what to do
 * @example parseCode("4202.92.31.31") //=> "4202923131"
 */
export function parseCode(text: string): string {
  const digits = text.replace(/[.\s]/g, "");
  if (!/^\d+$/.test(digits)) throw new CodeError(`"${text.slice(0, 40)}" is not a tariff code: write 6, 8 or 10 digits, dots optional`);
  if (digits.length === 13) return digits.slice(0, 10);
  if (digits.length !== 6 && digits.length !== 8 && digits.length !== 10) throw new CodeError(`"${text.slice(0, 40)}" has ${digits.length} digits: a tariff code has 6, 8 or 10`);
  return digits;
}

/**
 * A code with the dots that customs prints.
 * @example showCode("4202923131") //=> "4202.92.31.31"
 */
export function showCode(code: string): string {
  const parts = [code.slice(0, 4), code.slice(4, 6), code.slice(6, 8), code.slice(8, 10)];
  return parts.filter((p) => p !== "").join(".");
}

/** A code as one number that sorts like its digits, shorter codes first: ten digits, then the length. */
export const codeKey = (code: string): number => Number(code.padEnd(10, "0")) * 16 + code.length;
export const keyCode = (key: number): string =>
  String(Math.floor(key / 16))
    .padStart(10, "0")
    .slice(0, key % 16);
