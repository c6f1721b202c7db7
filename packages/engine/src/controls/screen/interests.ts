import type { Reach } from "../ownership/index.js";
import type { Moment } from "./grounds.js";
import type { Interest } from "./owners.js";

/** Interests by whom they are in and by who has them. */
interface Index {
  readonly in: ReadonlyMap<string, readonly Interest[]>;
  readonly of: ReadonlyMap<string, readonly Interest[]>;
}
const kept = new WeakMap<readonly Interest[], Index>();
const MOST = 20;

/**
 * Interests that are not ownership and call for care: a party that the rule reaches sits on the board or controls otherwise, or someone has an interest here and in a listed party.
 * @param id the person who is asked about
 */
export function interestCautions(m: Moment, r: Reach, id: string, name: (n: number) => string): { kind: string; text: string }[] {
  const all = m.grounds.input.owners?.interests ?? [];
  if (all.length === 0) return [];
  const index = indexOf(all);
  const rank = (who: string): number => {
    const n = r.graph.place.get(who);
    return n === undefined ? 0 : (r.widest.rank[n] as number);
  };
  const named = (who: string): string => name(r.graph.place.get(who) as number);
  const live = (i: Interest): boolean => (i.from === undefined || i.from <= m.on) && (i.until === undefined || m.on < i.until);
  const out: { kind: string; text: string }[] = [];
  for (const i of index.in.get(id) ?? []) {
    if (out.length >= MOST) break;
    if (!live(i)) continue;
    if (rank(i.holder) > 0) out.push({ kind: "interest", text: `${named(i.holder)} has another interest in it (${i.type}), which is not ownership (${i.source})` });
    else
      for (const o of (index.of.get(i.holder) ?? []).slice(0, MOST))
        if (o.subject !== id && live(o) && rank(o.subject) === 1)
          out.push({
            kind: "interest",
            text: `${named(i.holder)} has an interest in it (${i.type}) and in ${named(o.subject)}, which is listed (${o.type}); neither is ownership (${i.source}; ${o.source})`,
          });
  }
  return out;
}

function indexOf(all: readonly Interest[]): Index {
  let index = kept.get(all);
  if (index === undefined) {
    index = { in: group(all, (i) => i.subject), of: group(all, (i) => i.holder) };
    kept.set(all, index);
  }
  return index;
}
function group(all: readonly Interest[], key: (i: Interest) => string): Map<string, Interest[]> {
  const out = new Map<string, Interest[]>();
  for (const i of all) {
    const list = out.get(key(i));
    if (list === undefined) out.set(key(i), [i]);
    else list.push(i);
  }
  return out;
}
