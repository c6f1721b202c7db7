// US tariff schedule, chapters 1 to 98: one CSV per chapter and the list of editions.
import { readFacts, writeSidecar, writeTable } from "./goods-lib.mjs";
import { shortText } from "./goods-text.mjs";

const RATES = ["general", "special", "other"];
const KEPT = [...RATES, "units", "text"];
const lines = readFacts("us/hts_lines.csv.gz", "htsno", "from_release", "until_release", "units", "description", ...RATES);
const editions = readFacts("us/hts_revisions.csv", "revision", "usitc_release");
const pathOf = (r) => r.description.split(" > ");
const row = (code, r, keep, parts) => {
  const out = { code, from: r.from_release, until: r.until_release, text: shortText(parts) };
  for (const k of keep) out[k] = r[k].trim();
  return out;
};

// Rates printed on a ten-digit line are moved to its eight digits, so that rates always sit there.
// A ten-digit line beside a printed eight-digit line has none of its own (9006.59.15.20 repeats its column 2).
const printed = new Set(lines.map((r) => r.htsno).filter((h) => h.length === 10));
const carries = (r) => r.general !== "" || (!printed.has(r.htsno.slice(0, 10)) && RATES.some((k) => r[k]));
const rows = lines.flatMap((r) => {
  const code = r.htsno.replaceAll(".", "");
  if (code.length === 8) return [row(code, r, [...RATES, "units"], pathOf(r))];
  if (code.length < 8) return [row(code, r, [], pathOf(r))];
  const ten = row(code, r, ["units"], pathOf(r));
  return carries(r) ? [row(code.slice(0, 8), r, RATES, pathOf(r)), ten] : [ten];
});

const byCode = new Map();
for (const r of rows) byCode.set(r.code, [...(byCode.get(r.code) ?? []), r]);
const chapters = new Map();
let merged = 0;
for (const [code, runs] of byCode) {
  runs.sort((a, b) => (a.from < b.from ? -1 : 1));
  const out = [];
  for (const r of runs) {
    const last = out.at(-1);
    if (last && (!last.until || last.until > r.from)) throw new Error(`${code}: two rows at ${r.from}`);
    if (last && last.until === r.from && KEPT.every((k) => (last[k] ?? "") === (r[k] ?? ""))) {
      last.until = r.until;
      merged++;
    } else out.push(r);
  }
  const chapter = code.slice(0, 2);
  chapters.set(chapter, [...(chapters.get(chapter) ?? []), ...out]);
}

let total = 0;
const columns = ["code", "from", "until", ...KEPT];
for (const [chapter, list] of chapters) total += writeTable(`schedules/us/hts/${chapter}.csv`, columns, list);
if (total + merged !== rows.length) throw new Error(`${total} rows and ${merged} merged are not ${rows.length}`);
writeSidecar("schedules/us/hts.yaml", "", {
  title: "Harmonized Tariff Schedule of the United States, chapters 1 to 98",
  issuer: "United States International Trade Commission",
  first: "2025-01-01",
  last: editions.at(-1).usitc_release,
  "covers-to": "2026-06-30",
  trust: "high",
  source: "USITC, HTS JSON exports, 2025 basic edition to 2026 Revision 10",
  note: "Days are release days of the editions. Rates sit on eight-digit rows, units on ten-digit rows; a rate printed on a ten-digit line is given for its eight digits. Texts are shortened by us.",
  editions: editions.map((e) => ({ revision: e.revision, released: e.usitc_release })),
  rows: total,
});
console.log(`us/hts: ${total} rows in ${chapters.size} chapters, ${byCode.size} codes, ${merged} merged`);
