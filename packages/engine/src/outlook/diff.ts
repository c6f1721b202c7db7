import type { Instrument, Regime, State, Timeline } from "../law/index.js";
import { stateAt } from "../law/index.js";
import { type Instant, OPEN, toUtc } from "../time/index.js";
import { standing } from "./pending.js";

/** What was learned between two moments of knowledge. */
export interface Learned {
  readonly instruments: readonly { id: string; title: string; standing: string; announced: string; acts: number }[];
  readonly measures: readonly { measure: string; changes: readonly { from: string; until: string | null; before: string; after: string; because: readonly string[] }[] }[];
}

/** Compares the law as known at two moments, measure by measure, over all of valid time. */
export function learned(earlier: Regime, later: Regime): Learned {
  const seen = new Map<Instrument, number>();
  const before = new Set(earlier.entries.map((e) => e.act));
  for (const e of later.entries) if (!before.has(e.act)) seen.set(e.instrument, (seen.get(e.instrument) ?? 0) + 1);
  const ids = [...new Set([...earlier.timelines.keys(), ...later.timelines.keys()])].sort();
  return {
    instruments: [...seen].map(([i, acts]) => ({ id: i.id, title: i.title, standing: i.standing, announced: toUtc(i.announced), acts })),
    measures: ids.flatMap((measure) => {
      const changes = compare(earlier.timelines.get(measure), later.timelines.get(measure));
      return changes.length === 0 ? [] : [{ measure, changes }];
    }),
  };
}

const words = (s: State | undefined): string =>
  s === undefined ? "not known" : `${standing(s)}${s.owed === "yes" ? "" : `, owed ${s.owed}`}${s.standing === "in-force" && s.collected === "unknown" ? ", collection unknown" : ""}`;

function compare(a: Timeline | undefined, b: Timeline | undefined) {
  const edges = [...new Set([...(a?.states ?? []), ...(b?.states ?? [])].map((s) => s.from))].sort((x, y) => x - y);
  const out: { from: string; until: string | null; before: string; after: string; because: readonly string[] }[] = [];
  edges.forEach((from, i) => {
    const until = edges[i + 1] ?? OPEN;
    const old = a === undefined ? undefined : stateAt(a, from);
    const now = b === undefined ? undefined : stateAt(b, from);
    const before = words(old);
    const moved = old !== undefined && now !== undefined && JSON.stringify(old.terms) !== JSON.stringify(now.terms);
    const after = moved && words(now) === before ? `${before}, on other goods or at other rates` : words(now);
    if (before === after || (old === undefined && (now?.standing === "none" || now === undefined))) return;
    const last = out.at(-1);
    if (last !== undefined && last.before === before && last.after === after && last.until === toUtc(from as Instant))
      out[out.length - 1] = { ...last, until: until < OPEN ? toUtc(until as Instant) : null };
    else out.push({ from: toUtc(from as Instant), until: until < OPEN ? toUtc(until as Instant) : null, before, after, because: now?.by ?? [] });
  });
  return out;
}
