import type { Goods } from "../goods/index.js";
import { CodeError, parseCode, showCode } from "../goods/index.js";
import type { Instrument, Regime } from "../law/index.js";
import { BEIJING, dayIn, fromWall, type Instant, parseOn, toUtc, toZoned, WASHINGTON } from "../time/index.js";
import { Assessor, type Assessment } from "./assess.js";
import { type Base, baseOf, type Placed, placeCode, textOf } from "./base.js";
import { because, changed } from "./because.js";
import { branches } from "./horizon.js";
import { governing } from "./governing.js";
import { merge } from "./merge.js";
import { parseCents, showPercent } from "./money.js";
import { withQuota } from "./quota.js";
import { amounts, baseView, components } from "./price.js";
import { checkFact, checkQuantity, QuestionError, type Side } from "./question.js";
import type { DutyResult, NextChange, NotDue } from "./result.js";
import { chinaSide } from "./china.js";

/** Ordinary rates by circumstances, then line, then day. */
class Bases {
  private readonly kept = new Map<string, Map<string, Map<string, Base>>>();
  of(circumstances: string, leaf: string): Map<string, Base> {
    let lines = this.kept.get(circumstances);
    if (lines === undefined) this.kept.set(circumstances, (lines = new Map()));
    if (lines.size > 50_000) lines.clear();
    let days = lines.get(leaf);
    if (days === undefined) lines.set(leaf, (days = new Map()));
    return days;
  }
}

/** A duty question as it is asked, before its words are read. */
export interface Asked {
  readonly code: string;
  readonly from?: string;
  readonly to?: string;
  readonly on?: string;
  readonly value?: string | number;
  readonly quantity?: readonly { readonly amount: string | number; readonly unit: string }[];
  readonly facts?: Readonly<Record<string, string | number>>;
}
/** Where answers come from: a regime as known, the goods, and how far both were checked. */
export interface Grounds {
  readonly regime: Regime;
  /** The same with what was only said laid on top, for branches past the horizon. */
  readonly said: () => { readonly regime: Regime; readonly statements: readonly Instrument[] };
  readonly goods: Goods;
  readonly horizon: string;
  /** The first day to which the regime reaches back. */
  readonly first: string;
}
/** The clocks of one question: what is known, and the moment that stands for an absent `on`. */
export interface Clocks {
  readonly known: Instant;
  readonly now: Instant;
}

const NOT_COVERED = ["anti-dumping and countervailing duty", "quota status", "forced-labor import bans (UFLPA)", "admission rules of other agencies", "valuation, origin and classification themselves", "entry fees (MPF, HMF)", "drawback"];
const NONE: ReadonlyMap<string, string> = new Map();

/** Answers duty questions on one set of grounds, remembering what the law treats alike. */
export class DutyDesk {
  private readonly assessors = new Map<Side, Assessor>();
  private saidAssessor: Assessor | undefined;
  private readonly placed = new Map<string, ReturnType<typeof placeCode>>();
  private readonly bases = new Bases();
  private readonly horizonEnd: Readonly<Record<Side, Instant>>;

  constructor(private readonly grounds: Grounds) {
    const end = (zone: string): Instant => (fromWall(`${grounds.horizon}T23:59`, zone) + 1) as Instant;
    this.horizonEnd = { us: end(WASHINGTON), cn: end(BEIJING) };
  }

  assessor(side: Side): Assessor {
    let a = this.assessors.get(side);
    if (a === undefined) this.assessors.set(side, (a = new Assessor(this.grounds.regime, this.grounds.goods, side)));
    return a;
  }

