import type { Regime } from "../law/index.js";
import { EVER, fromWall, type Instant, OPEN, toUtc, WASHINGTON } from "../time/index.js";
import { listingState, type ListingState } from "./listings.js";
import type { ListCopy, ListKind, Party } from "./types.js";

/** One stretch of a listing's life. */
export interface PartyState {
  readonly from: string | null;
  readonly until: string | null;
  readonly state: ListingState["state"];
  readonly instruments: readonly string[];
  readonly cites: readonly string[];
}

/**
 * The life of a listing by what was known: listed, suspended, back, stopped; each stretch with the documents that made it so.
 * @example partyLife(party, copy, kind, regime).map((s) => s.state) //=> ["not-yet", "active", "suspended", "stopped"]
 */
export function partyLife(party: Party, copy: ListCopy, kind: ListKind, regime: Regime): PartyState[] {
  const l = party.listing;
  const acts = regime.entries.flatMap(({ act }) => ((act.do === "list" || act.do === "delist") && act.list === kind.follows && act.notice === l.notice ? [act.from, act.until] : []));
  const days = [l.from, l.until].flatMap((d) => (d === undefined ? [] : [fromWall(`${d}T00:00`, WASHINGTON)]));
  const edges = [...new Set([EVER, ...(acts.length > 0 ? acts : days)])].filter((at) => at < OPEN).sort((a, b) => a - b);
  const out: (PartyState & { key: string })[] = [];
  edges.forEach((at, i) => {
    const s = listingState(l, copy, kind, regime, at as Instant);
    const until = edges[i + 1];
    const view = { from: at === EVER ? null : toUtc(at), until: until === undefined ? null : toUtc(until), state: s.state, instruments: s.by, cites: s.cites, key: s.state };
    const last = out.at(-1);
    if (last?.key === view.key)
      out[out.length - 1] = { ...last, until: view.until, instruments: [...new Set([...last.instruments, ...view.instruments])], cites: [...new Set([...last.cites, ...view.cites])] };
    else out.push(view);
  });
  return out.map(({ key: _, ...s }) => s);
}
