// US section 301 lists: tech-transfer lists, four-year review, cranes and chassis, exclusions.
import { readFacts, writeList } from "./goods-lib.mjs";

const all = readFacts("us/s301_membership.csv", "hts", "role", "list", "heading", "from", "until_excl");
const hts = {
  publisher: "USITC",
  title: "HTS 2026 Revision 6, chapter 99 subchapter III, U.S. notes 20 and 31",
  date: "2026-04-23",
};
const issuer = "United States Trade Representative";
const base = { issuer, completeness: "complete", confidence: "confirmed", trust: "high", sources: [hts] };
const pick = (list, role = "include") => all.filter((r) => r.list === list && r.role === role);
const plain = (rows) => rows.map((r) => ({ code: r.hts }));
const carved = (list) => pick(list, "except").map((r) => ({ code: r.hts, in: "0" }));
const later = "Lines are those of HTS editions of 2025 and 2026, which split some lines of the original notice.";

const list1 = plain(pick("1"));
const list2 = plain(pick("2"));
writeList("us/s301-list-1", list1, { ...base, title: "Section 301 technology transfer, List 1", note: later });
writeList("us/s301-list-2", list2, { ...base, title: "Section 301 technology transfer, List 2", note: later });

const included = new Set(all.filter((r) => r.role === "include").map((r) => r.hts));
const dead = all.filter((r) => r.role === "dead_or_superseded" && !included.has(r.hts));
const partial = [...pick("3b(g)"), ...pick("3b(g)", "except")].map((r) => ({
  code: r.hts,
  in: r.role === "except" ? "0" : "",
  heading: r.heading,
}));
const list3 = [...plain(pick("3")), ...partial, ...dead.map((r) => ({ code: r.hts, inferred: "1", trust: "low" }))];
writeList("us/s301-list-3", list3, {
  ...base,
  title: "Section 301 technology transfer, List 3 (with the partial subheadings of heading 9903.88.04)",
  note: `${later} The ${dead.length} rows marked inferred are codes of older editions that stand on no list today.`,
});

// The review displaces the list from its day on; the list itself has no end.
const vintage4a = pick("4A (2025 vintage, HTS footnote)").map((r) => ({ code: r.hts }));
const list4a = [...plain(pick("4A")), ...carved("4A"), ...vintage4a.map((r) => ({ ...r, trust: "medium" }))];
writeList("us/s301-list-4a", list4a, {
  ...base,
  title: "Section 301 technology transfer, List 4A",
  note: `${later} The row that ends on 2026-01-01 was moved to the four-year review; it rests on the HTS footnotes of 2025.`,
});
writeList("us/s301-list-4b", [...plain(pick("4B")), ...carved("4B")], {
  ...base,
  title: "Section 301 technology transfer, List 4B (suspended before it applied)",
  note: `${later} No entry ever paid under this list.`,
});

const note31 = all.filter((r) => r.list.startsWith("4yr-"));
const wafers = new Set(["28046100", "38180000"]);
const rated = (r) => ({
  code: r.hts,
  heading: r.heading,
  percent: r.add_rate_pct,
  from: r.from,
  until: r.until_excl,
  trust: r.list.includes("2025 vintage") ? "medium" : "",
});
const december = note31.filter((r) => r.list === "4yr-j" || wafers.has(r.hts));
const september = note31.filter((r) => !december.includes(r));
writeList("us/s301-review-2024-09", september.map(rated), {
  ...base,
  title: "Section 301 four-year review, action of September 2024",
  sources: [{ publisher: "USTR", title: "89 FR 76581", date: "2024-09-18" }, hts],
  note: "The rate stands in place of the list 1 to 4A rate on the line. Rows of medium trust are lines of 2025 that were deleted in 2026.",
});
writeList("us/s301-review-2024-12", december.map(rated), {
  ...base,
  title: "Section 301 four-year review, action of December 2024 (polysilicon, wafers, tungsten)",
  sources: [{ publisher: "USTR", title: "89 FR 101682", date: "2024-12-16" }, hts],
});

// Reviewed codes that no longer stand on a tech list: before the review they stood on one that is not known.
const onTech = [...list1, ...list2, ...list3, ...list4a].filter((r) => r.inferred !== "1");
const best = (code) => onTech.filter((r) => code.startsWith(r.code)).sort((a, b) => b.code.length - a.code.length)[0];
const reviewDay = new Map();
for (const r of note31) if (!reviewDay.has(r.hts) || r.from < reviewDay.get(r.hts)) reviewDay.set(r.hts, r.from);
const prior = [...reviewDay].filter(([code]) => !best(code) || best(code).in === "0");
writeList(
  "us/s301-prior-list",
  prior.map(([code]) => ({ code, inferred: "1" })),
  {
    ...base,
    title: "Lines of the four-year review on no technology-transfer list today: on one of lists 1 to 4A until the review",
    completeness: "unknown",
    confidence: "partial",
    trust: "medium",
    note: "Which list each line stood on before its review day, and so its rate, is not in hand.",
  },
);

const crane = pick("cranes_301").map((r) => ({ code: r.hts, fact: "use", is: "sts-crane" }));
writeList("us/s301-cranes-25", crane, {
  ...base,
  title: "Ship-to-shore gantry cranes, heading 9903.92.10",
  note: "The line also holds other cranes, which do not pay.",
});
writeList(
  "us/s301-cranes",
  pick("note31_cranes").map((r) => ({ code: r.hts, fact: "use", is: "sts-crane" })),
  {
    ...base,
    title: "Ship-to-shore gantry cranes, shipbuilding action, heading 9903.91.14",
    sources: [
      { publisher: "USTR", title: "90 FR 48320", date: "2025-10-16" },
      { publisher: "USITC", title: "HTS 2025 Revision 27, heading 9903.91.14", date: "2025-11-07" },
    ],
    note: "The line also holds other cranes, which do not pay.",
  },
);
const chassis = ["8716390090", "87169030", "87169050"].map((code) => ({ code, fact: "use", is: "chassis" }));
writeList("us/s301-chassis", chassis, {
  ...base,
  title: "Intermodal chassis and their parts, shipbuilding action, heading 9903.91.12",
  sources: [
    { publisher: "USTR", title: "90 FR 48320", date: "2025-10-16" },
    { publisher: "USITC", title: "HTS 2025 Revision 27, heading 9903.91.12", date: "2025-11-07" },
  ],
  note: "The three codes also hold other trailers and parts, which do not pay.",
});

const exclusions = readFacts("us/s301_exclusions.csv", "note_ref", "hts10", "hts10_historic", "whole_line", "text").flatMap((r) =>
  (r.hts10 || r.hts10_historic).split("|").map((code) => ({
    code,
    heading: r.exclusion_heading,
    relieves: r.relieves_heading.split(" / ").join("|"),
    whole: r.whole_line,
    from: r.from,
    inferred: r.hts10 ? "" : "1",
    id: r.note_ref,
    text: r.text.replace(/\s+/g, " ").trim(),
  })),
);
writeList("us/s301-exclusions", exclusions, {
  ...base,
  title: "Section 301 exclusions, U.S. note 20(vvv) and 20(www)",
  sources: [{ publisher: "USITC", title: "HTS 2026 Revision 6, U.S. notes 20(vvv) and 20(www)", date: "2026-04-23" }],
  note: "One row per statistical number of an exclusion. whole=1 covers the whole number; whole=0 only goods that meet the text. Ends are in the extensions, not here.",
});
