import { conditionText, type Displacement, type MeasureId, type Regime, type State, stateAt, type Terms, type Timeline } from "../law/index.js";
import { BEIJING, dayIn, type Instant, OPEN, toUtc, WASHINGTON } from "../time/index.js";
import { citeOf } from "./cites.js";
import { holds, type Line, member, type Membership, type Need, needs, openFact } from "./member.js";
import { type Metal, metalShare } from "./metal.js";
import { MILLION, showPercent } from "./money.js";
import type { Side } from "./question.js";
import { type Candidate, type Relief, reliefOf, type Tried } from "./relief.js";
import { notNow, suspendedWords } from "./standing-words.js";

/** What one measure does to one line at one instant. */
export interface Finding {
  readonly measure: MeasureId;
  readonly is: "due" | "not-due" | "needs";
  readonly why: string;
  readonly instruments: readonly string[];
  readonly heading?: string | undefined;
  /** Parts per million of the part of the value that pays. */
  readonly percent: number;
  /** The part of the customs value that pays, in parts per million. */
  readonly share: number;
  readonly kind: "adds" | "replaces-base";
  readonly need?: Need;
  readonly state?: State;
  readonly trust?: string | undefined;
  readonly inferred?: boolean;
  /** The measure stands and its goods hold the line, whatever an exception then does. */
  readonly reached?: true;
  /** What is not certain of it, or turns on a fact that was not given and is not assumed. */
  readonly doubt?: string;
  /** The exception that relieved it, or changed its rate. */
  readonly relieved?: MeasureId;
  /** A heading that has to be filed because it relieves the line, or a part of it. */
  readonly reliefHeading?: string | undefined;
  /** The metal whose content alone pays, and its part of the value. */
  readonly content?: { readonly metal: Metal; readonly share: number };
  /** The measures that pay on a part of the value instead, with the heading to be filed there. */
  readonly yields?: readonly Yield[];
  /** The part of the value, of what pays, that `reliefHeading` frees and that is filed on a line of its own. */
  readonly freed?: number;
}
export interface Yield {
  readonly to: MeasureId;
  readonly heading?: string | undefined;
}

/** The fact under which a question carries the instant at which goods left a zone; its own, not a user's. */
export const LEFT_ZONE = "left-zone";

/** Judges every duty measure of one side for one line at one instant. One use, then thrown away. */
export class Judge {
  private readonly found = new Map<MeasureId, Finding | undefined>();
  readonly candidates: Candidate[] = [];
  readonly tried: Tried[] = [];
  private readonly zone: string;
  /** The same question at the time when the goods left a zone to which they had been admitted in privileged foreign status. */
  private readonly left: Judge | undefined;

  constructor(
    private readonly regime: Regime,
    private readonly line: Line,
    private readonly on: Instant,
    private readonly origin: string,
    private readonly side: Side,
    /** Ordinary ad valorem rate in parts per million, where there is one. */
    private readonly base: number | undefined,
    /** What was found before of other measures for lines like this one. */
    private readonly before?: (id: MeasureId) => { readonly finding: Finding | undefined } | undefined,
  ) {
    this.zone = side === "cn" ? BEIJING : WASHINGTON;
    const left = line.facts.get(LEFT_ZONE);
    if (left === undefined) return;
    const at = Number(left) as Instant;
    const facts = new Map([...line.facts].filter(([k]) => k !== LEFT_ZONE));
    this.left = new Judge(regime, { ...line, day: dayIn(at, this.zone), facts }, at, origin, side, base);
  }

  /** The finding for a measure; undefined where nobody could say anything of it yet. */
  finding(id: MeasureId): Finding | undefined {
    if (this.found.has(id)) return this.found.get(id);
    const known = this.before?.(id);
    if (known !== undefined) return known.finding;
    this.found.set(id, undefined);
    const t = this.regime.timelines.get(id);
    const finding = t === undefined ? undefined : (this.locked(t) ?? this.judge(t));
    this.found.set(id, finding);
    return finding;
  }

  /** Some duties reach goods at the rate of their entry although they were admitted in privileged foreign status before that rate began. */
  private locked(t: Timeline): Finding | undefined {
    if (this.left === undefined) return undefined;
    const state = stateAt(t, this.left.on);
    const then = stateAt(t, this.on);
    if (state.terms?.zone === undefined || (then.standing === "in-force" && then.terms?.percent === state.terms.percent)) return undefined;
    const f = this.left.finding(t.id);
    const own = f?.heading === undefined ? undefined : state.terms.zone[f.heading];
    return f === undefined || own === undefined || f.is === "not-due"
      ? undefined
      : { ...f, heading: own, why: `${f.why}; admitted to a zone before this rate began, the goods pay it at entry all the same (${own})` };
  }

