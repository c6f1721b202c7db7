// Prints docs/averages.md from the law, the weights and what others published: npm run averages
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseKnown, toUtc } from "@truce/engine/time";

const KNOWN = "2026-10-10";
const two = (text) => (text === null || text === undefined ? "" : Number(text).toFixed(2));
const table = (heads, rows) => [`| ${heads.join(" | ")} |`, `|${heads.map(() => "---").join("|")}|`, ...rows.map((r) => `| ${r.join(" | ")} |`)].join("\n");
/** Goods that stand for many: on lists 1 to 3, on list 4A, on no list. */
const GOODS = [
  ["a bag, 4202.92.31.31 (list 3)", "4202923131"],
  ["a sweater, 6110.20.20.79 (list 4A)", "6110202079"],
  ["a toy, 9503.00.00.73 (on no list)", "9503000073"],
];
const DAYS = {
  us: ["2018-01-01", "2018-09-24", "2019-09-01", "2020-02-14", "2025-01-20", "2025-04-10", "2025-05-14", "2025-10-25", "2025-11-10", "2026-02-25", "2026-10-01"],
  cn: ["2018-01-01", "2018-09-24", "2019-06-01", "2019-09-01", "2020-02-14", "2025-03-10", "2025-04-12", "2025-05-14", "2025-10-25", "2025-11-10", "2026-10-01"],
};

