// US section 232 lists of steel and aluminium, to 5 April 2026.
import { readFacts, writeList } from "./goods-lib.mjs";

const issuer = "President of the United States";
const yale = { publisher: "The Budget Lab at Yale", title: "tariff-rate-tracker, section 232 product lists" };
const law = (title, date) => ({ publisher: "The White House", title, date });
const chapter99 = { publisher: "USITC", title: "HTS 2025 Revision 4 to 2026 Revision 4, headings 9903.81 and 9903.85" };
const base = { issuer, completeness: "complete", confidence: "partial", trust: "medium" };
const MARCH = "2025-03-12";
const chapter = readFacts("us/s232_metal_chapter_products.csv", "hts_prefix", "metal_type", "kind", "effective_date", "source");
const derivative = readFacts("us/s232_derivative_products.csv", "hts_prefix", "ch99_code", "derivative_type", "effective_date");
const of = (metal, kind) => chapter.filter((r) => r.metal_type === metal && r.kind === kind);
const isOld = (r) => r.source.includes("Proc 9980");
/** Articles of the 2020 proclamation: one row to March 2025 and one from then on, both of inferred days. */
const oldRows = (r, before, after) => [
  { code: r.hts_prefix, heading: before, from: "2020-02-08", until: MARCH, inferred: "1" },
  { code: r.hts_prefix, heading: after, from: MARCH, inferred: "1" },
];

const mill = (metal) => of(metal, "mill").map((r) => ({ code: r.hts_prefix }));
const steelMill = mill("steel");
const barred = steelMill.filter((r) => /^7216(61|69|91)|^7216$/.test(r.code));
if (barred.length) throw new Error("heading 7216 must leave out 7216.61, .69 and .91");
const millNote = "The heading by date stands in the proclamations.";
writeList("us/s232-steel-mill", steelMill, {
  ...base,
  title: "Steel mill products under section 232 (chapters 72 and 73)",
  sources: [law("Proclamation 9705", "2018-03-08"), law("Proclamation 10896", "2025-02-10"), yale, chapter99],
  note: `${millNote} Of heading 7216 the subheadings 7216.61, 7216.69 and 7216.91 are left out.`,
});
const aluminumMill = mill("aluminum");
writeList("us/s232-aluminum-mill", aluminumMill, {
  ...base,
  title: "Aluminum products under section 232 (chapter 76)",
  sources: [law("Proclamation 9704", "2018-03-08"), law("Proclamation 10895", "2025-02-10"), yale, chapter99],
  note: millNote,
});

// Steel: subdivision (m) is heading 9903.81.90 by its text; the subdivision of the other chapter 73 rows is not told.
const steelRows = of("steel", "derivative").flatMap((r) => {
  if (isOld(r)) return oldRows(r, "9903.80.03", "");
  return [{ code: r.hts_prefix, heading: r.source.includes("note_16(m)") ? "9903.81.90" : "", from: r.effective_date }];
});
const steelContent = derivative.filter((r) => r.derivative_type === "steel").map((r) => ({ code: r.hts_prefix, heading: r.ch99_code, from: r.effective_date }));
writeList("us/s232-steel-derivative", [...steelRows, ...steelContent], {
  ...base,
  completeness: "partial",
  title: "Derivative steel articles under section 232, to 5 April 2026",
  sources: [law("Proclamation 9980", "2020-01-24"), law("Proclamation 10896", "2025-02-10"), { publisher: "BIS", title: "FR document 2025-15819, inclusions of 18 August 2025" }, yale, chapter99],
  note: "Heading 9903.81.91 was printed in March 2025, but every row in hand dates from 2025-08-18: the articles outside chapter 73 included in March and June 2025 are missing or dated late. The 2020 articles carry an inferred start.",
});

// Aluminium: merge the two tables; days that neither table gives are 2025-03-12, inferred.
const tenDigit = readFacts("us/hts_lines.csv.gz", "htsno", "digits").filter((r) => r.digits === "10");
const numbers = new Set(tenDigit.map((r) => r.htsno.replaceAll(".", "")));
const chapter76 = of("aluminum", "derivative");
const rows = chapter76.flatMap((r) => {
  if (isOld(r)) return oldRows(r, "9903.85.03", "9903.85.04");
  return [{ code: r.hts_prefix, heading: r.source.includes("note_19(j)") ? "9903.85.07" : "", from: r.effective_date }];
});
const sameDay = new Set(derivative.filter((r) => r.effective_date).map((r) => r.hts_prefix + r.derivative_type));
for (const r of derivative.filter((d) => d.derivative_type === "aluminum")) {
  if (chapter76.some((c) => c.hts_prefix === r.hts_prefix)) continue;
  const named = [...chapter76.map((c) => c.hts_prefix), ...aluminumMill.map((m) => m.code)];
  const children = named.filter((c) => c.length === 10 && c.startsWith(r.hts_prefix));
  const whole = [...numbers].filter((c) => c.startsWith(r.hts_prefix)).every((c) => children.includes(c));
  const row = { code: r.hts_prefix, heading: r.ch99_code, from: r.effective_date || MARCH };
  if (!r.effective_date) row.inferred = "1";
  if (!r.effective_date && sameDay.has(`${r.hts_prefix}aluminum`)) row.until = "2025-08-18";
  if (children.length && !whole) row.trust = "low";
  rows.push(row);
}
for (const m of aluminumMill) if (rows.some((r) => m.code !== r.code && m.code.startsWith(r.code))) rows.push({ code: m.code, in: "0" });
writeList("us/s232-aluminum-derivative", rows, {
  ...base,
  completeness: "partial",
  title: "Derivative aluminum articles under section 232, to 5 April 2026",
  sources: [law("Proclamation 9980", "2020-01-24"), law("Proclamation 10895", "2025-02-10"), { publisher: "BIS", title: "FR document 2025-15819, inclusions of 18 August 2025" }, yale, chapter99],
  note: "Rows without a day in the source start on 2025-03-12, inferred. Where one parse names ten-digit numbers and the other the whole line, the line is marked low. Numbers of the mill list are carved out.",
});