  private judge(t: Timeline): Finding | undefined {
    const state = stateAt(t, this.on);
    const terms = state.terms ?? lastTerms(t);
    if (terms === undefined) return undefined;
    const heading = terms.headings?.[this.origin] ?? terms.heading;
    const not = (why: string, extra: Partial<Finding> = {}): Finding => ({
      measure: t.id,
      is: "not-due",
      why,
      instruments: state.by.length > 0 ? state.by : makers(t),
      heading,
      percent: 0,
      share: MILLION,
      kind: "adds",
      state,
      ...extra,
    });
    if (terms.origin !== "any" && !terms.origin.includes(this.origin)) {
      const doubt = terms.doubt?.origin.includes(this.origin) && state.standing === "in-force" ? terms.doubt.why : undefined;
      return not(doubt ?? `reaches goods of ${terms.origin.join(", ")} only`, doubt === undefined ? {} : { doubt });
    }
    const early = state.standing === "none" || state.standing === "ended";
    if (early) return not(notNow(t, state, this.on, this.zone));
    const goods = member(t.id, terms, this.line);
    if (goods.is === "out") return not("the line is not among its goods");
    if (state.standing === "suspended") return not(suspendedWords(t, state));
    if (terms.when !== undefined) {
      const ok = holds(terms.when, this.line);
      if (ok === false) return not(`applies only where ${conditionText(terms.when)}`);
      if (ok === undefined && goods.is === "in")
        return this.needing(t, state, heading, needs(openFact(terms.when, this.line), this.line, terms.when.is, `due only where ${conditionText(terms.when)}`));
    }
    if (goods.is === "needs") {
      // What another duty takes away whole is settled, whatever the fact.
      const taken = this.displaced(t.id);
      if (taken.is === "share" && taken.share >= MILLION) return not(taken.why, { instruments: taken.instruments, heading, reliefHeading: taken.heading });
      return this.needing(t, state, heading, goods);
    }
    return this.due(t, state, terms, goods, not);
  }

  private due(t: Timeline, state: State, terms: Terms, goods: Membership & { is: "in" }, not: (why: string, extra?: Partial<Finding>) => Finding): Finding {
    const heading = goods.row?.heading ?? goods.step?.heading ?? terms.headings?.[this.origin] ?? terms.heading;
    for (const s of state.suspensions) {
      if (s.goods === undefined) continue;
      const hit = member(t.id, { ...terms, goods: s.goods }, this.line);
      if (hit.is === "in") return not(`suspended for these goods${s.until < OPEN ? ` until ${toUtc(s.until)}` : ""}`, { instruments: [...state.by, ...s.by], heading });
    }
    const cautions: string[] = [];
    const search = { regime: this.regime, line: this.line, on: this.on, origin: this.origin, zone: this.zone, candidates: this.candidates, tried: this.tried };
    const relief = reliefOf(search, { timeline: t, heading, metal: goods.row?.metal, state, cautions });
    if (relief?.is === "free") return not(relief.why, { instruments: relief.instruments, heading, reliefHeading: relief.heading, reached: true, relieved: relief.id });
    const rated = relief?.is === "rate" ? relief : undefined;
    const part = metalShare(t.id, terms, goods, this.line, rated?.terms.whole === true);
    if (part.is === "share" && part.share === 0) return not(`the article holds no ${goods.step?.basis ?? terms.basis}`, { heading });
    if (part.is === "none") return not(part.why, { heading: part.heading, reliefHeading: part.heading });
    const displaced = this.displaced(t.id);
    // What another duty takes away whole is settled, whatever the content.
    if (displaced.is === "share" && displaced.share >= MILLION) return not(displaced.why, { instruments: displaced.instruments, heading, reliefHeading: displaced.heading });
    if (relief?.is === "asks") return { ...this.needing(t, state, heading, { is: "needs", need: relief.need }), reliefHeading: relief.heading, reached: true };
    const gross = rated?.percent ?? goods.percent ?? goods.step?.percent ?? terms.percent;
    if (gross === undefined) return { ...not("its rate is not in hand"), is: "needs", need: { fact: t.id, choices: [], why: "the rate of these years is not in hand" } };
    if (part.is === "needs") return this.needing(t, state, heading, part);
    if (displaced.is === "needs") return this.needing(t, state, heading, displaced);
    const suspended = state.suspensions.reduce((n, s) => n + (s.goods === undefined ? (s.percent ?? 0) : 0), 0);
    const percent = Math.max(0, gross - suspended);
    const own = rated === undefined || rated.terms.kind === "adds" ? undefined : rated.terms;
    const kind = rated?.terms.kind ?? goods.step?.kind ?? terms.kind;
    const above = own?.above ?? goods.step?.above ?? terms.above;
    if (kind === "replaces-base" && this.base !== undefined && this.base >= percent)
      return not(`the ordinary rate is not below ${showPercent(percent)} %, and stands`, {
        heading: above,
        reliefHeading: above,
        ...(rated === undefined ? {} : { relieved: rated.id, instruments: rated.instruments }),
      });
    return {
      measure: t.id,
      is: "due",
      why: this.says(terms, goods, percent, suspended, part.share, relief),
      instruments: relief === undefined ? state.by : [...new Set([...state.by, ...relief.instruments])],
      heading: rated?.heading ?? heading,
      ...(relief?.is === "part" && relief.heading !== undefined ? { reliefHeading: relief.heading, freed: MILLION - relief.share } : {}),
      ...(part.of === undefined || part.share === MILLION ? {} : { content: { metal: part.of, share: part.share } }),
      ...(displaced.yields.length === 0 ? {} : { yields: displaced.yields }),
      ...(relief === undefined ? {} : { relieved: relief.id }),
      percent,
      share: Math.floor((Math.floor((part.share * (MILLION - displaced.share)) / MILLION) * (relief?.is === "part" ? relief.share : MILLION)) / MILLION),
      kind,
      state,
      trust: goods.trust,
      ...(goods.inferred ? { inferred: true } : {}),
      ...(cautions.length === 0 ? {} : { doubt: [...new Set(cautions)].join("; ") }),
    };
  }