/** The page. @param desks the regime's desks; `averageView` of packages/node */
export function printAverages(desks, averageView) {
  const known = parseKnown(KNOWN).at;
  const ask = (side, weights, on, more = {}) => averageView(desks, { side, weights, on: parseKnown(on).at, known, from: undefined, to: undefined, sections: false, supposed: [], ...more });
  const duty = (code, from, on) => desks.duty({ code, from, on }, parseKnown("2025-10-25").at, known, []);
  const layers = GOODS.map(([name, code]) => {
    const r = duty(code, "CN", "2025-10-25");
    return [
      name,
      r.base.percent,
      ...["us/s301/list-3", "us/s301/list-4a", "us/fentanyl/cn", "us/reciprocal"].map((m) => r.components.find((c) => c.measure === m)?.percent ?? "0"),
      r.additionalPercent,
      r.totalPercent,
    ];
  });
  const soy = duty("12019011", "US", "2025-10-25");
  const value = (s) => (s.percentMin === s.percentMax ? two(s.percent) : `${two(s.percent)} (${two(s.percentMin)} to ${two(s.percentMax)})`);
  const side = (s, own) => {
    const [weighed, simple] = [ask(s, own, KNOWN), ask(s, "simple", KNOWN)];
    const of = (v, day) => v.series.findLast((x) => x.day <= day);
    return {
      weighed,
      simple,
      steps: DAYS[s].map((d) => [d, value(of(weighed, d)), two(of(weighed, d).additional), two(of(weighed, d).open), value(of(simple, d)), two(of(simple, d).additional)]),
      reference: weighed.reference
        .filter((p) => p.standing !== "planned")
        .map((p, i) => [p.date, two(p.percent), p.standing, two(p.ours), two(p.gap), two(of(simple, p.date).percent), two(simple.reference.filter((x) => x.standing !== "planned")[i].gap)]),
    };
  };
  const [us, cn] = [side("us", "us-imports-2024"), side("cn", "cn-imports-2017")];
  const heads = ["from", "by trade", "of it additional", "% of weight open", "each line once", "of it additional"];
  const beside = ["day", "published", "standing", "ours by trade", "gap", "ours, each line once", "gap"];
  return `# Averages

Printed by \`npm run averages\` from the law as known ${toUtc(known)}; a test fails when this page is stale. \`truce average\` gives the whole series, as known on any day.

## About 55 % and 30 %: first a sum of layers

The article of 25 October 2025 speaks of duties of about 55 % on the United States' side and 30 % on China's. These are no averages. They are what one adds up for goods on the oldest lists:

* United States, on 25 October 2025: 10 (reciprocal, EO 14257) + 20 (fentanyl, EO 14195 and 14228) + 25 (Section 301, lists 1 to 3) = 55 points **above** the ordinary rate. Goods of list 4A have 7.5 instead of 25, goods on no list have 30.
* China, on the same day: 10 (Tariff Commission no. 4 of 2025 without its 24 suspended points) + the older duties (lists of 2018 and 2019, 2.5 to 25; February and March 2025, 10 or 15), so 10 and upward. Soybeans had ${soy.additionalPercent} points above their ${soy.base.percent} %. About 30 is the average of the ordinary and the additional duties together, below.

${table(["goods of China, 25 October 2025", "ordinary", "list 3", "list 4A", "fentanyl", "reciprocal", "additional", "in all"], layers)}

## Then averages, with their weights named

Each line of a tariff has its ordinary rate and its additional points; the average weighs them by trade, or counts each line once. The ordinary rate is included. Lines that wait for a fact (a share of steel, an end use, membership of a list of which the print is not in hand) stand at their least and at their most: the average lies between the two numbers in brackets, and the first is their middle.

* \`us-imports-2024\`: ${us.weighed.weighing.title}; ${two(us.weighed.weighing.unmatched)} % of the weight is on codes that the tariff in hand does not have (mostly chapters 98 and 99), ${two(us.weighed.now.withoutRate)} % on lines whose ordinary rate has a quantity in it and is left out.
* \`cn-imports-2017\`: ${cn.weighed.weighing.title}, from before the war; ${two(cn.weighed.now.withoutRate)} % of the weight is on lines under a tariff-rate quota or without a percentage, and is left out.
* \`simple\`: ${us.simple.weighing.title}; ${cn.simple.weighing.title}.

**The United States on China**, percent of customs value

${table(heads, us.steps)}

The ordinary rates before 2025 are those of 1 January 2025 (A171).

**China on the United States**, percent of customs value

${table(heads, cn.steps)}

## What others published, and why it differs

PIIE weighs by each side's exports to the world in 2017 at six digits. Its points of before June 2019 come from its own data file; later ones from versions of its chart. Points marked \`second-hand\`, \`derived\`, \`revised\`, \`forecast\` or \`other\` rest on weaker ground or are by other authors. A gap is ours less theirs, in points.

**The United States on China**

${table(beside, us.reference)}

* Weights. PIIE's are of 2017 and of exports to the world; ours are of 2024 and of imports from China, after seven years in which trade moved away from what the lists of 2018 tax. On 25 October 2025 a large part of that trade, electronics above all, paid no reciprocal duty (Annex II and the memorandum of 11 April 2025). Where each line counts once the gap is between 0 and 4 points from May 2025 on; in April 2025 it is about 20, because those exempt lines are few and their trade is large.
* Facts. Lines that turn on a share of metal or an end use stand here between their least and most. How PIIE counts them is not said in what is in hand.
* Days. A published point is of the day of a version of the chart; ours is of the day of the law.

**China on the United States**

${table(beside, cn.reference)}

* Weights. The same rates under three weights give 5.98, 7.99 and 9.24 % on 1 January 2018: China's imports from the United States in 2017, American exports to the world in 2017 (PIIE), and each line once. Ours of that day is the first of these less the quota lines, ${two(cn.weighed.series[0].percent)} %.
* Quota lines. PIIE puts them at their rates outside the quota; they are left out here, ${two(cn.weighed.now.withoutRate)} % of the weight.
* List 4A. The print of its 1,717 lines is not in hand; which of the lines of a six-digit code are on it is inferred or waits for a fact, which is the bracket from 1 September 2019 on.
* Exclusions. China excluded many American goods from its duties by application; the rates of the law are weighed here, not what was collected.
* The ordinary rates are those of 2019: later editions are not in hand.
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { Desks } = await import("@truce/engine/desk");
  const { openRegime } = await import("../packages/node/dist/grounds/open.js");
  const { averageView } = await import("@truce/engine/answers/average");
  writeFileSync(join(dirname(fileURLToPath(import.meta.url)), "../docs/averages.md"), printAverages(new Desks(await openRegime()), averageView));
}
