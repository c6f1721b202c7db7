import type { Assessment } from "./assess.js";
import type { Base, Placed } from "./base.js";
import { partOf } from "./money.js";
import type { Missing } from "./range.js";

/** One answer for a code that may be several lines: theirs where they agree, else a range and the wish for a longer code. */
export interface Merged {
  readonly assessment: Assessment;
  /** What the law says of each line that the code may be. */
  readonly each: readonly Assessment[];
  readonly base: Base;
  readonly missing: readonly Missing[];
  readonly min: number;
  readonly max: number | undefined;
}

const mark = (a: Assessment): string =>
  a.findings.map((f) => `${f.measure} ${f.is} ${f.percent} ${f.share} ${f.heading ?? ""} ${f.need?.fact ?? ""} ${f.is === "not-due" ? (f.reliefHeading ?? "") : ""}`).join(";");
const marks = new WeakMap<Assessment, string>();
const markOf = (a: Assessment): string => {
  let m = marks.get(a);
  if (m === undefined) marks.set(a, (m = mark(a)));
  return m;
};

/** The ordinary ad valorem rate as points of the whole value. */
const ordinary = (b: Base): number | undefined => (b.rate?.percent === undefined || b.share === undefined ? b.rate?.percent : partOf(b.rate.percent, b.share));

/** Judges every line that a code may be, and joins what comes of it. */
export function merge(place: Placed, baseOf: (leaf: string) => Base, assess: (leaf: string, base: number | undefined) => Assessment): Merged {
  const firstLeaf = place.leaves[0] as string;
  const base = baseOf(firstLeaf);
  const first = assess(firstLeaf, ordinary(base));
  let { min, max, missing } = first;
  if (place.leaves.length === 1) return { assessment: first, each: [first], base, missing, min, max };
  const each = [first];
  let same = true;
  let low = ordinary(base);
  let high = low;
  let sameBase = true;
  for (const leaf of place.leaves.slice(1)) {
    const b = baseOf(leaf);
    const a = assess(leaf, ordinary(b));
    each.push(a);
    if (b.rate?.text !== base.rate?.text) sameBase = false;
    const p = ordinary(b);
    low = low === undefined || p === undefined ? undefined : Math.min(low, p);
    high = high === undefined || p === undefined ? undefined : Math.max(high, p);
    if (a === first || markOf(a) === markOf(first)) continue;
    same = false;
    min = Math.min(min, a.min);
    max = max === undefined || a.max === undefined ? undefined : Math.max(max, a.max);
    if (a.missing.length > 0) missing = [...missing, ...a.missing.filter((m) => !missing.some((o) => o.fact === m.fact))];
  }
  if (same && sameBase) return { assessment: first, each, base, missing, min, max };
  const why = same ? "the lines under this code have different ordinary rates, which the range gives" : "the lines under this code are not treated alike";
  const longer: Missing = { fact: "code", why: `${why}: give a longer code`, choices: place.leaves.slice(0, 40), min: same ? (low ?? 0) : min, max: same ? high : max, instruments: [] };
  return {
    assessment: same ? first : common(first, each),
    each,
    base: sameBase ? base : { rate: undefined, why, inferred: base.inferred, ...(low === undefined || high === undefined ? {} : { range: [low, high] as const }) },
    missing: [longer, ...missing],
    min,
    max,
  };
}

/** The additional points of a merged answer where they are settled; a quota that is open leaves only the ordinary rate open. */
export function settledPoints(m: Merged): number | undefined {
  return m.missing.every((x) => x.fact === "trq") ? m.assessment.additional : undefined;
}

/** Do two answers treat every line alike, and miss the same facts? */
export function sameOutcome(a: Merged, b: Merged): boolean {
  return (
    a.min === b.min && a.max === b.max && a.missing.length === b.missing.length && a.base.rate?.text === b.base.rate?.text && a.each.every((x, i) => markOf(x) === markOf(b.each[i] as Assessment))
  );
}

/** What is certain of every line: the findings that all share. */
export function common(first: Assessment, each: readonly Assessment[]): Assessment {
  const marked = each.map((a) => new Set(a.findings.map((f) => `${f.measure} ${f.is} ${f.percent} ${f.share} ${f.heading ?? ""}`)));
  const shared = first.findings.filter((f) => marked.every((m) => m.has(`${f.measure} ${f.is} ${f.percent} ${f.share} ${f.heading ?? ""}`)));
  return { ...first, findings: shared, additional: undefined, owed: undefined };
}
