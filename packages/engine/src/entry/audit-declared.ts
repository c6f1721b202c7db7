import { isError } from "./audit-finding.js";
import type { Leaf } from "./audit-open.js";

/** Facts that an importer declares by the headings that stand on a line, and by those that do not: nothing more is asked where a filing fits one answer best. */
const DECLARED: readonly string[] = ["use", "patented", "trq", "s301-list"];
/** Answers that say that the goods are not for a special use: taken first where two fit as well. */
const PLAIN: readonly string[] = ["none", "not-auto-part", "no", "out"];

/**
 * Of the sets of answers those whose declared facts fit the filing best: first those by which no heading that is filed is wrong, then those by which least is.
 * A filing without the heading of a use says that the goods are not for that use.
 */
export function asDeclared(leaves: readonly Leaf[]): readonly Leaf[] {
  const groups = new Map<string, Leaf[]>();
  for (const l of leaves) {
    const key = DECLARED.flatMap((f) => (l.given[f] === undefined ? [] : [`${f}=${l.given[f]}`])).join();
    groups.set(key, [...(groups.get(key) ?? []), l]);
  }
  const ranked = [...groups.values()].map((group) => ({ group, worth: group.map(worthOf).sort(order)[0] as Worth }));
  return ranked.sort((a, b) => order(a.worth, b.worth))[0]?.group ?? leaves;
}

type Worth = readonly [against: number, wrong: number, special: number];
function worthOf(l: Leaf): Worth {
  const wrong = l.found.filter((f) => isError(f.kind));
  const against = wrong.filter((f) => f.kind === "extra-heading" || f.kind === "refused-claim").length;
  const special = DECLARED.filter((f) => l.given[f] !== undefined && !PLAIN.includes(l.given[f] as string)).length;
  return [against, wrong.length, special];
}
const order = (a: Worth, b: Worth): number => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
