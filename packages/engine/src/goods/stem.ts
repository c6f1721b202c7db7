/** Words that join others and say nothing of goods; they are neither indexed nor asked. */
const JOINING = new Set("a an and as at by for from in into of on or s than that the their thereof these those to whether which with".split(" "));

/**
 * The words of a text that can be looked for, in small letters and in the singular. Joining words are left out.
 * @example stems("Boxes of the ships' batteries") //=> ["box", "ship", "battery"]
 */
export const stems = (text: string): string[] =>
  tokens(text)
    .filter((t) => !JOINING.has(t))
    .map(stem);

/** Every word of a text as written, in small letters. */
export const tokens = (text: string): string[] => text.toLowerCase().match(/[a-z0-9\u00c0-\u02af\u0370-\u1fff\u2e80-\uffff]+/g) ?? [];

/**
 * What the singular and the plural of a word have in common: crane and cranes, box and boxes, battery and batteries.
 * A word of three letters stays, and so does the end of glass, apparatus and chassis.
 * @example stem("cranes") === stem("crane") //=> true
 */
export function stem(word: string): string {
  let s = word;
  if (s.length > 3 && s.endsWith("s") && !/(ss|us|is)$/.test(s)) s = s.slice(0, -1);
  if (s.length <= 3 || !s.endsWith("e")) return s;
  return s.endsWith("ie") ? `${s.slice(0, -2)}y` : s.slice(0, -1);
}
