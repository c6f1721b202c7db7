/*
 * When could something have been written? Notes and conflicts are written in hindsight, so they are shown only to someone
 * who knows the newest day that they speak of.
 */
const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const NAME = MONTHS.join("|");
const FORMS: readonly { readonly form: RegExp; readonly day: (m: RegExpMatchArray, year: string) => string }[] = [
  { form: /(\d{4})-(\d{2})-(\d{2})/g, day: (m) => m[0] },
  { form: new RegExp(`(\\d{1,2}) (${NAME})(?: (\\d{4}))?`, "gi"), day: (m, year) => join(m[3] ?? year, m[2], m[1]) },
  { form: new RegExp(`(${NAME}) (\\d{1,2})(?:, (\\d{4}))`, "gi"), day: (m, year) => join(m[3] ?? year, m[1], m[2]) },
  { form: new RegExp(`(?<!\\d )(${NAME}) (\\d{4})`, "gi"), day: (m) => join(m[2] as string, m[1], "31") },
  { form: /FR (?:Doc\. )?(\d{4})-\d{5}/g, day: (m) => `${m[1]}-12-31` },
  { form: /(?<!\d)(\d{2,3}) FR (?:\d+)?/g, day: (m) => `${Number(m[1]) + 1935}-12-31` },
  { form: /(\d{4})-(\d{2})(?![-\d])/g, day: (m) => `${m[1]}-${m[2]}-31` },
  { form: /(?<!\d)((?:19|20)\d{2})(?![-\d])/g, day: (m) => `${m[1]}-12-31` },
];
const join = (year: string, month: string | undefined, day: string | undefined): string =>
  `${year}-${String(MONTHS.indexOf((month ?? "").toLowerCase()) + 1).padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;

/**
 * The newest calendar day that a text mentions; a month counts as its last day, and so does a bare year, or the
 * year of a volume or a number of the Federal Register: within it the day is not known, so it is not known before its end.
 * Undefined where it mentions none. A day without a year is taken in `year`.
 * @example newestDay("until 9 November 2026, says 90 FR 50857", "2025") //=> "2026-11-09"
 */
export function newestDay(text: string, year: string): string | undefined {
  let newest: string | undefined;
  let rest = text;
  for (const { form, day } of FORMS) {
    for (const m of rest.matchAll(form)) {
      const found = day(m, year);
      if (newest === undefined || found > newest) newest = found;
    }
    rest = rest.replace(form, " ");
  }
  return newest;
}
