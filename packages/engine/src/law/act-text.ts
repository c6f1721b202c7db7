import type { Act, Change, Condition, Goods, GoodsStep, MeasureId, Ppm, Terms } from "./types.js";
import { localDay } from "./zone-of.js";

/** Parts per million as points of percent. @example points(75000 as Ppm) //=> "7.5" */
export const points = (ppm: Ppm): string =>
  `${Math.floor(ppm / 10_000)}${
    ppm % 10_000 === 0
      ? ""
      : `.${String(ppm % 10_000)
          .padStart(4, "0")
          .replace(/0+$/, "")}`
  }`;

const joined = (parts: readonly (string | undefined)[], by = ", "): string => parts.filter((p) => p !== undefined && p !== "").join(by);
const listed = (ids: readonly string[]): string => ids.join(", ");

/** The goods that a measure or an exception reaches, in words; empty for all goods. */
export function goodsText(goods: Goods): string {
  return goods === "all" ? "" : joined(goods.steps.map(stepText), "; ");
}
/**
 * A condition in words.
 * @example conditionText({ fact: "smelt", is: ["RU", "UN"] }) //=> "smelt is RU or UN"
 */
export function conditionText(c: Condition): string {
  const own = c.not === undefined ? `${c.fact} is ${c.is.join(" or ")}` : `${c.fact} is given${c.not.length === 0 ? "" : `, other than ${c.not.join(", ")}`}`;
  return `${own}${c.or === undefined ? "" : `, or ${conditionText(c.or)}`}${c.and === undefined ? "" : ` and ${conditionText(c.and)}`}`;
}
function stepText(s: GoodsStep): string {
  const what = s.list !== undefined ? `list ${s.list}` : s.reach !== undefined ? `goods under ${s.reach.slice(0, 6).join(", ")}${s.reach.length > 6 ? " …" : ""}` : "goods that the text describes";
  return joined([`${s.out ? "without " : ""}${what}`, s.percent === undefined ? "" : `${points(s.percent)} %`, s.heading, s.when === undefined ? "" : `where ${conditionText(s.when)}`], " ");
}
const originText = (origin: Terms["origin"] | undefined): string => (origin === undefined ? "" : origin === "any" ? "of any origin" : `of ${origin.join(", ")}`);
const transitText = (t: Change["transit"]): string => (t === undefined ? "" : "with relief for goods already under way");

function termsText(t: Terms): string {
  const goods = goodsText(t.goods);
  const rate = t.percent === undefined ? "" : `${points(t.percent)} %`;
  const on = t.percent === undefined && goods === "" ? "" : `on ${goods === "" ? "goods" : goods} ${originText(t.origin)}`;
  return joined([joined([rate, on], " "), t.basis === "value" ? "" : `on the ${t.basis} in it`, t.heading, transitText(t.transit), t.claim ? "if claimed" : "", t.what]);
}
function changeText(c: Change): string {
  return joined([
    c.percent === undefined ? "" : `${points(c.percent)} %`,
    c.heading === undefined && c.headings === undefined ? "" : `heading ${c.heading ?? Object.values(c.headings ?? {}).join(", ")}`,
    c.origin === undefined ? "" : `for goods ${originText(c.origin)}`,
    c.goods === undefined ? "" : `goods: ${goodsText(c.goods) || "all"}`,
    transitText(c.transit),
    c.basis === undefined ? "" : `paid on the ${c.basis}`,
    c.claim ? "if claimed" : "",
    c.what,
  ]);
}

/**
 * What an act does, in one plain line. Instants are left to the fields beside it.
 * @example actText({ do: "suspend", measures: ["cn/general"], percent: 240000, … }) //=> "suspends 24 points of cn/general"
 */
