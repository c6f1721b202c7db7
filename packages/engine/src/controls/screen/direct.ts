import { dayIn, toUtc, WASHINGTON } from "../../time/index.js";
import { matchNames, type NameMatch, POSSIBLE, STRONG } from "../names/match-names.js";
import type { ListingState } from "../listings.js";
import type { ListKind, Party, ScreenVerdict } from "../types.js";
import type { Moment } from "./grounds.js";
import type { ScreenMatch, ScreenQuery } from "./types.js";

/** Listed parties whose names fit. Listings that nobody knew of by then are left out; which those are no moment asked about changes. */
export function namesOf(m: Moment, q: ScreenQuery, limit: number, threshold = POSSIBLE): { found: readonly NameMatch[]; more: number } {
  const { grounds } = m;
  const known = (p: Party): boolean => m.state(grounds.resolver.place(p.id) as number).state !== "not-known";
  const { ref: _, id, ...query } = q;
  const found = matchNames(grounds.index, query, { limit, threshold, keep: known });
  const same = [id, q.name].flatMap((i) => (i === undefined ? [] : (grounds.resolver.place(i) ?? [])))[0];
  const byId: NameMatch[] =
    same === undefined || !known(grounds.parties[same] as Party)
      ? []
      : [
          {
            party: same,
            score: 1,
            name: "",
            because: [{ feature: "identifier", score: 1, weight: 1, query: id ?? q.name, candidate: (grounds.parties[same] as Party).id, detail: "the id that the list gives it" }],
          },
        ];
  return { found: [...byId, ...found.matches.filter((x) => x.party !== same)], more: found.total - found.matches.length };
}

/** Each of them with how its listing stands at a moment. */
export function directMatches(m: Moment, found: readonly NameMatch[]): ScreenMatch[] {
  const { grounds } = m;
  return found.map((x): ScreenMatch => {
    const p = grounds.parties[x.party] as Party;
    const kind = grounds.kinds.get(p.listing.list) as ListKind;
    const state = m.state(x.party);
    const strength = x.score >= STRONG ? "strong" : "possible";
    const copy = grounds.copyOf[x.party] as Moment["grounds"]["copyOf"][number];
    return {
      party: p.names[0]?.text ?? p.id,
      id: p.id,
      list: p.listing.list,
      listTitle: kind.title,
      score: x.score,
      strength,
      because: x.because,
      status: state.state,
      verdict: verdictOf(p, kind, state, strength, dayIn(m.on, WASHINGTON)),
      means: kind.means,
      section: kind.section,
      from: p.listing.from ?? null,
      returns: state.effective === undefined ? null : toUtc(state.effective),
      programs: p.listing.programs ?? [],
      countries: p.countries,
      cites: [...new Set([...(p.listing.cites ?? []), ...state.cites])],
      instruments: state.by,
      url: p.listing.url ?? kind.url ?? null,
      copy: copy.id,
      asOf: copy.asOf,
      doubt: state.doubt ?? null,
    };
  });
}

/** What a listing means for a party taken to be it. A name that only may be meant calls for care, whatever the list. */
function verdictOf(p: Party, kind: ListKind, s: ListingState, strength: ScreenMatch["strength"], day: string): ScreenVerdict | null {
  const { authorised, authorisedUntil } = p.listing;
  switch (s.state) {
    case "active":
      if (strength === "possible") return "caution";
      if (authorised !== undefined && (authorisedUntil === undefined || day < authorisedUntil)) return "authorised";
      return kind.verdict;
    case "suspended":
      return strength === "possible" || s.effective === undefined ? "caution" : "stayed";
    case "not-yet":
      return "caution";
    case "stopped":
    case "ended":
    case "not-known":
      return null;
    default:
      return s.state satisfies never;
  }
}
