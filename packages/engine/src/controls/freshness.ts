import { dayIn, type Instant, WASHINGTON } from "../time/index.js";
import type { ListCode, ListCopy, ListKind } from "./types.js";

/** How old a list is for a question: by the day asked about, or the day known, whichever is earlier. */
export interface Freshness {
  readonly list: ListCode;
  readonly title: string;
  readonly copy: string;
  readonly asOf: string;
  /** Whole days; 0 where the copy is of that day or later. */
  readonly ageDays: number;
  readonly limitDays: number;
  readonly tooOld: boolean;
  readonly parties: number;
  readonly missing: readonly string[];
  /** The copy is of a later day than the one asked about: who was taken off in between is not on it. */
  readonly later?: true;
}

const day = (text: string): number => Date.parse(`${text}T00:00Z`) / 86_400_000;

/**
 * The age of each list of a copy. A question about the past needs a copy of that day, not of today. A notice that only adds to a list has no age.
 * @param on the moment asked about @param known the moment of knowledge
 * @example freshness(copy, kinds, on, known)[0]?.tooOld //=> true
 */
export function freshness(copy: ListCopy, kinds: ReadonlyMap<ListCode, ListKind>, on: Instant, known: Instant): Freshness[] {
  const asked = dayIn(Math.min(on, known) as Instant, WASHINGTON);
  if (copy.adds === true) return [];
  const age = Math.max(0, day(asked) - day(copy.asOf));
  const counts = new Map<ListCode, number>();
  for (const p of copy.parties) counts.set(p.listing.list, (counts.get(p.listing.list) ?? 0) + 1);
  return copy.lists.map((list) => {
    const kind = kinds.get(list);
    const limit = kind?.limitDays ?? 0;
    return {
      list,
      title: kind?.title ?? list,
      copy: copy.id,
      asOf: copy.asOf,
      ageDays: age,
      limitDays: limit,
      tooOld: age > limit,
      parties: counts.get(list) ?? 0,
      missing: copy.missing,
      ...(copy.asOf > asked ? { later: true as const } : {}),
    };
  });
}

/**
 * How old a list is, in words.
 * @example freshnessSays({ …, asOf: "2022-04-21", ageDays: 1679, limitDays: 30, tooOld: true }) //=> "of 2022-04-21, 1,679 days old: too old, the limit is 30 days"
 */
export function freshnessSays(f: Freshness): string {
  const days = (n: number): string => `${n.toLocaleString("en-US")} ${n === 1 ? "day" : "days"}`;
  if (f.later === true) return `of ${f.asOf}, later than the day asked about: who was taken off before is not on it`;
  return `of ${f.asOf}, ${days(f.ageDays)} old: ${f.tooOld ? "too old, the limit is" : "within the limit of"} ${days(f.limitDays)}`;
}
