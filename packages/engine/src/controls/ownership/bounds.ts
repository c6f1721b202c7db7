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
export function bounds(sorted: Sorted, size: number, unnamed: Uint8Array | undefined): Bounds {
  const { first, owner, owned } = sorted;
  const count = owned.length;
  const f = flat(sorted);
  const held = new Held(f.kinds, size);
  for (let e = 0; e < count; e++)
    if (unnamed?.[owner[e] as number] !== 1)
      for (let i = first[e] as number; i < (first[e + 1] as number); i++) held.add(owned[e] as number, f.kind[i] as number, f.low[i] as number, (f.open[i] as number) & 1);
  const [low, high, open] = [new Int32Array(count), new Int32Array(count), new Uint8Array(count)];
  const [lowDirect, highDirect] = f.seen[2] === 1 ? [new Int32Array(count), new Int32Array(count)] : [low, high];
  const branch = f.seen[0] === 1 ? new Uint8Array(count) : undefined;
  for (let e = 0; e < count; e++) {
    const x = owned[e] as number;
    const named = unnamed?.[owner[e] as number] !== 1;
    const [from, to] = [first[e] as number, first[e + 1] as number];
    if (to - from > 1) byKind(f, from, to);
    let [least, most, through, under] = [0, 0, 0, false];
    let [isBranch, indirect] = [false, false];
    for (let i = from; i < to; ) {
      const kind = f.kind[i] as number;
      let [kindLow, kindHigh, kindOpen, lows] = [0, 0, 0, 0];
      for (; i < to && f.kind[i] === kind; i++) {
        kindLow += f.low[i] as number;
        kindHigh += f.high[i] as number;
        kindOpen |= (f.open[i] as number) & 2;
        lows += (f.open[i] as number) & 1;
      }
      if (kind === 0) isBranch = true;
      else if (kind === 2) {
        indirect = true;
        through = kindLow;
      } else if (kind > 2) {
        const rest = WHOLE - held.low(x, kind) + (named ? kindLow : 0);
        const less = held.opens(x, kind) > (named ? lows : 0);
        least += kindLow;
        most += Math.max(kindLow, Math.min(kindHigh, rest));
        if ((kindOpen !== 0 && kindHigh <= rest) || (less && rest <= kindHigh && rest > kindLow)) under = true;
      } else if (i === to && f.kind[from] === 1) {
        // Votes alone: some part is held, and no more than others leave of the shares.
        most = Math.max(0, WHOLE - held.low(x, 3));
        under = held.opens(x, 3) > 0;
      }
    }
    if (isBranch) (branch as Uint8Array)[e] = 1;
    lowDirect[e] = isBranch ? WHOLE : Math.min(WHOLE, least);
    highDirect[e] = isBranch ? WHOLE : Math.min(WHOLE, Math.max(least, most));
    if (lowDirect !== low) {
      low[e] = Math.min(WHOLE, (lowDirect[e] as number) + through);
      // An owner counts with the whole stake of the firm through which it holds: the most is open.
      high[e] = indirect ? WHOLE : (highDirect[e] as number);
    }
    if (under && !isBranch && most <= WHOLE && !indirect) open[e] = 1;
  }
  return { low, high, lowDirect, highDirect, open, branch };
}

/** The stakes of all edges side by side. Kinds are numbers: 0 branch, 1 votes, 2 indirect, 3 shares, then others. */
interface Flat {
  readonly kind: Int32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** 1 "more than", 2 "less than", 3 both. */
  readonly open: Uint8Array;
  readonly kinds: number;
  /** Which of the first four kinds there are. */
  readonly seen: Uint8Array;
}
function flat({ stakes, order }: Sorted): Flat {
  const count = order.length;
  const [kind, low, high, open] = [new Int32Array(count), new Int32Array(count), new Int32Array(count), new Uint8Array(count)];
  const numbers = new Map([BRANCH, VOTES, INDIRECT, SHARES].map((k, n) => [k, n]));
  const seen = new Uint8Array(4);
  let [word, n] = [SHARES, 3];
  for (let i = 0; i < count; i++) {
    const s = stakes[order[i] as number] as Stake;
    if (s.kind !== word) {
      word = s.kind;
      n = numbers.get(word) ?? numbers.size;
      if (n === numbers.size) numbers.set(word, n);
    }
    if (n < 4) seen[n] = 1;
    kind[i] = n;
    low[i] = s.low;
    high[i] = s.high;
    open[i] = (s.lowOpen === true ? 1 : 0) | (s.highOpen === true ? 2 : 0);
  }
  return { kind, low, high, open, kinds: numbers.size, seen };
}

/** Puts the stakes of one edge in the order of their kinds. */
function byKind(f: Flat, from: number, to: number): void {
  let sorted = true;
  for (let i = from + 1; i < to && sorted; i++) sorted = (f.kind[i - 1] as number) <= (f.kind[i] as number);
  if (sorted) return;
  const at = Array.from({ length: to - from }, (_, i) => from + i).sort((a, b) => (f.kind[a] as number) - (f.kind[b] as number) || a - b);
  for (const column of [f.low, f.high, f.open, f.kind])
    column.set(
      at.map((i) => column[i] as number),
      from,
    );
}

/** What is surely held of each class of each firm, and how many of those stakes are "more than" it says. */
class Held {
  private readonly sums = new Map<number, number>();
  private readonly more = new Map<number, number>();
  private readonly flat: Float64Array | undefined;

  constructor(
    private readonly kinds: number,
    size: number,
  ) {
    if (kinds * size <= 4_000_000) this.flat = new Float64Array(kinds * size);
  }

  add(firm: number, kind: number, low: number, open: number): void {
    const key = firm * this.kinds + kind;
    if (this.flat !== undefined) this.flat[key] = (this.flat[key] as number) + low;
    else if (low > 0) this.sums.set(key, (this.sums.get(key) ?? 0) + low);
    if (open === 1) this.more.set(key, (this.more.get(key) ?? 0) + 1);
  }

  /** What all named owners surely hold. */
  low(firm: number, kind: number): number {
    const key = firm * this.kinds + kind;
    return this.flat === undefined ? (this.sums.get(key) ?? 0) : (this.flat[key] as number);
  }

  /** How many of their stakes are more than it says. */
  opens(firm: number, kind: number): number {
    return this.more.size === 0 ? 0 : (this.more.get(firm * this.kinds + kind) ?? 0);
  }
}
