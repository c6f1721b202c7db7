import type { DutyResult } from "../duty/index.js";
import { type Instrument, pastHorizon } from "../law/index.js";
import { type Learned, learned } from "../outlook/index.js";
import { type Instant, parseOn, toUtc, toZoned, WASHINGTON } from "../time/index.js";
import type { Desks } from "../desk/index.js";

/** What a difference means for one line of goods. */
export interface DiffAnswer extends Pick<DutyResult, "outcome" | "additionalPercent" | "totalPercent" | "owedPercent"> {
  readonly branches?: readonly { readonly if: string; readonly additionalPercent: string | null }[];
}
/** What was learned between two moments. */
export interface DiffView extends Learned {
  readonly on: string;
  readonly known: readonly string[];
  readonly horizon: string;
  readonly warnings: readonly string[];
  readonly answers: readonly { readonly code: string; readonly from: string; readonly what: string; readonly on: string; readonly before: DiffAnswer; readonly after: DiffAnswer }[];
}

/** Lines of goods whose answers show what a difference means: each side, each list. */
const PROBES = [
  { code: "4202.92.31.31", from: "CN", what: "a bag on list 3" },
  { code: "6110.20.20.79", from: "CN", what: "a sweater on list 4A" },
  { code: "9503.00.00.73", from: "CN", what: "a toy on no list in force" },
  { code: "8505.11.00.70", from: "CN", what: "a neodymium magnet" },
  { code: "1201.90.11", from: "US", what: "soybeans" },
  { code: "8542.31.00", from: "US", what: "processors" },
] as const;

/** Two moments of knowledge, and the day for which answers are compared. */
export interface Moments {
  readonly a: Instant;
  readonly b: Instant;
  readonly now: Instant;
  readonly on?: string;
  readonly supposed: readonly Instrument[];
}

/**
 * What was learned between two moments, as an answer on `on` (now, where it is not given), with the warnings of both moments.
 * Past the last day to which the regime was checked it is said that nothing was looked for there.
 */
export function difference(desks: Desks, q: Moments): DiffView {
  const { horizon } = desks.regime.law;
  const on = q.on === undefined ? q.now : parseOn(q.on, WASHINGTON).at;
  const ask = (rest: readonly Instrument[]) => ({ ...learned(desks.regimeAt(q.a, rest), desks.regimeAt(q.b, rest)), answers: answers(desks, q, rest) });
  const asked = pastHorizon(on, horizon);
  const heard = asked.length > 0 || toUtc(q.b).slice(0, 10) <= horizon ? [] : [`the regime was checked to ${horizon}: what was announced between that day and ${toUtc(q.b)} is not in this answer`];
  const warnings = [...asked, ...heard, ...desks.soon(q.a), ...desks.soon(q.b), ...desks.idle(q.b, q.supposed, ask)];
  return { on: toZoned(on, WASHINGTON), known: [toUtc(q.a), toUtc(q.b)], horizon, ...ask(q.supposed), warnings };
}

function answers(desks: Desks, q: Moments, supposed: readonly Instrument[]): DiffView["answers"] {
  const on = q.on ?? toUtc(q.now);
  return PROBES.flatMap((p) => {
    const ask = (known: Instant) => view(desks.desk(known, supposed).answer({ code: p.code, from: p.from, on }, { known, now: q.now }));
    const [before, after] = [ask(q.a), ask(q.b)];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ code: p.code, from: p.from, what: p.what, on, before, after }];
  });
}

const view = (r: DutyResult): DiffView["answers"][number]["before"] => ({
  outcome: r.outcome,
  additionalPercent: r.additionalPercent,
  totalPercent: r.totalPercent,
  owedPercent: r.owedPercent,
  ...(r.branches.length === 0 ? {} : { branches: r.branches.map((b) => ({ if: b.if, additionalPercent: b.additionalPercent })) }),
});
