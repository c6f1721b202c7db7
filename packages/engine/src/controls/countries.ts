let names: Map<string, string> | undefined;

const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z]+/g, " ")
    .trim();

/** Codes of the platform's table that name no country. */
const NO_COUNTRY = new Set(["EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"]);
/** Names in use beside those of the platform's table. */
const OTHERS: readonly (readonly [string, string])[] = [
  ["US", "United States of America"],
  ["US", "USA"],
  ["GB", "Great Britain"],
  ["GB", "UK"],
  ["CN", "People's Republic of China"],
  ["CN", "PRC"],
  ["HK", "Hong Kong"],
  ["MO", "Macau"],
  ["MO", "Macao"],
  ["TW", "Taiwan"],
  ["RU", "Russian Federation"],
  ["KR", "Republic of Korea"],
  ["KP", "Democratic People's Republic of Korea"],
  ["IR", "Islamic Republic of Iran"],
  ["SY", "Syrian Arab Republic"],
  ["AE", "UAE"],
  ["KR", "South Korea"],
  ["KP", "North Korea"],
  ["MM", "Burma"],
  ["MM", "Myanmar"],
  ["TR", "Turkey"],
  ["CZ", "Czech Republic"],
  ["CI", "Ivory Coast"],
  ["CD", "Democratic Republic of the Congo"],
  ["CG", "Republic of the Congo"],
  ["LA", "Lao People's Democratic Republic"],
  ["MD", "Republic of Moldova"],
  ["TZ", "United Republic of Tanzania"],
  ["VN", "Viet Nam"],
  ["PS", "Palestinian"],
  ["PS", "West Bank"],
  ["CN", "China, People's Republic of"],
];

/**
 * The two-letter code of a country, from its code or its English name; undefined for a word that names none.
 * @example countryCode("Russian Federation") //=> "RU"
 */
export function countryCode(text: string): string | undefined {
  const word = text.trim();
  names ??= table();
  if (/^[A-Za-z]{2}$/.test(word)) {
    const code = word.toUpperCase();
    return code === "UK" ? "GB" : [...names.values()].includes(code) ? code : undefined;
  }
  return names.get(folded(word));
}

function table(): Map<string, string> {
  const english = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const out = new Map<string, string>();
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const a of letters)
    for (const b of letters) {
      const name = english.of(a + b);
      // Codes that are no longer in use become others: DD is DE.
      const current = Intl.getCanonicalLocales(`und-${a}${b}`)[0] === `und-${a}${b}`;
      if (name !== undefined && current && !NO_COUNTRY.has(a + b)) out.set(folded(name.replace(/ SAR China$/, "")), a + b);
    }
  for (const [code, name] of OTHERS) out.set(folded(name), code);
  return out;
}
