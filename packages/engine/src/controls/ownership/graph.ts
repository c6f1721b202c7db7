import type { Instant } from "../../time/index.js";
import type { Person, Share, Stake } from "../types.js";

export const WHOLE: Share = 1_000_000;

/** Stakes of one instant as arrays: one edge for each owner and firm, its classes joined. */
export interface OwnerGraph {
  readonly ids: readonly string[];
  readonly place: ReadonlyMap<string, number>;
  readonly persons: ReadonlyMap<string, Person>;
  readonly size: number;
  /** Edges in the order of their owner: those of owner `i` are `start[i]` to `start[i + 1]`. */
  readonly start: Int32Array;
  readonly owner: Int32Array;
  readonly owned: Int32Array;
  /** Parts per million. `high` is capped by what others surely hold; an open bound stays one part below. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Edges in the order of the firm that is owned. */
  readonly into: Int32Array;
  readonly intoStart: Int32Array;
  /** The stakes that an edge joins. */
  readonly stakes: readonly (readonly Stake[])[];
}

/** Stakes of this kind say that the owned is a branch or office of the owner: it is the owner (BIS FAQ 45). */
export const BRANCH = "branch";
/** Voting rights alone are control, not ownership (BIS FAQ 43): their size says nothing of the share. */
export const VOTES = "votes";

const live = (s: Stake, at: Instant): boolean => (s.from === undefined || s.from <= at) && (s.until === undefined || at < s.until);

/**
 * The stakes that are held at an instant, ready for captures. Stakes of different classes of shares of one owner add up; voting rights do not.
 * @param persons what is known of owners and owned besides; all others are known by their id alone
 * @example ownerGraph([{ owner: "a", owned: "b", low: 510000, high: 510000, kind: "shares", source: "owners.csv:2" }], [], at)
 */
export function ownerGraph(stakes: readonly Stake[], persons: readonly Person[], at: Instant): OwnerGraph {
  const place = new Map<string, number>();
  const ids: string[] = [];
  const numbered = (id: string): number => {
    let n = place.get(id);
    if (n === undefined) {
      n = ids.push(id) - 1;
      place.set(id, n);
    }
    return n;
  };
  for (const p of persons) numbered(p.id);
  const pairs = new Map<number, { owner: number; owned: number; stakes: Stake[] }>();
  for (const s of stakes) {
    if (!live(s, at)) continue;
    const [owner, owned] = [numbered(s.owner), numbered(s.owned)];
    const key = owner * 0x4000000 + owned;
    const pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, { owner, owned, stakes: [s] });
    else pair.stakes.push(s);
  }
  const edges = [...pairs.values()].sort((a, b) => a.owner - b.owner || a.owned - b.owned);
  const count = edges.length;
  const graph = {
    ids,
    place,
    persons: new Map(persons.map((p) => [p.id, p])),
    size: ids.length,
    owner: Int32Array.from(edges, (e) => e.owner),
    owned: Int32Array.from(edges, (e) => e.owned),
    low: new Int32Array(count),
    high: new Int32Array(count),
    stakes: edges.map((e) => e.stakes),
  };
  bounds(graph);
  const into = Int32Array.from(edges.keys()).sort((a, b) => (graph.owned[a] as number) - (graph.owned[b] as number) || a - b);
  return {
    ...graph,
    start: starts(graph.owner, ids.length),
    into,
    intoStart: starts(
      into.map((e) => graph.owned[e] as number),
      ids.length,
    ),
  };
}

function starts(sorted: Int32Array, size: number): Int32Array {
  const out = new Int32Array(size + 1);
  for (const n of sorted) out[n + 1] = (out[n + 1] as number) + 1;
  for (let i = 0; i < size; i++) out[i + 1] = (out[i + 1] as number) + (out[i] as number);
  return out;
}

/** The least and the most that each edge can be. What others surely hold in the same class cannot be held again. */
function bounds(g: { readonly owned: Int32Array; readonly low: Int32Array; readonly high: Int32Array; readonly stakes: readonly (readonly Stake[])[] }): void {
  const held = new Map<string, number>();
  const classOf = (e: number, s: Stake): string => `${g.owned[e]} ${s.kind}`;
  g.stakes.forEach((list, e) => {
    for (const s of list) held.set(classOf(e, s), (held.get(classOf(e, s)) ?? 0) + s.low);
  });
  g.stakes.forEach((list, e) => {
    const shares = list.filter((s) => s.kind !== VOTES);
    if (list.some((s) => s.kind === BRANCH)) {
      g.low[e] = WHOLE;
      g.high[e] = WHOLE;
    } else if (shares.length === 0) {
      g.high[e] = WHOLE;
    } else {
      let [low, high] = [0, 0];
      for (const s of shares) {
        low += s.low;
        const own = shares.reduce((n, o) => n + (o.kind === s.kind ? o.low : 0), 0);
        const rest = WHOLE - ((held.get(classOf(e, s)) ?? 0) - own);
        high += Math.max(s.low, Math.min(s.highOpen === true ? s.high - 1 : s.high, rest));
      }
      g.low[e] = Math.min(WHOLE, low);
      g.high[e] = Math.min(WHOLE, Math.max(low, high));
    }
  });
}