  /** How much of the value another measure takes away from this one. */
  private displaced(id: MeasureId): { is: "share"; share: number; why: string; instruments: string[]; yields: Yield[]; heading?: string | undefined } | (Membership & { is: "needs" }) {
    // Of two rules for one pair of measures the later announced holds.
    const rules = new Map<MeasureId, Displacement>();
    for (const d of this.regime.displacements) if (d.act.measures.includes(id) && d.act.from <= this.on && this.on < d.act.until) for (const by of d.act.byMeasures) rules.set(by, d);
    let share = 0;
    let last: Displacement | undefined;
    let taker: Finding | undefined;
    const yields: Yield[] = [];
    for (const [by, d] of rules) {
      const f = this.finding(by);
      const taken = d.act.extent === "goods" && f?.reached === true;
      if (f === undefined || (f.is === "not-due" && !taken)) continue;
      if (f.is === "needs" && !taken) return { is: "needs", need: f.need as Need };
      yields.push({ to: by, heading: d.act.heading });
      share = d.act.extent !== "share" ? MILLION : Math.min(MILLION, share + f.share);
      last = d;
      taker = f;
    }
    if (last === undefined || taker === undefined) return { is: "share", share: 0, why: "", instruments: [], yields };
    return {
      is: "share",
      share,
      why: `${taker.is === "due" ? `${taker.measure} is due instead` : `the line is under ${taker.measure} instead`} (${last.act.heading === undefined ? "" : `${last.act.heading}, `}${citeOf(this.regime, last.instrument)})`,
      instruments: [...new Set([last.instrument, ...taker.instruments])],
      heading: last.act.heading,
      yields,
    };
  }

  private needing(t: Timeline, state: State, heading: string | undefined, m: Membership): Finding {
    const need = m.is === "needs" ? m.need : { fact: "", choices: [], why: "" };
    return { measure: t.id, is: "needs", why: need.why, instruments: state.by, heading, percent: 0, share: MILLION, kind: "adds", need, state };
  }

  private says(terms: Terms, goods: Membership & { is: "in" }, percent: number, suspended: number, share: number, relief: Relief | undefined): string {
    const parts = [relief?.why ?? terms.what ?? `${showPercent(percent)} % on ${share === MILLION ? "the customs value" : `${showPercent(share)} % of the customs value`}`];
    if (suspended > 0) parts.push(`${showPercent(suspended)} points are suspended`);
    if (goods.inferred) parts.push("the line's place on the list is inferred");
    if (goods.trust === "low" || goods.trust === "medium") parts.push(`the list's trust is ${goods.trust}`);
    return parts.join("; ");
  }
}

const lastTerms = (t: Timeline): Terms | undefined => t.states.findLast((s) => s.terms !== undefined)?.terms;
const makers = (t: Timeline): string[] => [...new Set(t.layers.flatMap((l) => (l.act.do === "impose" || l.act.do === "except" ? l.by : [])))];
