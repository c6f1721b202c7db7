/** Why a text is not an entry number: it has not the form of one, or its last digit does not follow from the others. */
export type EntryNumberFault = { readonly fault: "form" } | { readonly fault: "check-digit"; readonly is: number; readonly should: number };

/**
 * The check digit of an entry number, from its filer code and seven digits.
 * Letters count as A-I 1-9, J-R 1-9, S-Z 2-9; every second character is doubled, and a product of two digits counts as the sum of them; what is missing to the next ten is the digit.
 * Source: CBP, ACE CATAIR, Entry Summary Create/Update, table 1; the same in Appendix E, Valid Entry Numbers.
 * @example checkDigit("ABC1234567") //=> 6
 */
export function checkDigit(ten: string): number {
  let sum = 0;
  for (let i = 0; i < 10; i++) {
    const digit = digitOf(ten.charCodeAt(i));
    const counted = i % 2 === 1 ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return (10 - (sum % 10)) % 10;
}

function digitOf(code: number): number {
  if (code <= 57) return code - 48;
  const letter = code - 65;
  if (letter < 9) return letter + 1;
  return letter < 18 ? letter - 8 : letter - 16;
}

/**
 * An entry number in its canonical form `XXX-NNNNNNN-C`. Hyphens, spaces and small letters are allowed; a number that is all digits and lost its leading zeros gets them back.
 * @returns the number, or what is wrong with it
 * @example entryNumber("abc12345676") //=> "ABC-1234567-6"
 */
export function entryNumber(text: string): string | EntryNumberFault {
  let plain = text.replace(/[\s-]/g, "").toUpperCase();
  if (/^\d{9,10}$/.test(plain)) plain = plain.padStart(11, "0");
  if (!/^[A-Z0-9]{3}\d{8}$/.test(plain) || plain.startsWith("000")) return { fault: "form" };
  const should = checkDigit(plain);
  const is = Number(plain[10]);
  if (is !== should) return { fault: "check-digit", is, should };
  return `${plain.slice(0, 3)}-${plain.slice(3, 10)}-${is}`;
}
