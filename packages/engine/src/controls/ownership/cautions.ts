import { type Capture, reached } from "./capture.js";
import type { OwnerGraph } from "./graph.js";

/** A fact that calls for care without restricting: a smaller stake, one held through others, a listed child, a listed sister. */
export interface Caution {
  readonly kind: "minority" | "through" | "parent" | "sister" | "interest";
  /** The stakes that show it. */
  readonly edges: readonly number[];
}
const MOST = 20;

/**
 * What calls for care about a person that is not caught: members that hold less than the threshold of it, themselves or through firms that are not caught,
 * listed firms that it owns, itself or through others, and listed firms with the same majority owner.
 * @param high the widest capture of the rule
 */
export function cautions(g: OwnerGraph, high: Capture, person: number): Caution[] {
  const out: Caution[] = [];
  const owners = [...into(g, person)].filter((e) => (high.rank[g.owner[e] as number] as number) > 0 && (g.high[e] as number) > 0);
  if (owners.length > 0) out.push({ kind: "minority", edges: owners.slice(0, MOST) });
  else {
    const path = pathFrom(trails(g, high).down, g.owner, person);
    if (path.length > 0) out.push({ kind: "through", edges: path });
  }
  const children = [...from(g, person)].filter((e) => high.rank[g.owned[e] as number] === 1);
  const below = children.length > 0 ? children.slice(0, MOST) : pathFrom(trails(g, high).up, g.owned, person);
  if (below.length > 0) out.push({ kind: "parent", edges: below });
  const sisters: number[] = [];
  for (const e of into(g, person)) {
    if (!reached(g.high[e] as number, g.open[e] === 1, high.rule.threshold)) continue;
    for (const f of listedChildren(g, high, g.owner[e] as number)) if (g.owned[f] !== person && sisters.length < MOST) sisters.push(e, f);
  }
  if (sisters.length > 0) out.push({ kind: "sister", edges: sisters });
  return out;
}

/** For each person the stake that leads to the nearest member above it, and to the nearest listed party below it; -1 where there is none. */
interface Trails {
  readonly down: Int32Array;
  readonly up: Int32Array;
}
/** Found once for each capture. */
function trails(g: OwnerGraph, high: Capture): Trails {
  let known = trailsOf.get(high);
  if (known === undefined) {
    known = { down: spread(g, (n) => (high.rank[n] as number) > 0, from, g.owned), up: spread(g, (n) => high.rank[n] === 1, into, g.owner) };
    trailsOf.set(high, known);
  }
  return known;
}
const trailsOf = new WeakMap<Capture, Trails>();

/** From those that are looked for outward, one stake at a time: by which stake each person was first come to. */
function spread(g: OwnerGraph, source: (n: number) => boolean, step: (g: OwnerGraph, x: number) => Generator<number>, end: Int32Array): Int32Array {
  const came = new Int32Array(g.size).fill(-1);
  const work: number[] = [];
  for (let n = 0; n < g.size; n++) if (source(n)) work.push(n);
  for (let next = 0; next < work.length; next++)
    for (const e of step(g, work[next] as number)) {
      const n = end[e] as number;
      if (came[n] !== -1 || source(n) || (g.high[e] as number) === 0) continue;
      came[n] = e;
      work.push(n);
    }
  return came;
}
function pathFrom(came: Int32Array, end: Int32Array, person: number): number[] {
  const path: number[] = [];
  for (let e = came[person] ?? -1; e >= 0; e = came[end[e] as number] as number) path.push(e);
  return path;
}

/** Listed firms of which an owner may hold a majority; found once for each owner. */
function listedChildren(g: OwnerGraph, high: Capture, owner: number): readonly number[] {
  let known = kept.get(high);
  if (known === undefined) kept.set(high, (known = new Map()));
  let edges = known.get(owner);
  if (edges === undefined) {
    edges = [];
    for (const f of from(g, owner)) if (high.rank[g.owned[f] as number] === 1 && reached(g.high[f] as number, g.open[f] === 1, high.rule.threshold) && edges.push(f) > MOST) break;
    known.set(owner, edges);
  }
  return edges;
}
const kept = new WeakMap<Capture, Map<number, number[]>>();

export function* into(g: OwnerGraph, x: number): Generator<number> {
  for (let i = g.intoStart[x] as number; i < (g.intoStart[x + 1] as number); i++) yield g.into[i] as number;
}
export function* from(g: OwnerGraph, x: number): Generator<number> {
  for (let e = g.start[x] as number; e < (g.start[x + 1] as number); e++) yield e;
}
