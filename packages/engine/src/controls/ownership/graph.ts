import type { Instant } from "../../time/index.js";
import type { Person, Share, Stake } from "../types.js";
import { bounds } from "./bounds.js";

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
  /** Parts per million. `high` is capped by what others surely hold; where `open` is 1 it is never reached itself. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly open: Uint8Array;
  /** The same without what is held indirectly; the same arrays where nothing is. */
  readonly lowDirect: Int32Array;
  readonly highDirect: Int32Array;
  /** 1 for edges whose owned is a branch of its owner; undefined where there is none. */
  readonly branch: Uint8Array | undefined;
  /** The most that owners whom nobody names may hold of each firm; undefined where there are none. */
  readonly unnamed: Int32Array | undefined;
  /** Edges in the order of the firm that is owned. */
  readonly into: Int32Array;
  readonly intoStart: Int32Array;
  /** The stakes that an edge joins. */
  readonly stakesOf: (edge: number) => readonly Stake[];
}
export const WHOLE: Share = 1_000_000;

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
  const held = stakes.filter((s) => live(s, at));
  const [from, to] = [new Int32Array(held.length), new Int32Array(held.length)];
  for (let i = 0; i < held.length; i++) {
    const s = held[i] as Stake;
    from[i] = numbered(s.owner);
    to[i] = numbered(s.owned);
  }
  const size = ids.length;
  // By owner, and by what is owned among the stakes of one owner: two stable sorts by counting.
  const order = byCount(byCount(upTo(held.length), to, size), from, size);
  const first = new Int32Array(held.length + 1);
  let count = 0;
  for (let k = 0; k < order.length; k++) {
    const [s, before] = [order[k] as number, order[k - 1]];
    if (before === undefined || from[s] !== from[before] || to[s] !== to[before]) first[count++] = k;
  }
  first[count] = order.length;
  const [owner, owned] = [new Int32Array(count), new Int32Array(count)];
  for (let e = 0; e < count; e++) {
    const s = order[first[e] as number] as number;
    owner[e] = from[s] as number;
    owned[e] = to[s] as number;
  }
  const nameless = persons.some((p) => p.unnamed === true) ? new Uint8Array(size) : undefined;
  if (nameless !== undefined) for (const p of persons) if (p.unnamed === true) nameless[place.get(p.id) as number] = 1;
  const sizes = bounds({ stakes: held, order, first: first.subarray(0, count + 1), owner, owned }, size, nameless);
  const into = byCount(upTo(count), owned, size);
  const stakesOf = (e: number): Stake[] => Array.from(order.subarray(first[e], first[e + 1]), (s) => held[s] as Stake);
  return {
    ids,
    place,
    persons: new Map(persons.map((p) => [p.id, p])),
    size,
    start: starts(owner, size),
    owner,
    owned,
    ...sizes,
    unnamed: nameless === undefined ? undefined : heldBy(nameless, owner, owned, sizes.high),
    into,
    intoStart: starts(owned, size),
    stakesOf,
  };
}

/** An order of edges that does not turn on the order of the file: by the ids of owner and owned. */
export function byName(g: OwnerGraph, a: number, b: number): number {
  const id = (ends: Int32Array, e: number): string => g.ids[ends[e] as number] as string;
  const [ours, theirs] = [id(g.owner, a), id(g.owner, b)];
  if (ours !== theirs) return ours < theirs ? -1 : 1;
  return id(g.owned, a) < id(g.owned, b) ? -1 : 1;
}

/** What owners of one kind may hold of each firm together. */
function heldBy(kind: Uint8Array, owner: Int32Array, owned: Int32Array, high: Int32Array): Int32Array {
  const out = new Int32Array(kind.length);
  for (let e = 0; e < owner.length; e++) if (kind[owner[e] as number] === 1) out[owned[e] as number] = Math.min(WHOLE, (out[owned[e] as number] as number) + (high[e] as number));
  return out;
}

/** Places in the order of their keys; those of one key stay in their order. */
function byCount(places: Int32Array, key: Int32Array, size: number): Int32Array {
  const next = starts(key, size);
  const out = new Int32Array(places.length);
  for (const p of places) {
    const k = key[p] as number;
    out[next[k] as number] = p;
    next[k] = (next[k] as number) + 1;
  }
  return out;
}
function upTo(n: number): Int32Array {
  const out = new Int32Array(n);
  for (let i = 0; i < n; i++) out[i] = i;
  return out;
}
/** Where each key begins among sorted ones. */
function starts(keys: Int32Array, size: number): Int32Array {
  const out = new Int32Array(size + 1);
  for (const k of keys) out[k + 1] = (out[k + 1] as number) + 1;
  for (let i = 0; i < size; i++) out[i + 1] = (out[i + 1] as number) + (out[i] as number);
  return out;
}
