import type { Instant } from "../time/index.js";
import type { Entry } from "./fold.js";
import type { Displacement, State, Timeline } from "./paint.js";
import type { Instrument, InstrumentId, MeasureId } from "./types.js";

/** Whether a duty can be drawn back on export, by the last word of it. */
export interface Drawback {
  readonly eligible: "yes" | "no" | "unknown";
  readonly because: string;
  readonly instrument: InstrumentId;
}

/** The law as known at one instant: every measure's life, painted. Immutable. */
export class Regime {
  /** The exceptions of each measure. */
  readonly relief: ReadonlyMap<MeasureId, readonly Timeline[]>;

  constructor(
    readonly known: Instant,
    /** Everything that was read, known by then or not. Only `entries` may be shown. */
    readonly all: readonly Instrument[],
    /** Acts known by `known`, law or not, in the order in which they were announced. */
    readonly entries: readonly Entry[],
    readonly timelines: ReadonlyMap<MeasureId, Timeline>,
    readonly displacements: readonly Displacement[],
    readonly supposed: readonly InstrumentId[],
    /** Whether each duty can be drawn back; ordinary duty under `us/ordinary`. */
    readonly drawback: ReadonlyMap<MeasureId, Drawback>,
  ) {
    const relief = new Map<MeasureId, Timeline[]>();
    for (const t of timelines.values()) for (const m of t.of) relief.set(m, [...(relief.get(m) ?? []), t]);
    this.relief = relief;
  }

  /** The instruments that were announced by then, in whole or in part, oldest first. */
  get instruments(): Instrument[] {
    return [...new Set([...this.all.filter((i) => i.announced <= this.known && i.acts.length === 0), ...this.entries.map((e) => e.instrument)])].sort(
      (a, b) => a.announced - b.announced || (a.id < b.id ? -1 : 1),
    );
  }

  /**
   * The state of a measure at an instant; undefined for a measure that nobody had imposed by `known`.
   * @example regime.at("us/fentanyl/cn", on)?.terms?.percent //=> 200000
   */
  at(id: MeasureId, on: Instant): State | undefined {
    const t = this.timelines.get(id);
    return t === undefined ? undefined : stateAt(t, on);
  }
}

/** The state of a timeline at an instant, by halving. */
export function stateAt(t: Timeline, on: Instant): State {
  let low = 0;
  let high = t.states.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((t.states[mid] as State).from <= on) low = mid;
    else high = mid - 1;
  }
  return t.states[low] as State;
}
