import type { Stake } from "../types.js";

const WHOLE = 1_000_000;
/** Stakes of this kind say that the owned is a branch or office of the owner: it is the owner (BIS FAQ 45). */
export const BRANCH = "branch";
/** Voting rights alone are control, not ownership (BIS FAQ 43): their size says nothing of the share. */
export const VOTES = "votes";

/**
 * The least and the most that each edge can be. What others surely hold in a class cannot be held again.
 * @param order the stakes in the order of their edges @param first where the stakes of each edge begin in it @param owned whom each edge owns
 */
export function bounds(stakes: readonly Stake[], order: Int32Array, first: Int32Array, owned: Int32Array, size: number): { low: Int32Array; high: Int32Array } {
  const count = owned.length;
  const [low, high] = [new Int32Array(count), new Int32Array(count)];
  const kinds = new Map<string, number>();
  for (const s of stakes) if (!kinds.has(s.kind)) kinds.set(s.kind, kinds.size);
  // What is surely held of each class of each firm.
  const held = kinds.size * size <= 20_000_000 ? new Float64Array(kinds.size * size) : new Map<number, number>();
  const key = (firm: number, s: Stake): number => firm * kinds.size + (kinds.get(s.kind) as number);
  const sum = (k: number): number => (held instanceof Map ? (held.get(k) ?? 0) : (held[k] as number));
  for (let e = 0; e < count; e++)
    for (let i = first[e] as number; i < (first[e + 1] as number); i++) {
      const s = stakes[order[i] as number] as Stake;
      const k = key(owned[e] as number, s);
      if (held instanceof Map) held.set(k, sum(k) + s.low);
      else held[k] = sum(k) + s.low;
    }
  for (let e = 0; e < count; e++) {
    const [a, b] = [first[e] as number, first[e + 1] as number];
    let [least, most, shares, branch] = [0, 0, 0, false];
    for (let i = a; i < b; i++) {
      const s = stakes[order[i] as number] as Stake;
      if (s.kind === BRANCH) branch = true;
      if (s.kind === VOTES) continue;
      shares++;
      least += s.low;
      let own = s.low;
      for (let j = a; j < b && b - a > 1; j++) {
        const o = stakes[order[j] as number] as Stake;
        if (j !== i && o.kind === s.kind) own += o.low;
      }
      const rest = WHOLE - (sum(key(owned[e] as number, s)) - own);
      most += Math.max(s.low, Math.min(s.highOpen === true ? s.high - 1 : s.high, rest));
    }
    low[e] = branch ? WHOLE : Math.min(WHOLE, least);
    high[e] = branch || shares === 0 ? WHOLE : Math.min(WHOLE, Math.max(least, most));
  }
  return { low, high };
}
