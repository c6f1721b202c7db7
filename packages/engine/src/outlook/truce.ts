import { showPercent } from "../duty/money.js";
import { decided, type Layer, type Regime, stateAt, type Timeline } from "../law/index.js";
import { type Instant, toUtc } from "../time/index.js";
import { inferredEnd } from "./pending.js";

/** The truce: on each side a suspension, made and moved by published instruments; and what was only said of it. */
export interface Truce {
  readonly state: "in-force" | "lapsed" | "said-extended" | "none";
  readonly since: string | null;
  readonly expires: { readonly us: string | null; readonly cn: string | null };
  readonly expiresBy: { readonly us: End | null; readonly cn: End | null };
  readonly thenWhat: readonly Return[];
  readonly said: readonly { readonly by: string; readonly on: string; readonly until: string; readonly measures: readonly string[] }[];
}
export interface End {
  readonly instrument: string;
  readonly inferred: boolean;
}
/** What comes back when a suspension ends. */
export interface Return {
  readonly measure: string;
  readonly at: string;
  readonly points: string;
  readonly change: string;
}

/** The truce at an instant, as known. */
export function truce(regime: Regime, on: Instant): Truce {
  const arrangement = [...regime.timelines.values()].find((t) => t.members !== undefined);
  const none: Truce = { state: "none", since: null, expires: { us: null, cn: null }, expiresBy: { us: null, cn: null }, thenWhat: [], said: [] };
  if (arrangement?.members === undefined) return none;
  const since = arrangement.layers[0]?.from as Instant;
  const side = (ids: readonly string[]) => ids.flatMap((id) => suspension(regime.timelines.get(id), on) ?? []);
  const sides = { us: side(arrangement.members.us), cn: side(arrangement.members.cn) };
  const all = [...sides.us, ...sides.cn];
  if (on < since || all.length === 0) return none;
  const members = new Set([...arrangement.members.us, ...arrangement.members.cn]);
  const said = statements(regime, on);
  const running = all.length >= members.size && all.every((s) => on < s.layer.until);
  // Of what is supposed to end as published, no word that it was extended counts.
  const fixed = decided(regime);
  const spoken = said.some((s) => s.measures.some((m) => !fixed.has(m)));
  const first = (list: readonly Suspended[]): Suspended | undefined => list[0];
  const end = (s: Suspended | undefined): End | null => (s === undefined ? null : { instrument: s.layer.by.at(-1) as string, inferred: inferredEnd(s.layer, regime) });
  return {
    state: running ? "in-force" : spoken ? "said-extended" : "lapsed",
    since: toUtc(since),
    expires: { us: mapped(first(sides.us)), cn: mapped(first(sides.cn)) },
    expiresBy: { us: end(first(sides.us)), cn: end(first(sides.cn)) },
    thenWhat: all.map((s) => returns(regime, s, on)),
    said: said.map(({ by, at, until, measures }) => ({ by, on: toUtc(at), until: toUtc(until), measures })),
  };
}

interface Suspended {
  readonly measure: Timeline;
  readonly layer: Layer;
}
const mapped = (s: Suspended | undefined): string | null => (s === undefined ? null : toUtc(s.layer.until));

/** The newest suspension of a measure that had begun by then, running or run out. */
function suspension(t: Timeline | undefined, on: Instant): Suspended | undefined {
  const layer = t?.layers.findLast((l) => l.act.do === "suspend" && l.from <= on);
  return t === undefined || layer === undefined ? undefined : { measure: t, layer };
}

/** The rate that applies while a measure rests: that of what it displaces when it is due. 0 where it displaces nothing. */
export function baselineUnder(regime: Regime, id: string, at: Instant): number {
  const under = regime.displacements.filter((d) => d.act.byMeasures.includes(id) && d.act.from <= at && at < d.act.until && d.act.heading === undefined).flatMap((d) => d.act.measures);
  return under.reduce((n, m) => Math.max(n, regime.at(m, at)?.standing === "in-force" ? (regime.at(m, at)?.terms?.percent ?? 0) : 0), 0);
}

/** What an end brings back: the points of the measure that it releases, less those of what the measure displaces. */
function returns(regime: Regime, s: Suspended, on: Instant): Return {
  const at = s.layer.until;
  const now = stateAt(s.measure, on);
  const then = stateAt(s.measure, at);
  const own = then.terms?.percent ?? 0;
  const held = s.layer.act.do === "suspend" ? s.layer.act.percent : undefined;
  const baseline = baselineUnder(regime, s.measure.id, (at - 1) as Instant);
  const points = held ?? Math.max(0, own - baseline);
  if (now.owed === "no") return { measure: s.measure.id, at: toUtc(at), points: "0", change: `nothing returns: ${now.voidedBy.join(", ")} held that it was never owed` };
  const before = held === undefined ? baseline : own - held;
  return { measure: s.measure.id, at: toUtc(at), points: showPercent(points), change: `${showPercent(points)} points return: ${showPercent(own)} % instead of ${showPercent(before)} %` };
}

/** Extensions that were stated and of which no instrument is known, and that would still run. */
function statements(regime: Regime, on: Instant) {
  return regime.entries.flatMap(({ act, instrument }) =>
    act.do === "extend" && instrument.standing === "statement" && act.until > on ? [{ by: act.by ?? instrument.issuer, at: act.announced, until: act.until, measures: act.measures }] : [],
  );
}