export function actText(act: Act): string {
  switch (act.do) {
    case "impose":
      return joined([`imposes ${act.measure}`, termsText(act.terms)], ": ");
    case "set":
      return joined(
        [`sets ${act.measure}`, joined([changeText(act.change), act.add === undefined ? "" : `adding ${joined(act.add.map(stepText), "; ")}`])],
        act.change.percent === undefined ? ": " : " to ",
      );
    case "except":
      return joined([`excepts from ${listed(act.of)} (${act.measure})`, termsText(act.terms)], ": ");
    case "displace":
      return `${listed(act.measures)} ${act.measures.length > 1 ? "give" : "gives"} way to ${listed(act.byMeasures)}${act.extent === "share" ? ", for the share of the value on which that is due" : ""}`;
    case "suspend":
      return joined([`suspends ${act.percent === undefined ? "" : `${points(act.percent)} points of `}${listed(act.measures)}`, act.goods === undefined ? "" : `for ${goodsText(act.goods)}`], " ");
    case "extend":
      return `moves the end of ${listed(act.measures)}${act.of === undefined ? "" : `, as ${act.of} had set it`}`;
    case "end":
      return `ends ${listed(act.measures)}`;
    case "void":
      return `holds ${listed(act.measures)} unlawful from the first day${act.parties === undefined ? "" : `, for ${act.parties.join(", ")} alone`}`;
    case "collect":
      return act.whether === "yes" ? `customs charges ${listed(act.measures)} until then` : `whether customs charges ${listed(act.measures)} is not known`;
    case "refund":
      return `${listed(act.measures)} can be paid back${act.refundable === "contested" ? " (contested)" : ""}: ${act.route.join(", ")}`;
    case "drawback":
      return `${listed(act.measures)} can${act.eligible === "yes" ? "" : act.eligible === "no" ? "not" : " perhaps"} be drawn back on export: ${act.because}`;
    case "stay":
      return `holds back the effect of ${act.instrument}`;
    case "withdraw":
      return `takes back ${act.instrument}: ${act.why}`;
    case "meet":
      return joined(
        [joined([act.status === "planned" ? "meeting planned" : "meeting held", act.round === undefined ? "" : `round ${act.round}`, act.days.join(" and "), act.place, act.frame]), act.outcome],
        ": ",
      );
    case "pledge":
      return joined([`pledges ${joined([act.target, act.unit, act.product === undefined ? "" : act.target === undefined ? act.product : `of ${act.product}`], " ")}`, act.period]);
    case "report":
      return joined([`reports ${act.says}`, act.asOf === undefined ? "" : `as of ${act.asOf}`]);
    case "investigate":
      return joined(
        [
          `investigates ${act.against}`,
          joined(
            act.dates.map((d) => `${localDay(act.investigation, d.at, d.day)} ${d.what}`),
            "; ",
          ),
        ],
        ": ",
      );
    case "list":
      return joined([`lists on ${act.list} (${act.notice})`, joined([act.parties === undefined ? "" : `${act.parties} parties`, act.what])], ": ");
    case "delist":
      return joined([`takes off ${act.list} (${act.notice})`, act.what], ": ");
    case "say":
      return `says: ${act.says}`;
    default:
      return act satisfies never;
  }
}

/** The measures that an act names, or whose goods it frees. */
export function measuresOf(act: Act): readonly MeasureId[] {
  if (act.do === "except") return [act.measure, ...act.of];
  if (act.do === "displace") return [...act.measures, ...act.byMeasures];
  if ("measures" in act) return act.measures;
  return "measure" in act ? [act.measure] : [];
}

/** The meeting, pledge, investigation, list or document that an act is about. */
export function subjectOf(act: Act): string | undefined {
  switch (act.do) {
    case "meet":
      return act.meeting;
    case "pledge":
    case "report":
      return act.pledge;
    case "investigate":
      return act.investigation;
    case "list":
    case "delist":
      return act.list;
    case "stay":
    case "withdraw":
      return act.instrument;
    case "say":
      return act.about;
    default:
      return undefined;
  }
}
