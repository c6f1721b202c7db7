import type { Terms3 } from "../ownership/index.js";
import type { Listing, ListKind, Party } from "../types.js";
import type { ScreenGrounds } from "./grounds.js";

/** What a listing says of the three maxima: its own words first, then those of its list. */
export function termsOfListing(grounds: ScreenGrounds, l: Listing, owner: string): Terms3 {
  const kind = grounds.kinds.get(l.list) as ListKind;
  const [requirement, review] = [l.requirement ?? kind.requirement, l.policy ?? kind.review];
  return {
    owner,
    list: l.list,
    section: kind.section,
    ...(requirement === undefined ? {} : { requirement }),
    ...(kind.exceptions === undefined ? {} : { exceptions: kind.exceptions }),
    ...(review === undefined ? {} : { review }),
  };
}
export const termsOf = (grounds: ScreenGrounds, p: Party): Terms3 => termsOfListing(grounds, p.listing, p.names[0]?.text ?? p.id);
