// Chinese MFN schedule of 2018-19 and the concordance of later codes to it.
import { readFacts, writeSidecar, writeTable } from "./goods-lib.mjs";
import { shortText } from "./goods-text.mjs";

const DAYS = ["2018-01-01", "2018-05-01", "2018-07-01", "2018-11-01", "2019-01-01"];
const STEPS = ["mfn_delta_2018_05_01", "mfn_delta_2018_07_01", "mfn_delta_2018_11_01", "mfn_delta_2019_01_01_interim"];
const eight = readFacts("cn/cn_tariff_us_2018_2019_hs8.csv", "hs8", "description");
const ten = readFacts("cn/cn_tariff_us_2018_2019_hs10.csv.gz", "hs10", "hs8", "description", "mfn_2018_01_01", "mfn_2019_01_01", ...STEPS);
const round = (n) => String(Math.round(n * 1000) / 1000);

/** Five rates of one line, or five blanks when it has no ad valorem MFN rate. */
const series = (r) => {
  if (r.mfn_2018_01_01 === "" || r.mfn_2019_01_01 === "") return DAYS.map(() => "");
  const rates = [Number(r.mfn_2018_01_01)];
  for (const s of STEPS) rates.push(rates.at(-1) + Number(r[s]));
  if (Math.abs(rates[4] - Number(r.mfn_2019_01_01)) > 0.001) throw new Error(`${r.hs10}: steps do not meet the 2019 rate`);
  return rates.map(round);
};
const same = (list) => new Set(list.map((s) => s.join("/"))).size === 1;
const group = (rows, key) => {
  const map = new Map();
  for (const r of rows) map.set(key(r), [...(map.get(key(r)) ?? []), r]);
  return map;
};
/** One row per run of equal rates. */
const runs = (code, rates, text) => {
  const starts = DAYS.map((_, i) => i).filter((i) => i === 0 || rates[i] !== rates[i - 1]);
  return starts.map((i, n) => ({ code, from: DAYS[i], until: DAYS[starts[n + 1]] ?? "", percent: rates[i], text }));
};
const path = (r) => r.description.split(/:\s+/);
/** Path that all lines share; the eight-digit texts of the source have a sign lost in places. */
const shared = (rows) => path(rows[0]).filter((p, i) => rows.every((r) => path(r)[i] === p));

const byEight = group(ten, (r) => r.hs8);
const names = new Map(eight.map((r) => [r.hs8, r.description]));
const rows = [];
let split = 0;
for (const [hs8, lines] of byEight) {
  const numbers = [...group(lines, (r) => r.hs10.slice(0, 10))].map(([code, same10]) => {
    const all = same10.map(series);
    return { code, text: shortText(shared(same10)), rates: same(all) ? all[0] : DAYS.map(() => "") };
  });
  const name = names.get(hs8);
  const common = shared(lines);
  const text = name.includes("_x001A_") ? (common.length ? shortText(common) : name.replaceAll("_x001A_", " [?] ")) : shortText(name.split(/:\s+/));
  if (same(numbers.map((n) => n.rates))) rows.push(...runs(hs8, numbers[0].rates, text));
  else {
    split++;
    for (const n of numbers) rows.push(...runs(n.code, n.rates, n.text));
  }
}
for (const r of eight) if (!byEight.has(r.hs8)) throw new Error(`${r.hs8} has no ten-digit line`);
const count = writeTable("schedules/cn/mfn.csv", ["code", "from", "until", "percent", "text"], rows);
writeSidecar("schedules/cn/mfn.yaml", "", {
  title: "China's MFN rates on US goods, 2018 to 2019 (2017 nomenclature)",
  issuer: "Customs Tariff Commission of the State Council",
  first: DAYS[0],
  last: DAYS[4],
  trust: "high",
  source: "Peterson Institute for International Economics (Bown, Jung, Zhang), data file of 2019-06-12",
  note: "No later schedule is in hand: years after 2019 use the rate of 2019-01-01 as a dated base. Percent is blank where the line has no single ad valorem rate (specific rates, or a rate that depends on value). Ten digits are given where they differ. Texts are shortened by us.",
  editions: DAYS.map((released) => ({ released })),
  rows: count,
});

const codes = eight.map((r) => r.hs8);
const known = new Set(codes);
// Six digits new in HS 2022, told by the words of both nomenclatures.
const byWords = new Map([
  ["04032010", ["04031000", "six digits new in HS 2022 (yogurt); parent by description"]],
  ["84193310", ["84193100", "six digits new in HS 2022 (freeze and spray dryers); parent by description, dryers for farm goods"]],
]);
const sharedDigits = (a, b) => [...a].findIndex((c, i) => c !== b[i]);
const later = readFacts("cn/cn_lists_2025_hs8.csv", "hs8")
  .map((r) => r.hs8)
  .filter((c) => !known.has(c));
const links = [...new Set(later)].map((code) => {
  const best = codes.filter((c) => c.startsWith(code.slice(0, 6))).sort((a, b) => sharedDigits(code, b) - sharedDigits(code, a))[0];
  const [parent, note] = best ? [best, "same six digits, nearest eight digits"] : (byWords.get(code) ?? []);
  if (!known.has(parent)) throw new Error(`${code}: no parent`);
  return { code, parent, basis: "inferred", note };
});
const linked = writeTable("schedules/cn/concordance.csv", ["code", "parent", "basis", "note"], links);
console.log(`cn/mfn: ${count} rows, ${byEight.size} lines, ${split} split to ten digits; cn/concordance: ${linked} rows`);
