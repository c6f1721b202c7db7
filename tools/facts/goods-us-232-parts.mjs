// US section 232 lists of copper, vehicle parts, chips and medicines.
import { readFacts, trustWord, writeList } from "./goods-lib.mjs";

const yale = { publisher: "The Budget Lab at Yale", title: "tariff-rate-tracker, section 232 product lists" };
const law = (title, date) => ({ publisher: "The White House", title, date });
const base = {
  issuer: "President of the United States",
  completeness: "complete",
  confidence: "partial",
  trust: "medium",
};

const codes = (file, column, heading) =>
  readFacts(file, column, "trust").map((r) => {
    if (trustWord(r.trust) !== "medium") throw new Error(`${file}: trust of ${r[column]} is not medium`);
    return { code: r[column], heading: heading ?? "" };
  });
const use = "The duty depends on the use or kind of the goods, which the code alone does not tell.";
const small = [
  ["s232-copper", codes("us/s232_copper_products.csv", "hts10", "9903.78.01"), "Semi-finished copper and copper derivatives, U.S. note 36(b)", law("Proclamation 10962", "2025-07-30")],
  ["s232-auto-parts", codes("us/s232_auto_parts.csv", "hts"), "Automobile parts, U.S. note 33(g)", law("Proclamation 10908", "2025-03-26"), use],
  ["s232-truck-parts", codes("us/s232_mhd_parts.csv", "hts"), "Medium- and heavy-duty vehicle parts, U.S. note 38", law("Proclamation 10984", "2025-10-17"), use],
  [
    "s232-semiconductors",
    codes("us/s232_semi_products.csv", "hts10", "9903.79.01"),
    "Semiconductor articles, U.S. note 39(b)",
    law("Proclamation 11002", "2026-01-14"),
    "Only articles that meet the technical terms of the note pay; the terms are not in hand.",
  ],
  [
    "s232-pharma",
    codes("us/s232_pharma_products.csv", "hts10"),
    "Patented pharmaceuticals and their ingredients",
    law("Proclamation 11020", "2026-04-02"),
    "Only patented products pay; the scope list of the proclamation was not read.",
  ],
];
for (const [id, list, title, source, note] of small) {
  const completeness = id === "s232-pharma" ? "unknown" : "complete";
  writeList(`us/${id}`, list, { ...base, completeness, title, sources: [source, yale], note });
}