  /**
   * What a line of goods owes.
   * @throws QuestionError for a code, date, amount or fact that cannot be read
   * @example desk.answer({ code: "4202.92.31", from: "CN", on: "2025-10-25" }, { known, now }).additionalPercent //=> "55"
   */
  answer(asked: Asked, clocks: Clocks): DutyResult {
    const { grounds } = this;
    const known = this.shown(clocks.known);
    const knownDay = known.slice(0, 10);
    const from = country(asked.from ?? "CN", "from");
    const to = country(asked.to ?? (from === "US" ? "CN" : "US"), "to");
    const side: Side = to === "CN" ? "cn" : "us";
    const zone = side === "us" ? WASHINGTON : BEIJING;
    const when = this.when(asked.on, zone, clocks.now);
    const cents = parseCents(asked.value ?? 100);
    checkQuantity(asked.quantity ?? []);
    const facts = this.facts(asked.facts, zone);
    const foreign = this.outside("", from, to, side, when.onDay);
    if (foreign !== undefined) return this.notCovered(foreign, digits(asked.code), from, to, when.shown, side, known);
    const place = this.place(asked.code, side);
    const outside = this.outside(place.asked, from, to, side, when.onDay);
    if (outside !== undefined) return this.notCovered(outside, place.asked, from, to, when.shown, side, known);

    const at = governing(when.at, facts, side, zone);
    const bonded = at !== when.at;
    const onDay = bonded ? dayIn(at, zone) : when.onDay;
    const assessor = this.assessor(side);
    const judge = (at: Instant) => merge(place, (leaf) => this.base(leaf, side, onDay, knownDay, facts.get("program")), (leaf, b) => assessor.assess(leaf, from, at, facts, b));
    const now = side === "cn" ? withQuota(grounds.goods, place.leaves, facts, judge(at)) : judge(at);
    const a = now.assessment;
    const warnings: string[] = bonded ? ["the rates are those in force when the in-bond entry was accepted (19 CFR 141.69(b)); goods under a quota or in general order pay those of the entry"] : [];
    const beyond = at >= this.horizonEnd[side] ? branches(grounds.regime, assessor, judge, this.horizonEnd[side], at, () => this.said(side, place, from, facts, onDay, knownDay)) : [];
    if (at >= this.horizonEnd[side] && beyond.length === 0) warnings.push(`the regime was checked to ${grounds.horizon}; nothing of this line that was known by then changes between that day and ${onDay}`);
    if (beyond.length > 0) warnings.push(`past ${grounds.horizon}, the last day to which the regime was checked, something of this line ends or begins: no single number is known`);
    if (now.base.why !== undefined) warnings.push(`ordinary rate: ${now.base.why}`);
    if (now.base.inferred) warnings.push(`the MFN rate is that of 1 January 2019, the last edition in hand; its year is ${onDay.slice(0, 4)} here`);
    const last = side === "us" ? grounds.goods.schedule("us").info.coversTo : undefined;
    if (last !== undefined && last !== "" && onDay > last && now.base.rate !== undefined) warnings.push(`the last tariff edition in hand covers to ${last}; the ordinary rate is assumed unchanged since`);
    warnings.push(...place.notes);
    warnings.push(...viewsOf(a).unknown);

    const outcome = beyond.length > 0 ? "beyond-horizon" : now.missing.length > 0 ? "needs-facts" : "settled";
    const settled = outcome === "settled";
    const parts = outcome === "beyond-horizon" ? [] : components(a.findings, cents, side);
    const money = amounts(a, now.base, cents, asked.quantity ?? [], side, settled, parts);
    const basePercent = money.basePercent;
    const additional = settled ? (money.additional ?? null) : null;
    const result: DutyResult = {
      code: place.asked,
      from,
      to,
      on: when.shown,
      known,
      horizon: grounds.horizon,
      outcome,
      text: this.text(place, side),
      base: now.base.rate === undefined ? null : baseView(now.base, side),
      components: parts,
      notDue: viewsOf(a).notDue,
      missing: now.missing.map((m) => ({ fact: m.fact, why: m.why, choices: m.choices, range: { percentMin: showPercent(m.min), percentMax: m.max === undefined ? null : showPercent(m.max) }, instruments: m.instruments })),
      candidates: a.candidates,
      additionalPercent: additional === null ? null : showPercent(additional),
      totalPercent: additional === null || basePercent === undefined ? null : showPercent(additional + basePercent),
      owedPercent: settled && a.owed !== undefined ? showPercent(a.owed) : null,
      range: outcome === "needs-facts" ? { percentMin: showPercent(now.min), percentMax: now.max === undefined ? null : showPercent(now.max) } : null,
      amount: money.amount,
      filing: side === "cn" ? [] : [...viewsOf(a).headings, showCode(place.asked)],
      next: bonded ? [] : this.next(judge, assessor, at, now.assessment),
      branches: beyond,
      notCovered: NOT_COVERED,
      ...(when.day === undefined || bonded ? {} : this.splitDay(judge, assessor, when.day, zone, now.assessment)),
      ...(side === "cn" ? chinaSide(grounds.regime, grounds.goods, a, now.base, cents, at, place.leaves, settled) : {}),
      warnings,
    };
    return result;
  }

