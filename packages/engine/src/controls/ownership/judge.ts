import type { Standing } from "../standing.js";
import type { Listing, ListCode } from "../types.js";
import { type Capture, capture } from "./capture.js";
import { type Caution, cautions } from "./cautions.js";
import { type Deciding, deciding } from "./deciding.js";
import type { OwnerGraph } from "./graph.js";
import type { OwnershipRule } from "./rules.js";
import { type Step, witness } from "./witness.js";

/** A person of the graph that a list names, with each listing that is live at the instant. */
export type Listed = ReadonlyMap<number, readonly Listing[]>;

/** The captures of one rule at one instant, for every person of the graph at once. */
export interface Reach {
  readonly rule: OwnershipRule;
  readonly graph: OwnerGraph;
  readonly listed: Listed;
  /** Surely reached by what the text says; by the most that stakes can be; and the same where what it leaves open is taken as said. */
  readonly sure: Capture;
  readonly most: Capture;
  readonly wide: Capture;
  readonly widest: Capture;
}

/** What a rule says of one person, before its stay is looked at. */
export type Owned = "restricted" | "red-flag" | "unsettled" | "caution" | "none";
export interface Judged {
  readonly owned: Owned;
  /** Listed itself on a list that counts. */
  readonly listed: boolean;
  /** Sums of the stakes of members, in parts per million: by the lower and by the upper bounds, as the verdict reads the rule. */
  readonly low: number;
  readonly high: number;
  readonly witness: readonly Step[];
  readonly deciding: readonly Deciding[];
  readonly cautions: readonly Caution[];
  readonly exempt: boolean;
  /** The capture in which the witness stands. */
  readonly by: Capture;
}

/** Whether a listing makes its party an owner that counts. An SDN whose programme is not given counts: a copy without programmes cannot free anyone. */
export function counts(rule: OwnershipRule, l: Listing): boolean {
  return rule.seeds.some((s) => s.list === l.list && (s.programs === undefined || l.programs === undefined || l.programs.some((p) => s.programs?.includes(p))));
}

/** Runs a rule over a graph. @param listed the persons that live listings name */
export function reach(rule: OwnershipRule, graph: OwnerGraph, listed: Listed): Reach {
  const seeds = [...listed].filter(([, all]) => all.some((l) => counts(rule, l))).map(([n]) => n);
  const exempt = new Uint8Array(graph.size);
  if (rule.home !== undefined) graph.ids.forEach((id, n) => void (graph.persons.get(id)?.country === rule.home && (exempt[n] = 1)));
  const run = (bound: "low" | "high", reading: "narrow" | "wide"): Capture => capture(graph, seeds, exempt, rule, bound, reading);
  const [sure, most] = [run("low", "narrow"), run("high", "narrow")];
  const open = rule.sums === "unsettled" || rule.repeats === "unsettled";
  return { rule, graph, listed, sure, most, wide: open ? run("low", "wide") : sure, widest: open ? run("high", "wide") : most };
}

const inside = (c: Capture, x: number): boolean => (c.rank[x] as number) > 1;

/** What a rule says of one person of the graph. */
export function judge(r: Reach, x: number): Judged {
  const { graph, sure, most, wide, widest } = r;
  const listed = sure.rank[x] === 1;
  const exempt = !inside(widest, x) && r.rule.home !== undefined && graph.persons.get(graph.ids[x] as string)?.country === r.rule.home;
  const of = (owned: Owned, by: Capture, high: Capture): Judged => ({
    owned,
    listed,
    low: Math.min(1_000_000, by.bound === "low" ? (by.sum[x] as number) : (sure.sum[x] as number)),
    // A sum that is never reached itself stays one part below.
    high: Math.min(1_000_000, (high.sum[x] as number) - (high.under[x] as number)),
    witness: owned === "restricted" || (owned === "unsettled" && by.bound === "low") ? witness(graph, by, x) : [],
    deciding: owned === "red-flag" ? deciding(graph, sure, most, x) : owned === "unsettled" && by.bound === "high" ? deciding(graph, wide, widest, x) : [],
    cautions: owned === "restricted" ? [] : cautions(graph, widest, x),
    exempt,
    by,
  });
  if (listed) return of("none", sure, most);
  if (inside(sure, x)) return of("restricted", sure, most);
  if (inside(most, x)) return of("red-flag", most, most);
  if (inside(wide, x)) return of("unsettled", wide, widest);
  if (inside(widest, x)) return of("unsettled", widest, widest);
  const quiet = of("none", sure, most);
  return quiet.cautions.length === 0 ? quiet : { ...quiet, owned: "caution" };
}

/** The lists that name the owners of a step or further up, for the words of an answer. */
export function listsOf(r: Reach, steps: readonly Step[]): ListCode[] {
  const owners = steps.flatMap((s) => s.edges.map((e) => r.graph.owner[e] as number));
  return [...new Set(owners.flatMap((o) => (r.listed.get(o) ?? []).filter((l) => counts(r.rule, l)).map((l) => l.list)))];
}

/** What a verdict becomes while its rule is stayed, not yet in effect or not announced. */
export function underStay(owned: Owned, s: Standing): Owned | "stayed" | undefined {
  if (s.force === "in-force" || owned === "none") return owned;
  if (s.force === "suspended") return owned === "caution" ? owned : "stayed";
  return undefined;
}
