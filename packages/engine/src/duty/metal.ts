import type { MeasureId, Terms } from "../law/index.js";
import type { Line, Membership } from "./member.js";
import { MILLION, parsePercent, showPercent } from "./money.js";

export type Metal = "steel" | "aluminum" | "copper";
/** Headings whose goods pay on the value of their metal content only; derivatives under other headings pay on their whole value. */
const CONTENT_HEADINGS = ["9903.81.91", "9903.85.08", "9903.78.01"];
/** Chapters whose metal articles pay on their whole value (HTS notes 16 and 19, subchapter III). */
const METAL_CHAPTERS: Readonly<Record<string, readonly string[]>> = { steel: ["72", "73"], aluminum: ["76"], copper: [] };
/** Headings for articles without the listed metals, and for those whose metals weigh too little. */
export const WEIGHT_HEADINGS: readonly string[] = ["9903.82.01", "9903.82.03"];
/** Chapters in which the weight of the metal does not matter (HTS 9903.82.03). */
export const WEIGHT_EXEMPT = ["72", "73", "74", "76"];

/**
 * The part of the value on which a metal duty is due: all of it, the metal's share, or none where the metals weigh too little. Unknown content is asked for.
 * `whole`: the rate that applies is on the whole value, whatever the content.
 */
export function metalShare(
  measure: MeasureId,
  terms: Terms,
  goods: Membership & { is: "in" },
  line: Line,
  whole: boolean,
): { is: "share"; share: number; of?: Metal } | { is: "none"; why: string; heading: string } | (Membership & { is: "needs" }) {
  const chapter = line.code.slice(0, 2);
  const weight = goods.step?.weight;
  if (weight !== undefined && !WEIGHT_EXEMPT.includes(chapter)) {
    const given = line.facts.get("metal-weight");
    if (given === undefined)
      return {
        is: "needs",
        need: { fact: "metal-weight", choices: ["0", "100"], why: `nothing is due where the listed metals weigh less than ${showPercent(weight)} % of the article (9903.82.03)` },
      };
    if ((parsePercent(given) ?? 0) < weight)
      return { is: "none", why: `the listed metals weigh less than ${showPercent(weight)} % of the article`, heading: WEIGHT_HEADINGS[parsePercent(given) === 0 ? 0 : 1] as string };
  }
  const basis = goods.step?.basis ?? terms.basis;
  if (basis === "value" || paysWhole(basis, line.code, goods.row?.heading)) return { is: "share", share: MILLION };
  const given = line.facts.get(basis);
  if (whole && parsePercent(given ?? "100") !== 0) return { is: "share", share: MILLION };
  if (given === undefined)
    return { is: "needs", need: { fact: basis, choices: ["0", "100"], why: `${measure} is due on the value of the ${basis} in the article; unknown content pays on the whole value` } };
  return { is: "share", share: parsePercent(given) ?? MILLION, of: basis };
}

/** The chapter of a code where it is one whose metal articles are treated in their own way, else nothing. Of a code's digits no other part is read but through lists and headings. */
export const metalChapter = (code: string): string => (WEIGHT_EXEMPT.includes(code.slice(0, 2)) ? code.slice(0, 2) : "");

/** Whether an article pays a metal's duty on its whole value rather than on its content. `own` is the heading that a row of the list gives it. */
export function paysWhole(metal: Metal, code: string, own: string | undefined): boolean {
  return own !== undefined ? !CONTENT_HEADINGS.includes(own) : (METAL_CHAPTERS[metal] ?? []).includes(code.slice(0, 2));
}