  private lastKnown: readonly [Instant, string] | undefined;
  private shown(known: Instant): string {
    if (this.lastKnown?.[0] !== known) this.lastKnown = [known, toUtc(known)];
    return this.lastKnown[1];
  }

  private readonly whens = new Map<string, { at: Instant; day: string | undefined; onDay: string; shown: string }>();
  /** A moment as asked, read once. */
  private when(on: string | undefined, zone: string, now: Instant) {
    const key = `${zone} ${on ?? now}`;
    let w = this.whens.get(key);
    if (w === undefined) {
      const { at, day } = on === undefined ? { at: now, day: undefined } : parseOn(on, zone);
      w = { at, day, onDay: dayIn(at, zone), shown: toZoned(at, zone) };
      if (this.whens.size > 20_000) this.whens.clear();
      this.whens.set(key, w);
    }
    return w;
  }

  private facts(given: Asked["facts"], zone: string): ReadonlyMap<string, string> {
    if (given === undefined) return NONE;
    const entries = Object.entries(given).map(([k, v]) => [k, String(v)] as const).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [k, v] of entries) checkFact(k, v, this.grounds.goods.facts, zone);
    return new Map(entries);
  }

  private place(code: string, side: Side) {
    const key = `${side} ${code}`;
    let p = this.placed.get(key);
    if (p === undefined) {
      if (typeof code !== "string") throw new QuestionError("bad-code", "a question needs a code", "code", "write 6, 8 or 10 digits as text");
      try {
        p = placeCode(code, side, this.grounds.goods);
      } catch (e) {
        if (e instanceof CodeError) throw new QuestionError("bad-code", e.message, "code", "truce find WORDS looks codes up by words");
        throw e;
      }
      if (this.placed.size > 50_000) this.placed.clear();
      this.placed.set(key, p);
    }
    return p;
  }

  private readonly texts = new WeakMap<Placed, string>();
  private text(place: Placed, side: Side): string {
    let text = this.texts.get(place);
    if (text === undefined) this.texts.set(place, (text = textOf(place, side, this.grounds.goods)));
    return text;
  }

  private base(leaf: string, side: Side, onDay: string, knownDay: string, program: string | undefined): Base {
    const kept = this.bases.of(`${side} ${knownDay} ${program ?? ""}`, leaf);
    let b = kept.get(onDay);
    if (b === undefined) kept.set(onDay, (b = baseOf(leaf, side, this.grounds.goods, onDay, knownDay, program)));
    return b;
  }

  private said(side: Side, place: ReturnType<typeof placeCode>, from: string, facts: ReadonlyMap<string, string>, onDay: string, knownDay: string) {
    const { regime, statements } = this.grounds.said();
    if (this.saidAssessor?.regime !== regime || this.saidAssessor.side !== side) this.saidAssessor = new Assessor(regime, this.grounds.goods, side);
    const assessor = this.saidAssessor;
    return { statements, at: (at: Instant) => merge(place, (leaf) => this.base(leaf, side, onDay, knownDay, facts.get("program")), (leaf, b) => assessor.assess(leaf, from, at, facts, b)) };
  }

  private readonly nexts = new WeakMap<Assessment, NextChange[]>();
  /** The dated changes that the law known by then already holds for this line. */
  private next(judge: (at: Instant) => ReturnType<typeof merge>, assessor: Assessor, on: Instant, first: Assessment): NextChange[] {
    const hit = this.nexts.get(first);
    if (hit !== undefined) return hit;
    const out: NextChange[] = [];
    let before = first;
    for (const at of assessor.edgesAfter(on)) {
      const then = judge(at);
      if (then.assessment === before) continue;
      const measures = changed(before, then.assessment);
      if (measures.length > 0 && (then.assessment.additional !== before.additional || then.min !== before.min || then.max !== before.max)) {
        out.push({ at: toUtc(at), additionalPercent: then.missing.length > 0 || then.assessment.additional === undefined ? null : showPercent(then.assessment.additional), because: because(this.grounds.regime, measures, at) });
      }
      before = then.assessment;
    }
    this.nexts.set(first, out);
    return out;
  }

  private splitDay(judge: (at: Instant) => ReturnType<typeof merge>, assessor: Assessor, day: string, zone: string, noon: Assessment): { splitDay?: string[] } {
    const start = (fromWall(`${day}T00:01`, zone)) as Instant;
    if (noon.from <= start && noon.until >= start + 1439) return {};
    const out: string[] = [];
    let before = judge(start);
    for (const at of assessor.edgesAfter(start, (start + 1439) as Instant)) {
      const then = judge(at);
      if (changed(before.assessment, then.assessment).length > 0 && (then.min !== before.min || then.max !== before.max || then.assessment.additional !== before.assessment.additional)) out.push(toUtc(at));
      before = then;
    }
    return out.length === 0 ? {} : { splitDay: out };
  }

  /** Why a question lies outside the regime, if it does. */
  private outside(code: string, from: string, to: string, side: Side, onDay: string): string | undefined {
    const pair = side === "us" ? to === "US" && ["CN", "HK", "MO"].includes(from) : from === "US";
    if (!pair) return `goods from ${from} to ${to}: the regime holds China, Hong Kong and Macau to the United States, and the United States to China`;
    if (side === "us" && code.startsWith("98")) return "chapter 98 provisions, which narrow the value that pays duty by duty: ask with the code of chapters 1 to 97";
    return onDay < this.grounds.first ? `days before ${this.grounds.first}, to which the regime does not reach back` : undefined;
  }

  private notCovered(reason: string, code: string, from: string, to: string, on: string, side: Side, known: string): DutyResult {
    const amount = { currency: side === "us" ? "USD" : "CNY", base: null, additional: null, fees: [], total: null } as const;
    const nothing = { base: null, components: [], notDue: [], missing: [], candidates: [], additionalPercent: null, totalPercent: null, owedPercent: null, range: null, amount, filing: [], next: [], branches: [] };
    return { code, from, to, on, known, horizon: this.grounds.horizon, outcome: "not-covered", text: "", ...nothing, notCovered: [reason, ...NOT_COVERED], warnings: [] };
  }
}

