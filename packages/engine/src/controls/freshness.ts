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
}

const day = (text: string): number => Date.parse(`${text}T00:00Z`) / 86_400_000;

/**
 * The age of each list of a copy. A question about the past needs a copy of that day, not of today.
 * @example freshness(copy, kinds, on, known)[0]?.tooOld //=> true
 */
export function freshness(copy: ListCopy, kinds: ReadonlyMap<ListCode, ListKind>, on: Instant, known: Instant): Freshness[] {
  const asked = dayIn(Math.min(on, known) as Instant, WASHINGTON);
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
    };
  });
}
