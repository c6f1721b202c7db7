import { type Displacement, type MeasureId, type Regime, type State, stateAt, type Terms, type Timeline } from "../law/index.js";
import { BEIJING, type Instant, OPEN, toUtc, WASHINGTON } from "../time/index.js";
import { holds, type Line, member, type Membership, type Need, needs } from "./member.js";
import { MILLION, parsePercent, showPercent } from "./money.js";
import type { Side } from "./question.js";
import { type Metal, metalShare } from "./metal.js";
import { notNow, suspendedWords } from "./standing-words.js";
import { underWay } from "./transit.js";

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
  /** Why it is not certain that nothing is due. */
  readonly doubt?: string;
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
/** An exclusion whose description the goods might meet; never assumed. */
export interface Candidate {
  readonly heading: string;
  readonly relieves: string;
  readonly text: string;
  readonly id: string;
}

/** Judges every duty measure of one side for one line at one instant. One use, then thrown away. */
export class Judge {
  private readonly found = new Map<MeasureId, Finding | undefined>();
  readonly candidates: Candidate[] = [];
  private readonly zone: string;

  constructor(
    private readonly regime: Regime,
    private readonly line: Line,
    private readonly on: Instant,
    private readonly origin: string,
    side: Side,
    /** Ordinary ad valorem rate in parts per million, where there is one. */
    private readonly base: number | undefined,
  ) {
    this.zone = side === "cn" ? BEIJING : WASHINGTON;
  }

  /** The finding for a measure; undefined where nobody could say anything of it yet. */
  finding(id: MeasureId): Finding | undefined {
    if (this.found.has(id)) return this.found.get(id);
    this.found.set(id, undefined);
    const t = this.regime.timelines.get(id);
    const finding = t === undefined ? undefined : this.judge(t);
    this.found.set(id, finding);
    return finding;
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
      if (ok === false) return not(`applies only with ${terms.when.fact} ${terms.when.is.join(" or ")}`);
      if (ok === undefined && goods.is === "in")
        return this.needing(t, state, heading, needs(terms.when.fact, this.line, terms.when.is, `due only with ${terms.when.fact} ${terms.when.is.join(" or ")}`));
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
    const relief = this.relief(t, heading, state);
    if (relief?.is === "not-due") return not(relief.why, { instruments: relief.instruments, heading, reliefHeading: relief.heading, reached: true });
    if (relief?.is === "needs") return { ...this.needing(t, state, heading, { is: "needs", need: relief.need as Need }), reliefHeading: relief.heading, reached: true };
    const gross = (relief !== undefined && relief.share < MILLION ? undefined : relief?.percent) ?? goods.percent ?? goods.step?.percent ?? terms.percent;
    if (gross === undefined) return { ...not("its rate is not in hand"), is: "needs", need: { fact: t.id, choices: [], why: "the rate of these years is not in hand" } };
    const part = metalShare(t.id, terms, goods, this.line);
    if (part.is === "share" && part.share === 0) return not(`the article holds no ${goods.step?.basis ?? terms.basis}`, { heading });
    if (part.is === "none") return not(part.why, { heading: part.heading, reliefHeading: part.heading });
    const displaced = this.displaced(t.id);
    // What another duty takes away whole is settled, whatever the content.
    if (displaced.is === "share" && displaced.share >= MILLION) return not(displaced.why, { instruments: displaced.instruments, heading, reliefHeading: displaced.heading });
    if (part.is === "needs") return this.needing(t, state, heading, part);
    if (displaced.is === "needs") return this.needing(t, state, heading, displaced);
    const suspended = state.suspensions.reduce((n, s) => n + (s.goods === undefined ? (s.percent ?? 0) : 0), 0);
    const percent = Math.max(0, gross - suspended);
    const kind = goods.step?.kind ?? terms.kind;
    if (kind === "replaces-base" && this.base !== undefined && this.base >= percent)
      return not(`the ordinary rate is not below ${showPercent(percent)} %, and stands`, { heading: "9903.82.11", reliefHeading: "9903.82.11" });
    return {
      measure: t.id,
      is: "due",
      why: this.says(terms, goods, percent, suspended, part.share, relief),
      instruments: relief === undefined ? state.by : [...new Set([...state.by, ...relief.instruments])],
      heading: relief?.share !== undefined && relief.share < MILLION ? heading : (relief?.heading ?? heading),
      ...(relief !== undefined && relief.share < MILLION ? { reliefHeading: relief.heading, freed: MILLION - relief.share } : {}),
      ...(part.of === undefined || part.share === MILLION ? {} : { content: { metal: part.of, share: part.share } }),
      ...(displaced.yields.length === 0 ? {} : { yields: displaced.yields }),
      percent,
      share: Math.floor((Math.floor((part.share * (MILLION - displaced.share)) / MILLION) * (relief?.share ?? MILLION)) / MILLION),
      kind,
      state,
      trust: goods.trust,
      ...(goods.inferred ? { inferred: true } : {}),
    };
  }