function digits(code: string): string {
  try {
    return parseCode(code);
  } catch (e) {
    throw e instanceof CodeError ? new QuestionError("bad-code", e.message, "code", "truce find WORDS looks codes up by words") : e;
  }
}

function country(text: string, field: string): string {
  if (text === "CN" || text === "US") return text;
  const code = text.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) throw new QuestionError("bad-country", `"${text.slice(0, 20)}" is not a country code`, field, "write two letters, such as CN or US");
  return code;
}

/** The parts of an answer that are the same for every question with one assessment. */
interface Views {
  readonly notDue: readonly NotDue[];
  /** Chapter 99 headings in customs' order, relief headings among them. */
  readonly headings: readonly string[];
  readonly unknown: readonly string[];
}
const views = new WeakMap<Assessment, Views>();
function viewsOf(a: Assessment): Views {
  let v = views.get(a);
  if (v === undefined) {
    const headings = a.findings.flatMap((f) => (f.is === "due" ? f.heading : f.is === "not-due" ? f.reliefHeading : undefined) ?? []);
    v = {
      notDue: a.findings.filter((f) => f.is === "not-due").map((f) => ({ measure: f.measure, heading: f.heading ?? null, why: f.why, instruments: f.instruments })),
      headings: [...new Set(headings.filter((h) => h !== ""))],
      unknown: a.findings.filter((f) => f.is === "due" && f.state?.collected === "unknown").map((f) => `${f.measure} is in force, but whether customs collects it on that day is not known`),
    };
    views.set(a, v);
  }
  return v;
}
