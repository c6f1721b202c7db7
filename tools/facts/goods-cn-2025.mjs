// Chinese lists of February and March 2025.
import { readFacts, writeList } from "./goods-lib.mjs";

const wto = {
  publisher: "World Trade Organization",
  title: "Tariff & Trade Data, China's applied duty on US goods, as of June 2026",
};
const tariff = readFacts("cn/cn_tariff_us_2018_2019_hs8.csv", "hs8");
const wtoRows = readFacts("cn/cn_on_us_wto_hs6.csv.gz", "hs6", "feb_2025_lines", "mar_2025_lines");
const known6 = new Set(wtoRows.map((r) => r.hs6));
const absent = [...new Set(tariff.map((r) => r.hs8.slice(0, 6)))].filter((c) => !known6.has(c));

// February and March 2025: known HS8 lines, then the HS6 of the WTO table.
const listed = readFacts("cn/cn_lists_2025_hs8.csv", "instrument", "hs8", "add_pct", "confidence");
for (const [month, name, instrument, press] of [
  [
    "feb",
    "february",
    "CN-2025-01",
    {
      publisher: "energyheadlines.com",
      title: "Translated announcement of the State Council Tariff Commission",
      date: "2025-02-04",
    },
  ],
  [
    "mar",
    "march",
    "CN-2025-02",
    {
      publisher: "food.chemlinked.com",
      title: "China Hits Back with 10-15% Tariffs on Key US Agricultural Exports (March 2025)",
    },
  ],
]) {
  const fact = `cn-2025-${name}`;
  const lines = listed.filter((r) => r.instrument === instrument);
  const eight = lines.map((r) => ({ code: r.hs8, percent: r.add_pct, inferred: r.confidence === "C" ? "1" : "" }));
  const six = wtoRows.map((r) => {
    const state = r[`${month}_2025_lines`];
    if (state === "all") return { code: r.hs6, percent: Number(r[`${month}_2025_points`]), inferred: "1" };
    if (state === "none") return { code: r.hs6, in: "0", inferred: "1" };
    if (state === "some") return { code: r.hs6, fact };
    throw new Error(`${r.hs6}: unknown state "${state}"`);
  });
  writeList(`cn/${name}-2025`, [...eight, ...six, ...absent.map((code) => ({ code, fact }))], {
    issuer: "Customs Tariff Commission of the State Council",
    title: `Additional duties of ${name === "february" ? "February" : "March"} 2025`,
    completeness: "partial",
    confidence: "partial",
    trust: "medium",
    sources: [press, wto],
    note: `The full printed list is not in hand: sourced lines are by eight digits, the rest is inferred by six digits from the step in the WTO table. Where only some lines of a six-digit code are on the list the line needs the fact ${fact}, whose value is the percent.`,
  });
}
