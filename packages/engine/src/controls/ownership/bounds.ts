import type { Stake } from "../types.js";

const WHOLE = 1_000_000;
/** Stakes of this kind say that the owned is a branch or office of the owner: it is the owner (BIS FAQ 45). */
export const BRANCH = "branch";
/** Voting rights alone are control, not ownership (BIS FAQ 43): their size says nothing of the share. */
export const VOTES = "votes";
/** A share held through others of whom the source says nothing. It may be the same part that a direct owner holds. */
export const INDIRECT = "indirect";
const SHARES = "shares";

/** The least and the most that each edge can be, in parts per million. */
export interface Bounds {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** The same without what is held indirectly. */
  readonly lowDirect: Int32Array;
  readonly highDirect: Int32Array;
  /** 1 where the upper bound itself is never reached. */
  readonly open: Uint8Array;
  /** 1 where the owned is a branch; undefined where there is none. */
  readonly branch: Uint8Array | undefined;
}
/** The stakes of a graph in the order of its edges: those of edge `e` are `order[first[e]]` to `order[first[e + 1]]`. */
export interface Sorted {
  readonly stakes: readonly Stake[];
  readonly order: Int32Array;
  readonly first: Int32Array;
  /** Owner and owned of each edge. */
  readonly owner: Int32Array;
  readonly owned: Int32Array;
}

/**
 * The bounds of each edge. Stakes of one owner in different classes add up; what others surely hold in a class cannot be held again, and "more than" leaves less than the rest.
 * @param size how many persons there are @param unnamed 1 for owners whom nobody names: each may be one of the others, so they take nothing away
 */
export function bounds({ stakes, order, first, owner, owned }: Sorted, size: number, unnamed: Uint8Array | undefined): Bounds {
  const count = owned.length;
  const [low, high, open] = [new Int32Array(count), new Int32Array(count), new Uint8Array(count)];
  const apart = stakes.some((s) => s.kind === INDIRECT);
  const [lowDirect, highDirect] = apart ? [new Int32Array(count), new Int32Array(count)] : [low, high];
  const branch = stakes.some((s) => s.kind === BRANCH) ? new Uint8Array(count) : undefined;
  const held = new Held(stakes, size);
  const each = (e: number, take: (s: Stake) => void): void => {
    for (let i = first[e] as number; i < (first[e + 1] as number); i++) take(stakes[order[i] as number] as Stake);
  };
  for (let e = 0; e < count; e++) if (unnamed?.[owner[e] as number] !== 1) each(e, (s) => held.add(owned[e] as number, s));
  for (let e = 0; e < count; e++) {
    const x = owned[e] as number;
    const named = unnamed?.[owner[e] as number] !== 1;
    const own = new Map<string, { low: number; high: number; open: boolean; lows: number }>();
    each(e, (s) => {
      const k = own.get(s.kind) ?? { low: 0, high: 0, open: false, lows: 0 };
      k.low += s.low;
      k.high += s.high;
      if (s.highOpen === true) k.open = true;
      if (s.lowOpen === true) k.lows++;
      own.set(s.kind, k);
    });
    let [least, most, through, under] = [0, 0, 0, false];
    for (const [kind, k] of own) {
      if (kind === VOTES || kind === BRANCH) continue;
      if (kind === INDIRECT) {
        through += k.low;
        continue;
      }
      const others = held.others(x, kind, named ? k : NOTHING);
      const rest = WHOLE - others.low;
      least += k.low;
      most += Math.max(k.low, Math.min(k.high, rest));
      if ((k.open && k.high <= rest) || (others.open && rest <= k.high && rest > k.low)) under = true;
    }
    // Votes alone: some part is held, and no more than others leave.
    if (own.has(VOTES) && [...own.keys()].every((k) => k === VOTES)) {
      const others = held.others(x, SHARES, NOTHING);
      most = Math.max(0, WHOLE - others.low);
      under = others.open;
    }
    const isBranch = own.has(BRANCH);
    if (isBranch) (branch as Uint8Array)[e] = 1;
    lowDirect[e] = isBranch ? WHOLE : Math.min(WHOLE, least);
    highDirect[e] = isBranch ? WHOLE : Math.min(WHOLE, Math.max(least, most));
    if (apart) {
      low[e] = Math.min(WHOLE, (lowDirect[e] as number) + through);
      // An owner counts with the whole stake of the firm through which it holds: the most is open.
      high[e] = own.has(INDIRECT) ? WHOLE : (highDirect[e] as number);
    }
    if (under && !isBranch && most <= WHOLE && !own.has(INDIRECT)) open[e] = 1;
  }
  return { low, high, lowDirect, highDirect, open, branch };
}
const NOTHING = { low: 0, lows: 0 } as const;

/** What is surely held of each class of each firm, and how many of those stakes are "more than" it says. */
class Held {
  private readonly kinds = new Map<string, number>();
  private readonly sums = new Map<number, number>();
  private readonly opens = new Map<number, number>();
  private readonly flat: Float64Array | undefined;

  constructor(stakes: readonly Stake[], size: number) {
    for (const s of stakes) if (!this.kinds.has(s.kind)) this.kinds.set(s.kind, this.kinds.size);
    if (this.kinds.size * size <= 4_000_000) this.flat = new Float64Array(this.kinds.size * size);
  }

  add(firm: number, s: Stake): void {
    const key = firm * this.kinds.size + (this.kinds.get(s.kind) as number);
    if (this.flat !== undefined) this.flat[key] = (this.flat[key] as number) + s.low;
    else if (s.low > 0) this.sums.set(key, (this.sums.get(key) ?? 0) + s.low);
    if (s.lowOpen === true) this.opens.set(key, (this.opens.get(key) ?? 0) + 1);
  }

  /** What all but one owner hold. */
  others(firm: number, kind: string, own: { readonly low: number; readonly lows: number }): { low: number; open: boolean } {
    const n = this.kinds.get(kind);
    if (n === undefined) return { low: 0, open: false };
    const key = firm * this.kinds.size + n;
    return { low: (this.flat?.[key] ?? this.sums.get(key) ?? 0) - own.low, open: (this.opens.get(key) ?? 0) > own.lows };
  }
}