  /** The exception that relieves the line, the one that would with a fact, or the one that lowers the rate. */
  private relief(t: Timeline, heading: string | undefined, due: State): Finding | undefined {
    let asked: Finding | undefined;
    let parted: Finding | undefined;
    for (const e of this.regime.relief.get(t.id) ?? []) {
      const state = stateAt(e, this.on);
      const terms = state.terms;
      if (terms === undefined || state.standing !== "in-force") continue;
      if (terms.origin !== "any" && !terms.origin.includes(this.origin)) continue;
      const goods = member(e.id, terms, this.line, terms.heading);
      if (goods.is === "out") continue;
      const row = goods.is === "in" ? goods.row : undefined;
      const own = row?.heading ?? terms.heading;
      if (row?.relieves !== undefined) {
        if (heading === undefined || !row.relieves.includes(heading)) continue;
        if (!row.whole && this.line.facts.get("claim") !== own) {
          this.candidates.push({ heading: own ?? "", relieves: heading ?? "", text: row.text ?? "", id: row.id ?? "" });
          continue;
        }
      }
      const base = { measure: e.id, percent: 0, share: MILLION, kind: "adds" as const, instruments: [...new Set([...due.by, ...state.by])], heading: own, state };
      if (goods.is === "needs") {
        if (goods.need.fact === "claim") {
          const row = goods.need.row;
          this.candidates.push({
            heading: row?.heading ?? own ?? "",
            relieves: heading ?? "",
            text: row?.text ?? `goods of this line that meet the description of ${row?.heading ?? own ?? e.id}`,
            id: row?.id ?? e.id,
          });
          continue;
        }
        asked ??= { ...base, is: "needs", why: goods.need.why, need: goods.need };
        continue;
      }
      if (terms.when !== undefined) {
        const ok = holds(terms.when, this.line);
        if (ok === false || (ok === undefined && terms.claim)) continue;
        if (ok === undefined) {
          const n = needs(terms.when.fact, this.line, terms.when.is, terms.what ?? own ?? e.id);
          if (n.is === "needs") asked ??= { ...base, is: "needs", why: n.need.why, need: n.need };
          continue;
        }
      }
      if (terms.transit !== undefined) {
        const relieved = underWay(terms.transit, this.on, this.line.facts, this.zone);
        if (relieved === undefined) this.candidates.push({ heading: own ?? "", relieves: heading ?? t.id, text: terms.what ?? e.id, id: e.id });
        if (relieved !== true) continue;
      }
      if (terms.part !== undefined) {
        const free = parsePercent(this.line.facts.get(terms.part.fact) ?? "0") ?? 0;
        if (free < terms.part.least) continue;
        if (free < MILLION) {
          parted ??= { ...base, is: "due", share: MILLION - free, why: `${own ?? ""}: ${showPercent(free)} % of the value is relieved` };
          continue;
        }
      } else if (terms.claim && terms.when === undefined && terms.transit === undefined && (own === undefined || this.line.facts.get("claim") !== own)) continue;
      const what = `${own === undefined ? "" : `${own}: `}${row?.text ?? terms.what ?? "relieved"}`;
      if (terms.percent !== undefined) return { ...base, is: "due", percent: terms.percent, why: what };
      return { ...base, is: "not-due", why: what };
    }
    return asked ?? parted;
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
      why: taker.is === "due" ? `${taker.measure} is due instead` : `the line is under ${taker.measure} instead`,
      instruments: [...new Set([last.instrument, ...taker.instruments])],
      heading: last.act.heading,
      yields,
    };
  }

  private needing(t: Timeline, state: State, heading: string | undefined, m: Membership): Finding {
    const need = m.is === "needs" ? m.need : { fact: "", choices: [], why: "" };
    return { measure: t.id, is: "needs", why: need.why, instruments: state.by, heading, percent: 0, share: MILLION, kind: "adds", need, state };
  }

  private says(terms: Terms, goods: Membership & { is: "in" }, percent: number, suspended: number, share: number, relief: Finding | undefined): string {
    const parts = [relief?.why ?? terms.what ?? `${showPercent(percent)} % on ${share === MILLION ? "the customs value" : `${showPercent(share)} % of the customs value`}`];
    if (suspended > 0) parts.push(`${showPercent(suspended)} points are suspended`);
    if (goods.inferred) parts.push("the line's place on the list is inferred");
    if (goods.trust === "low" || goods.trust === "medium") parts.push(`the list's trust is ${goods.trust}`);
    return parts.join("; ");
  }
}

const lastTerms = (t: Timeline): Terms | undefined => t.states.findLast((s) => s.terms !== undefined)?.terms;
const makers = (t: Timeline): string[] => [...new Set(t.layers.flatMap((l) => (l.act.do === "impose" || l.act.do === "except" ? l.by : [])))];
