import type { Instant } from "../../time/index.js";
import type { Party, Person, Stake } from "../types.js";
import type { Moment } from "./grounds.js";

const kept = new WeakMap<readonly Stake[], ReadonlyMap<string, readonly Stake[]>>();

/**
 * When what is said of a person's owners can change: stakes in it and in its owners that begin or end, and listings of those owners that do.
 * @param put takes an instant, and what changes then
 */
export function ownerEdges(m: Moment, id: string, put: (at: Instant | undefined, because: readonly string[]) => void): void {
  const into = byOwned(m.grounds.input.owners?.stakes ?? []);
  const seen = new Set([id]);
  for (const x of seen)
    for (const s of into.get(x) ?? []) {
      // What is over by then leads nowhere.
      if (s.until !== undefined && s.until <= m.on) continue;
      for (const at of [s.from, s.until]) put(at, [`stake ${s.source}`]);
      if (seen.has(s.owner)) continue;
      seen.add(s.owner);
      const owner = m.grounds.persons.get(s.owner) as Person;
      if (owner.unnamed === true) continue;
      for (const t of m.grounds.resolver.taken(owner)) {
        const state = m.state(t.party);
        const { id: party, listing } = m.grounds.parties[t.party] as Party;
        const because = state.by.length > 0 ? state.by : [`listing ${party} (${listing.list})`];
        put(state.effective, because);
        put(state.until, because);
      }
    }
}

function byOwned(stakes: readonly Stake[]): ReadonlyMap<string, readonly Stake[]> {
  const held = kept.get(stakes);
  if (held !== undefined) return held;
  const out = new Map<string, Stake[]>();
  for (const s of stakes) {
    const list = out.get(s.owned);
    if (list === undefined) out.set(s.owned, [s]);
    else list.push(s);
  }
  kept.set(stakes, out);
  return out;
}
