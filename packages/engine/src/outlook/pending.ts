import { showPercent } from "../duty/money.js";
import { type Layer, meetings, type Regime, type State, stateAt, type Timeline } from "../law/index.js";
import { type Instant, OPEN, toUtc, utcDay } from "../time/index.js";

/** A dated change that what is known by then already holds. */
export interface Pending {
  readonly at: string;
  readonly measure: string;
  readonly change: string;
  readonly by: readonly string[];
  readonly inferred?: boolean;
}

/** In words: how a measure stands. */
export function standing(s: State): string {
  const percent = s.terms?.percent;
  const held = s.suspensions.reduce((n, x) => n + (x.goods === undefined ? (x.percent ?? 0) : 0), 0);
  if (s.standing === "in-force")
    return percent === undefined ? "in force" : held > 0 ? `${showPercent(percent - held)} % (${showPercent(held)} of ${showPercent(percent)} points suspended)` : `${showPercent(percent)} %`;
  if (s.standing === "suspended") return percent === undefined ? "suspended" : `suspended (${showPercent(percent)} %)`;
  return s.standing === "ended" ? "ended" : "not yet in force";
}

/** All dated changes after an instant: of measures, of investigations, and planned meetings. Soonest first. */
export function pending(regime: Regime, on: Instant): Pending[] {
  const out: { at: Instant; view: Pending }[] = [];
  const put = (at: Instant, measure: string, change: string, by: readonly string[], inferred = false): void => {
    if (at > on && at < OPEN) out.push({ at, view: { at: toUtc(at), measure, change, by, ...(inferred ? { inferred: true } : {}) } });
  };
  for (const t of regime.timelines.values()) {
    if (t.sort === "arrangement") continue;
    for (const s of t.states) {
      if (s.from <= on) continue;
      const before = stateAt(t, (s.from - 1) as Instant);
      const [was, is] = [standing(before), standing(s)];
      const other = was === is && s.standing === "in-force" && JSON.stringify(before.terms) !== JSON.stringify(s.terms);
      if (other) put(s.from, t.id, t.sort === "exception" ? "the exception changes" : "its goods or rates change", makers(t, s.from), inferredAt(t, s.from, regime));
      if (was !== is && before.owed !== "no") put(s.from, t.id, t.sort === "exception" ? exception(before, s) : `${was} → ${is}`, makers(t, s.from), inferredAt(t, s.from, regime));
    }
  }
  for (const { act, instrument } of regime.entries) if (act.do === "investigate") for (const d of act.dates) put(d.at, act.investigation, d.what, [instrument.id], d.day !== undefined);
  for (const m of meetings(regime))
    if (m.status === "planned") put((utcDay(m.days[0] as string) + 720) as Instant, m.id, `meeting planned${m.place === null ? "" : ` in ${m.place}`}`, [m.instrument], true);
  return out.sort((a, b) => a.at - b.at).map((p) => p.view);
}

const exception = (before: State, s: State): string =>
  s.standing === "in-force" && before.standing !== "in-force" ? "the exception begins" : s.standing !== "in-force" ? "the exception ends" : "the exception changes";

/** Who makes a change: the act that begins there, or the last to have moved an end that falls there. */
export function makers(t: Timeline, at: Instant): string[] {
  return [...new Set(t.layers.flatMap((l) => (l.from === at ? [l.instrument.id] : l.until === at ? [l.by.at(-1) as string] : [])))];
}
const inferredAt = (t: Timeline, at: Instant, regime: Regime): boolean =>
  t.layers.some((l) => (l.from === at && (l.act.inferred?.includes("from") ?? false)) || (l.until === at && inferredEnd(l, regime)));

/** Whether the clock of a layer's end is inferred: by the act that moved it last, else by the act that laid it. */
export function inferredEnd(l: Layer, regime: Regime): boolean {
  const moved = l.ends?.at(-1);
  const act = moved === undefined ? l.act : regime.entries[moved.seq]?.act;
  return act?.inferred?.includes("until") ?? false;
}
