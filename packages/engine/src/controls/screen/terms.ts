import type { Terms3 } from "../ownership/index.js";
import type { Listing, ListKind, Party } from "../types.js";
import type { ScreenGrounds } from "./grounds.js";

/** What a listing says of the three maxima: its own words first, then those of its list, where they hold for a programme of the entry. */
export function termsOfListing(grounds: ScreenGrounds, l: Listing, owner: string): Terms3 {
  const kind = grounds.kinds.get(l.list) as ListKind;
  const holds = kind.termsFor === undefined || (l.programs ?? []).some((p) => kind.termsFor?.includes(p));
  const [requirement, review] = [l.requirement ?? (holds ? kind.requirement : undefined), l.policy ?? (holds ? kind.review : undefined)];
  return {
    owner,
    list: l.list,
    section: kind.section,
    ...(requirement === undefined ? {} : { requirement }),
    ...(kind.exceptions === undefined || !holds ? {} : { exceptions: kind.exceptions }),
    ...(review === undefined ? {} : { review }),
  };
}
export const termsOf = (grounds: ScreenGrounds, p: Party): Terms3 => termsOfListing(grounds, p.listing, p.names[0]?.text ?? p.id);
