// US exemption lists: Annex II of the reciprocal duty, section 122, section 301 forced labor.
import { readFacts, writeList } from "./goods-lib.mjs";

const MEMO = "8471 847330 8486 85171300 85176200 85235100 8524 85285200 85411000 85412100 85412900 85413000 85414910 85414970 " + "85414980 85414995 85415100 85415900 85419000 8542";
const memo = new Set(MEMO.split(" "));
const issuer = "President of the United States";
const yale = { publisher: "The Budget Lab at Yale", title: "tariff-rate-tracker, dated parse of Annex II" };
const note2v = { publisher: "USITC", title: "HTS 2026 Revision 6, U.S. note 2(v)(iii)(a)", date: "2026-04-23" };
const act = (title, date) => ({ publisher: "The White House", title, date });
const base = { issuer, completeness: "complete", confidence: "confirmed", trust: "medium" };
const dated = "The set of codes is checked against the official note; the day each code came or went is one source's dating.";

const annex = readFacts("us/ieepa_annex_ii.csv", "hts_prefix", "from", "until_incl");
const codes = (rows) => rows.map((r) => ({ code: r.hts_prefix }));
const original = annex.filter((r) => r.from === "2025-04-05");
writeList("us/annex-ii-2025-04-02", codes(original.filter((r) => !memo.has(r.hts_prefix))), {
  ...base,
  title: "Annex II of Executive Order 14257",
  sources: [act("Executive Order 14257, Annex II", "2025-04-02"), note2v, yale],
  note: `${dated} Codes removed later stand here without an end: the removals are lists of their own. Longer codes of 8542 stand here, the heading itself in the memorandum list.`,
});
writeList("us/annex-ii-memo-2025-04-11", codes(original.filter((r) => memo.has(r.hts_prefix))), {
  ...base,
  title: "Electronics exempted by the memorandum of 11 April 2025",
  trust: "high",
  sources: [act("Clarification of Exceptions Under Executive Order 14257", "2025-04-11")],
  note: "Named by the memorandum, five of them at four or six digits; some may have stood in Annex II before.",
});
const ends = { "2025-07-31": ["2025-08-01", 76], "2025-09-07": ["2025-09-08", 8], "2025-10-13": ["2025-10-14", 158] };
for (const [last, [day, count]] of Object.entries(ends)) {
  const rows = annex.filter((r) => r.until_incl === last);
  if (rows.length !== count) throw new Error(`Annex II removals of ${day}: ${rows.length} rows, not ${count}`);
  const title = `Codes that left Annex II on ${day}`;
  writeList(`us/annex-ii-out-${day}`, codes(rows), { ...base, title, sources: [yale], note: dated });
}
const added = {
  "2025-09-08": act("Executive Order 14346", "2025-09-05"),
  "2025-11-13": act("Executive Order 14360", "2025-11-14"),
};
for (const [day, order] of Object.entries(added)) {
  const rows = annex.filter((r) => (r.from || "2025-09-08") === day && r.hts_prefix !== "85051100");
  writeList(`us/annex-ii-in-${day}`, codes(rows), {
    ...base,
    title: `Codes that came into Annex II on ${day}`,
    sources: [order, note2v, yale],
    note: day === "2025-09-08" ? `${dated} Of 8505.11.00 the law exempts only 8505.11.0070.` : dated,
  });
}

const s122 = readFacts("us/s122_exempt.csv", "hts", "note_2aa_subdivision").map((r) => {
  if (r.note_2aa_subdivision === "(ii)") return { code: r.hts, heading: "9903.03.03" };
  if (r.note_2aa_subdivision === "(iii)") return { code: r.hts, heading: "9903.03.04", fact: "claim", is: "9903.03.04" };
  return { code: r.hts, heading: "9903.03.05", fact: "use", is: "civil-aircraft" };
});
writeList("us/s122-exempt", s122, {
  ...base,
  title: "Goods exempt from the section 122 surcharge, U.S. note 2(aa)(ii) to (iv)",
  trust: "high",
  sources: [
    act("Proclamation 11012", "2026-02-20"),
    { publisher: "The Axiom Foundation", title: "rulespec-us, U.S. note 2(aa)" },
    { publisher: "USITC", title: "HTS 2026 Revision 4, headings 9903.03.03 to 9903.03.05", date: "2026-02-25" },
  ],
  note: "Rows with heading 9903.03.04 cover only goods that meet the description in the note, which is not in hand.",
});

const listed = readFacts("us/s301fl_exempt_final.csv", "hts", "condition");
const full = new Set(listed.filter((r) => r.condition === "full").map((r) => r.hts));
const forced = listed
  .filter((r) => r.condition === "full" || !full.has(r.hts))
  .map((r) => {
    if (r.condition === "full") return { code: r.hts, heading: "9903.05.86" };
    if (r.condition.startsWith("ex ")) return { code: r.hts, heading: "9903.05.87", fact: "claim", is: "9903.05.87" };
    const guess = r.condition === "pharma use" ? {} : { inferred: "1", trust: "low" };
    if (r.condition.startsWith("pharma")) return { code: r.hts, heading: "9903.05.89", fact: "use", is: "pharmaceutical", ...guess };
    return { code: r.hts, heading: "9903.05.88", fact: "use", is: "civil-aircraft", ...guess };
  });
writeList("us/s301fl-exempt", forced, {
  issuer: "United States Trade Representative",
  completeness: "partial",
  confidence: "partial",
  trust: "medium",
  title: "Goods exempt from the section 301 forced-labor duty, U.S. note 52",
  sources: [
    { publisher: "USTR", title: "91 FR 47318", date: "2026-07-28" },
    { publisher: "SAIL Engineering", title: "tariff-rate-tracker, transcription of the final common exemptions" },
    { publisher: "The Axiom Foundation", title: "rulespec-us, U.S. note 2(aa)" },
  ],
  note: "The official list was not read: unconditional and some pharmaceutical lines are transcribed, other pharmaceutical and all civil aircraft lines are inferred from the section 122 list. The pharmaceutical part is incomplete.",
});
