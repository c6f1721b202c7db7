import { type Base, drawbackOf, type Finding, type Merged, MILLION, replacedIn, replacesBase, total } from "../duty/index.js";
import type { Rate } from "../goods/index.js";
import type { InstrumentId, MeasureId, Regime } from "../law/index.js";

export type Outcome = "settled" | "needs-facts" | "beyond-horizon" | "not-covered";
/** One duty of a line, before money. `percent` and `share` in parts per million; `share` is the part of the value that pays. */
export interface Part {
  readonly measure: MeasureId;
  readonly heading: string | null;
  readonly percent: number;
  readonly share: number;
  readonly kind: "adds" | "replaces-base";
  readonly owed: "yes" | "no" | "contested";
  readonly collected: "yes" | "no" | "unknown";
  readonly refundable: "no" | "yes" | "contested";
  readonly route?: readonly string[];
  readonly instruments: readonly InstrumentId[];
  readonly why: string;
  readonly drawback: "yes" | "no" | "unknown";
}
/** A fact that would settle a line; points in parts per million, `max` undefined where a rate is not in hand. */
export interface CellNeed {
  readonly fact: string;
  readonly why: string;
  readonly choices: readonly string[];
  readonly min: number;
  readonly max: number | undefined;
}
/** The ordinary rate, with the part of the value that pays it. */
export interface CellBase {
  readonly rate: Rate;
  readonly share: number;
  readonly inferred: boolean;
}
/** All that decides what lines owe that the law treats alike. Made once and shared by them. */
export interface Cell {
  readonly id: number;
  readonly outcome: Outcome;
  /** Why nothing is answered, or what an open line waits for. */
  readonly why?: string;
  readonly base: CellBase | undefined;
  readonly baseWhy?: string;
  /** Duties in customs' order. */
  readonly parts: readonly Part[];
  readonly missing: readonly CellNeed[];
  /** Least and most additional points; the most undefined where a rate is not in hand. */
  readonly min: number;
  readonly max: number | undefined;
  /** Whether a duty takes the place of the ordinary one; undefined while that is open. */
  readonly replaced: boolean | undefined;
  /** Headings that relieve the line, with the measure that they relieve. */
  readonly relieved: readonly { readonly measure: MeasureId; readonly heading: string | null; readonly why: string; readonly instruments: readonly InstrumentId[] }[];
}

const NONE: readonly never[] = [];

/** A cell that answers nothing, with the reason. */
export const closedCell = (id: number, outcome: "not-covered", why: string): Cell => ({
  id,
  outcome,
  why,
  base: undefined,
  parts: NONE,
  missing: NONE,
  min: 0,
  max: undefined,
  replaced: undefined,
  relieved: NONE,
});

/** The cell of one line without facts of which nothing is open. */
export function settledCell(id: number, beyond: boolean, base: Base, shared: Pick<Cell, "parts" | "relieved">, findings: readonly Finding[]): Cell {
  const points = total(findings, base.rate?.percent);
  return {
    id,
    outcome: beyond ? "beyond-horizon" : "settled",
    base: cellBase(base),
    ...(base.why === undefined ? {} : { baseWhy: base.why }),
    parts: beyond ? NONE : shared.parts,
    missing: NONE,
    min: points,
    max: points,
    replaced: beyond ? undefined : replacedIn([findings], false),
    relieved: shared.relieved,
  };
}

/** The cell of what the law says of a line. `beyond`: the line turns on what happens after the regime was last checked. */
export function cellOf(id: number, now: Merged, beyond: boolean, locks: ReadonlySet<string>, regime: Regime): Cell {
  const findings = now.assessment.findings;
  const outcome = beyond ? "beyond-horizon" : now.missing.length > 0 ? "needs-facts" : "settled";
  return {
    id,
    outcome,
    ...(now.missing.length === 0 ? {} : { why: now.missing.map((m) => `${m.fact}: ${m.why}`).join("; ") }),
    base: cellBase(now.base),
    ...(now.base.why === undefined ? {} : { baseWhy: now.base.why }),
    ...partsOf(findings, locks, regime),
    ...(beyond ? { parts: NONE } : {}),
    missing: now.missing.map(({ fact, why, choices, min, max }) => ({ fact, why, choices, min, max })),
    min: now.min,
    max: now.max,
    replaced: beyond ? undefined : replacesBase(now.each),
  };
}

export const cellBase = ({ rate, share, inferred }: Base): CellBase | undefined => (rate === undefined ? undefined : { rate, share: share ?? MILLION, inferred });

function partOf(f: Finding, locks: ReadonlySet<string>, regime: Regime): Part {
  const s = f.state;
  return {
    measure: f.measure,
    heading: f.heading ?? null,
    percent: f.percent,
    share: f.share,
    kind: f.kind,
    owed: s?.owed ?? "yes",
    collected: locks.has(f.measure) ? "unknown" : (s?.collected ?? "yes"),
    refundable: s?.refundable ?? "no",
    ...(s === undefined || s.refundable === "no" ? {} : { route: s.route }),
    instruments: f.instruments,
    why: f.why,
    drawback: drawbackOf(regime, f.measure).drawback,
  };
}

/** Duties that are due, and headings that relieve, of what was found. */
export const partsOf = (findings: readonly Finding[], locks: ReadonlySet<string>, regime: Regime): Pick<Cell, "parts" | "relieved"> => ({
  parts: findings.flatMap((f) => (f.is === "due" ? [partOf(f, locks, regime)] : [])),
  relieved: findings.flatMap((f) => (f.is === "not-due" && f.reliefHeading !== undefined ? [{ measure: f.measure, heading: f.reliefHeading, why: f.why, instruments: f.instruments }] : [])),
});

/** Whether two cells say the same, so that one will do. */
export const cellMark = (c: Cell): string =>
  JSON.stringify([
    c.outcome,
    c.why,
    c.base?.rate.text,
    c.base?.share,
    c.baseWhy,
    c.min,
    c.max,
    c.replaced,
    c.parts.map((p) => [p.measure, p.heading, p.percent, p.share, p.kind, p.owed, p.collected, p.refundable, p.why, p.instruments]),
    c.missing.map((m) => [m.fact, m.min, m.max, m.choices]),
    c.relieved.map((r) => [r.measure, r.heading]),
  ]);
