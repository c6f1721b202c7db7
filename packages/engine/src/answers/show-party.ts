import { type ListKind, listingState, type Party, type PartyState, partyLife } from "../controls/index.js";
import { toUtc } from "../time/index.js";
import type { Asking, Desks, Lists } from "../desk/index.js";

/** A listed party with the life of its listing. */
export interface PartyResult extends Party {
  readonly what: "party";
  readonly list: { readonly code: string; readonly title: string; readonly means: string; readonly section: string; readonly url: string | null };
  readonly status: PartyState["state"];
  readonly states: readonly PartyState[];
  readonly copy: { readonly id: string; readonly asOf: string };
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly warnings: readonly string[];
}

/** A listed party by its id; undefined where no list in use has it. */
export function showParty(desks: Desks, lists: Lists, id: string, q: Asking): PartyResult | undefined {
  for (const copy of lists.copies) {
    const party = copy.parties.find((p) => p.id === id);
    if (party === undefined) continue;
    const kind = lists.kinds.find((k) => k.code === party.listing.list) as ListKind;
    const regime = desks.regimeAt(q.known, q.supposed);
    const now = listingState(party.listing, copy, kind, regime, q.on);
    return {
      what: "party",
      ...party,
      list: { code: kind.code, title: kind.title, means: kind.means, section: kind.section, url: party.listing.url ?? kind.url ?? null },
      status: now.state,
      states: partyLife(party, copy, kind, regime),
      copy: { id: copy.id, asOf: copy.asOf },
      on: toUtc(q.on),
      known: toUtc(q.known),
      horizon: desks.regime.law.horizon,
      warnings: [...(now.doubt === undefined ? [] : [now.doubt]), ...desks.soon(q.known)],
    };
  }
  return undefined;
}
