import { toUtc } from "../../time/index.js";
import type { Found, MatchGrounds, Said } from "../match/index.js";
import { matchNames, type NameMatch } from "../names/match-names.js";
import type { Party } from "../types.js";
import type { Moment } from "./grounds.js";

/**
 * What answers requests in the shape of yente: names over the lists of a moment, listings that have no effect then left out.
 * @example matchResponse(body, { limit: 5 }, matchGrounds(moment))
 */
export function matchGrounds(m: Moment): MatchGrounds {
  const { grounds } = m;
  const live = (p: Party): boolean => {
    const s = m.state(grounds.resolver.place(p.id) as number).state;
    return s === "active" || s === "suspended";
  };
  return {
    search: (q, limit, keep) => search(m, q, limit, (p) => keep(p) && live(p)),
    dataset: (list) => {
      const kind = grounds.kinds.get(list);
      return { name: kind?.dataset ?? list.toLowerCase(), topics: kind?.topics ?? [] };
    },
    lists: grounds.input.copies.map((c) => ({ id: c.id, lists: c.lists, asOf: c.asOf, tooOld: m.lists.some((l) => l.copy === c.id && l.tooOld) })),
    asOf: toUtc(m.on),
    known: toUtc(m.regime.known),
  };
}

/** A query may give several names, countries and numbers: each party counts with the best of them. */
function search(m: Moment, q: Said, limit: number, keep: (p: Party) => boolean): { found: Found[]; total: number } {
  const best = new Map<number, NameMatch>();
  let total = 0;
  const identifiers = q.identifiers.length === 0 ? [undefined] : q.identifiers;
  for (const name of q.names.length === 0 ? identifiers : q.names)
    for (const identifier of identifiers) {
      const found = matchNames(
        m.grounds.index,
        {
          name: name ?? "",
          ...(q.type === undefined ? {} : { type: q.type }),
          ...(q.countries[0] === undefined ? {} : { country: q.countries[0] }),
          ...(q.addresses[0] === undefined ? {} : { address: q.addresses[0] }),
          ...(identifier === undefined ? {} : { identifier }),
          ...(q.birthDates[0] === undefined ? {} : { born: q.birthDates[0] }),
        },
        { limit: Math.max(limit, 25), threshold: 0.3, keep },
      );
      total = Math.max(total, found.total);
      for (const x of found.matches) if (x.score > (best.get(x.party)?.score ?? 0)) best.set(x.party, x);
    }
  const found = [...best.values()]
    .sort((a, b) => b.score - a.score || a.party - b.party)
    .map((x): Found => ({ party: m.grounds.parties[x.party] as Party, score: x.score, because: x.because.map(({ weight: _, ...line }) => line) }));
  return { found, total: Math.max(total, found.length) };
}
