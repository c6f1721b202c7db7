// Chinese lists on US goods: 2018-19 answers, quotas, reduced VAT.
import { readFacts, writeList } from "./goods-lib.mjs";

const issuer = "Customs Tariff Commission of the State Council";
const piie = {
  publisher: "Peterson Institute for International Economics",
  title: "Bown, Jung, Zhang: Trump, China, and tariffs, data file of 2019-06-12",
  date: "2019-06-12",
};
const wto = {
  publisher: "World Trade Organization",
  title: "Tariff & Trade Data, China's applied duty on US goods, as of June 2026",
};
const vintage = "Codes are of the 2017 tariff; later codes are reached by the concordance.";
const base = {
  issuer,
  completeness: "complete",
  confidence: "confirmed",
  trust: "high",
  sources: [piie],
  note: vintage,
};
const points = (r, column) => Math.abs(Number(r[column]));

const tariff = readFacts("cn/cn_tariff_us_2018_2019_hs8.csv", "hs8", "l3_sublist", "mfn_2019_max");
const on = (column) => tariff.filter((r) => points(r, column) > 0);
const rated = (column) => on(column).map((r) => ({ code: r.hs8, percent: points(r, column) }));
writeList("cn/s232-answer", rated("add_232_2018_04_02"), {
  ...base,
  title: "Answer to the US steel and aluminum duties, April 2018",
});
for (const n of [1, 2]) {
  const column = n === 1 ? "add_301_l1_2018_07_06" : "add_301_l2_2018_08_23";
  writeList(
    `cn/s301-list-${n}`,
    on(column).map((r) => ({ code: r.hs8 })),
    { ...base, title: `Answer to the US section 301 List ${n}` },
  );
}
for (const [year, column] of [
  ["2018", "add_301_l3_2018_09_24"],
  ["2019", "add_301_l3_2019_06_01"],
]) {
  const rows = on(column).map((r) => ({ code: r.hs8, percent: points(r, column), sublist: r.l3_sublist }));
  writeList(`cn/s301-list-3-${year}`, rows, {
    ...base,
    title: `Answer to the US section 301 List 3, rates of ${year}`,
  });
}
writeList("cn/auto-suspension", rated("auto_suspension_2019_01_01"), {
  ...base,
  title: "Suspension of the additional duty on cars and parts",
  note: `Percent is the number of points suspended. ${vintage}`,
});

const wtoRows = readFacts("cn/cn_on_us_wto_hs6.csv.gz", "hs6", "list_4a_points", "feb_2025_lines", "mar_2025_lines");
const known6 = new Set(wtoRows.map((r) => r.hs6));
const absent = [...new Set(tariff.map((r) => r.hs8.slice(0, 6)))].filter((c) => !known6.has(c));

// List 4A, points since 14 February 2020 (twice that before): inferred by HS6. Soybeans are sourced. Everything else needs a fact from the user.
const list4a = wtoRows.map((r) => {
  if (r.hs6 === "120190") return { code: r.hs6, percent: 2.5 };
  if (r.list_4a_points === "") return { code: r.hs6, fact: "cn-list-4a" };
  if (Number(r.list_4a_points) === 0) return { code: r.hs6, in: "0", inferred: "1" };
  return { code: r.hs6, percent: Number(r.list_4a_points), inferred: "1" };
});
writeList("cn/s301-list-4a", [...list4a, ...absent.map((code) => ({ code, fact: "cn-list-4a" }))], {
  ...base,
  title: "Answer to the US section 301 List 4A, rates from 14 February 2020",
  completeness: "partial",
  confidence: "unconfirmed",
  trust: "low",
  sources: [wto, piie],
  note: "The printed list is not in hand. Rates are inferred by six-digit code from the total duty of 2025 less the 2019 MFN rate and the earlier lists; where that does not work the line needs the fact cn-list-4a, whose value is the percent. From 1 September 2019 to 14 February 2020 the points were twice these.",
});

// Lines under a tariff-rate quota, told by heading and an out-of-quota rate only.
const quota = [
  [/^(1001|1005|1006|1101|110220|110290|110311|110313|110320|110423)/, 40],
  [/^1701/, 50],
  [/^(5101|5103|5105)/, 38],
  [/^(5201|5203)/, 40],
  [/^(3102|3105)/, 50],
];
const trq = tariff.filter((r) => quota.some(([heads, rate]) => heads.test(r.hs8) && Number(r.mfn_2019_max) >= rate));
writeList(
  "cn/trq",
  trq.map((r) => ({ code: r.hs8, inferred: "1" })),
  {
    ...base,
    title: "Lines under a tariff-rate quota (wheat, maize, rice, sugar, wool, cotton, fertiliser)",
    completeness: "partial",
    confidence: "unconfirmed",
    trust: "medium",
    note: `Inferred from heading and out-of-quota MFN rate of 2019; quota lines with a low rate, such as maize seed and rice groats, cannot be told this way and are left out. ${vintage}`,
  },
);

const vat = ["1201", "1202", "1203", "1204", "1205", "1206", "1207", "8433", "27112100"];
writeList(
  "cn/vat-9",
  vat.map((code) => ({ code })),
  {
    title: "Goods at the reduced import VAT of 9 %",
    issuer: "Ministry of Finance and State Taxation Administration",
    completeness: "partial",
    confidence: "partial",
    trust: "medium",
    sources: [
      { publisher: "chinesetariff.com", title: "Rows for soybeans, oilseeds and machinery of 8433" },
      { publisher: "china-gacc.agency", title: "Row 2711210000" },
    ],
    note: "Only codes for which a source was seen. Goods left out may also be at 9 %; cannabis seed for planting (1207991010) is reported at zero.",
  },
);
