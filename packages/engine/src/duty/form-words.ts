const WORDS: readonly (readonly [string, string])[] = [
  ["us/s301/review", "Section 301, four-year review"],
  ["us/s301/forced-labor", "Section 301, forced labor"],
  ["us/s301/", "Section 301,"],
  ["us/fentanyl/", "IEEPA, fentanyl"],
  ["us/reciprocal/", "IEEPA, reciprocal, own rate of China"],
  ["us/reciprocal", "IEEPA, reciprocal"],
  ["us/s122", "Section 122 surcharge"],
  ["us/s232/", "Section 232,"],
  ["us/s201/", "Section 201,"],
  ["us/threatened/", "threatened, not law"],
];

/**
 * A measure in few words, as a table of headings has room for.
 * @example measureWords("us/s301/list-3") //=> "Section 301, list 3"
 */
export function measureWords(measure: string): string {
  const [family, words] = WORDS.find(([id]) => measure.startsWith(id)) ?? ["", ""];
  if (words === "") return measure;
  return words.endsWith(",") ? `${words} ${measure.slice(family.length).replaceAll("-", " ")}` : words;
}
