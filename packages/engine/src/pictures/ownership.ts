import type { Canvas } from "../charts/index.js";
import { ownershipChart, type OwnershipEdge, type OwnershipNode } from "../charts/ownership.js";
import type { OwnerGraph, Reach } from "../controls/index.js";
import type { Screen, ScreenAnswer, ScreenQuery } from "../controls/screen/index.js";
import type { Instant } from "../time/index.js";
import { InputError } from "../desk/index.js";

const MOST = 40;
const percent = (ppm: number): string => String(Math.round(ppm / 100) / 100);

/** Who owns the party asked about, and its owners in turn, by the first rule that says something of it. @throws InputError where the stakes do not name it */
export function ownershipPicture(canvas: Canvas, screen: Screen, q: ScreenQuery, on: Instant, answer: ScreenAnswer): Element {
  const id = screen.person(q);
  if (id === undefined) throw new InputError("no-picture", `the stakes do not name ${q.name.slice(0, 80)}`, "give --owners FILE in which it is owned", "--svg");
  const moment = screen.at(on);
  const rule = screen.grounds.input.rules.find((r) => r.id === answer.ownership.rule) ?? screen.grounds.input.rules[0];
  if (rule === undefined) throw new InputError("no-picture", "the regime has no rule of ownership", "leave --regime out", "--svg");
  const r = moment.reach(rule);
  const { graph } = r;
  const { nodes, edges, left } = around(graph, graph.place.get(id) as number);
  const witness = new Set(answer.ownership.witness.flatMap((w) => w.stakes.map((s) => `${s.owner}\n${s.owned}`)));
  const name = (n: number): string => screen.grounds.persons.get(graph.ids[n] as string)?.names[0] ?? (graph.ids[n] as string);
  return ownershipChart(
    canvas,
    {
      title: `Who owns ${answer.name}`,
      unit: `percent of each firm held; owners above, on ${answer.on.slice(0, 10)}: ${answer.verdict}`,
      note: `${rule.title} (${rule.cites.join(", ")}). Law as known ${answer.known}. ${left > 0 ? `${left} more owners are not drawn. ` : ""}Stakes as the user's file gives them.`,
    },
    nodes.map((n): OwnershipNode => ({ id: String(n), label: name(n), state: stateOf(r, n), asked: graph.ids[n] === id, note: noteOf(r, n) })),
    edges.map((e): OwnershipEdge => {
      const [low, high] = [graph.low[e] as number, graph.high[e] as number];
      const label = low === high ? `${percent(low)} %` : low === 0 && high === 1_000_000 ? "unknown" : `${percent(low)} to ${percent(high)} %`;
      return { from: String(graph.owner[e]), to: String(graph.owned[e]), label, witness: witness.has(`${name(graph.owner[e] as number)}\n${name(graph.owned[e] as number)}`) };
    }),
  );
}

const stateOf = (r: Reach, n: number): OwnershipNode["state"] =>
  r.sure.rank[n] === 1 ? "listed" : (r.sure.rank[n] as number) > 1 ? "caught" : (r.widest.rank[n] as number) > 0 || (r.most.rank[n] as number) > 0 ? "possible" : "other";
const noteOf = (r: Reach, n: number): string => {
  const lists = (r.listed.get(n) ?? []).map((l) => l.list);
  if (lists.length > 0) return [...new Set(lists)].join(", ");
  const sum = r.sure.sum[n] as number;
  return sum === 0 ? "" : `${percent(Math.min(1_000_000, sum))} % by parties reached`;
};

/** A person, all above it, and the stakes between them. */
function around(g: OwnerGraph, x: number): { nodes: number[]; edges: number[]; left: number } {
  const seen = new Set([x]);
  const work = [x];
  let left = 0;
  for (let n = work.shift(); n !== undefined; n = work.shift())
    for (let i = g.intoStart[n] as number; i < (g.intoStart[n + 1] as number); i++) {
      const o = g.owner[g.into[i] as number] as number;
      if (seen.has(o)) continue;
      if (seen.size >= MOST) left++;
      else {
        seen.add(o);
        work.push(o);
      }
    }
  const edges = [...seen].flatMap((n) => Array.from(g.into.subarray(g.intoStart[n], g.intoStart[n + 1])).filter((e) => seen.has(g.owner[e] as number)));
  return { nodes: [...seen], edges, left };
}
