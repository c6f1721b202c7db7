import { showId } from "@truce/engine/answers/show-id";
import { type PartyResult, showParty } from "@truce/engine/answers/show-party";
import { asking, type Clocks, InputError, listsInUse } from "@truce/engine/desk";
import { type Chain, chainOf } from "@truce/engine/law";
import type { PageDesk } from "../desk.js";

export interface ShowPage {
  readonly thing: ReturnType<typeof showId> | PartyResult;
  /** What led to a document and what it led to; null where it is none. */
  readonly chain: Chain | null;
  readonly version: string;
}

/** One thing by its id: a document, a measure, a meeting, a pledge, a list, a listed party. */
export async function answer(desk: PageDesk, q: Clocks & { readonly id: string }): Promise<ShowPage> {
  const { desks, law } = desk;
  const a = await asking(desks, q);
  const id = q.id.trim();
  if (/^[^/]+:/.test(id)) {
    const party = showParty(desks, listsInUse(law.lists, await desk.parties()), id, a);
    if (party === undefined) throw new InputError("unknown-id", `no list in use has a party "${id.slice(0, 80)}"`, "look for the name under Controls", "id");
    return { thing: party, chain: null, version: desk.version };
  }
  // An article asks duty questions of its own.
  if (id.startsWith("article/")) await desk.goods();
  const thing = showId(desks, id, a);
  const regime = desks.regimeAt(a.known, a.supposed);
  const document = regime.instruments.find((i) => i.id === id);
  return { thing, chain: document === undefined ? null : chainOf(regime, document.id), version: desk.version };
}
