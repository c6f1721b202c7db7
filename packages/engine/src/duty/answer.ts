import type { Goods } from "../goods/index.js";
import { showCode } from "../goods/index.js";
import type { Instrument, Regime } from "../law/index.js";
import { BEIJING, dayIn, type Instant, WASHINGTON } from "../time/index.js";
import { Assessor } from "./assess.js";
import { type Placed, unknown } from "./base.js";
import { nextChanges, splits } from "./changes.js";
import { chinaSide } from "./china.js";
import { formOf } from "./form.js";
import { entryFees, type FeeQuestion, harborNote, mpfBasis, overInformal } from "./fees.js";
import { provisionOf } from "./chapter-98.js";
import { claimViews } from "./claims.js";
import { claimedIn } from "./claimed.js";
import { BESIDE, lawful, readFacts } from "./facts.js";
import { decidedBy, governing } from "./governing.js";
import { branches, endOfHorizon } from "./horizon.js";
import { Kept, readCode } from "./kept.js";
import { judging } from "./judging.js";
import type { Merged } from "./merge.js";
import { parseCents, parsePercent, showPercent, wholeDollars } from "./money.js";
import { NOT_COVERED, notCovered, outside } from "./outside.js";
import { amounts, baseView, components } from "./price.js";
import { checkQuantity, factInstant, QuestionError, readRounding, type Side } from "./question.js";
import type { ClaimView, DutyResult } from "./result.js";
import { viewsOf } from "./views.js";
import { unitsOf } from "./form-quantity.js";
import { replacesBase } from "./replaced.js";
import { idleFacts, warningsOf } from "./warn.js";
import { eitherStatus, unsettledLocks } from "./zone.js";

/** A duty question as it is asked, before its words are read. */
export interface Asked {
  readonly code: string;
  readonly from?: string;
  readonly to?: string;
  readonly on?: string;
  readonly value?: string | number;
  readonly quantity?: readonly { readonly amount: string | number; readonly unit: string }[];
  readonly facts?: Readonly<Record<string, string | number>>;
  /** Whether the lines of the entry summary are wanted. */
  readonly form?: boolean;
  /** Leaves out later changes and the warnings on idle facts, which take most of the time. */
  readonly brief?: boolean;
  /** `entry-7501` where it is left out and the form is wanted, else `cents`. */
  readonly rounding?: string;
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

/** From here on a Chinese code may be one of a tariff that is not in hand; until then the tariff in hand is whole. */
const LATER_CODES = "2020-01-01";
const NO_CLAIMS: readonly ClaimView[] = [];
const NO_LOCKS: ReadonlySet<string> = new Set();
/** Answers duty questions on one set of grounds, remembering what the law treats alike. */
export class DutyDesk {
  private readonly assessors = new Map<Side, Assessor>();
  private saidAssessor: Assessor | undefined;
  private readonly kept: Kept;
  private readonly horizonEnd: Readonly<Record<Side, Instant>>;
  /** What an answer for the United States without a mode of transport does not cover. */
  private readonly uncovered: readonly string[];

  constructor(readonly grounds: Grounds) {
    this.kept = new Kept(grounds.goods);
    this.uncovered = [...NOT_COVERED.us, harborNote(grounds.goods.fees)];
    this.horizonEnd = { us: endOfHorizon(grounds.horizon, WASHINGTON), cn: endOfHorizon(grounds.horizon, BEIJING) };
  }

  assessor(side: Side): Assessor {
    let a = this.assessors.get(side);
    if (a === undefined) this.assessors.set(side, (a = new Assessor(this.grounds.regime, this.grounds.goods, side)));
    return a;
  }

  /** How many assessments it remembers. */
  get size(): number {
    return [...this.assessors.values()].reduce((n, a) => n + a.size, this.saidAssessor?.size ?? 0);
  }

  /**
   * What a line of goods owes.
   * @throws QuestionError for a code, date, amount or fact that cannot be read
   * @example desk.answer({ code: "4202.92.31", from: "CN", on: "2025-10-25" }, { known, now }).additionalPercent //=> "55"
   */
  answer(asked: Asked, clocks: Clocks): DutyResult {
    const { grounds, kept } = this;
    const known = kept.known(clocks.known);
    const knownDay = known.slice(0, 10);
    const from = country(asked.from ?? (asked.to?.toUpperCase() === "CN" ? "US" : "CN"), "from");
    const to = country(asked.to ?? (from === "US" ? "CN" : "US"), "to");
    const side: Side = to === "CN" ? "cn" : "us";
    const zone = side === "us" ? WASHINGTON : BEIJING;
    const when = kept.moment(asked.on, zone, clocks.now);
    const rounding = readRounding(asked.rounding ?? (asked.form === true && side === "us" ? "entry-7501" : undefined), side);
    const value = parseCents(asked.value ?? 100);
    const cents = rounding === "cents" ? value : wholeDollars(value);
    checkQuantity(asked.quantity ?? []);
    const given = readFacts(asked.facts, grounds.goods.facts, zone);
    const asks = (code: string) => ({ code, from, to, on: when.shown, known, horizon: grounds.horizon });
    const foreign = outside("", from, to, side, when.onDay, grounds.first);
    if (foreign !== undefined) return notCovered(foreign, asks(readCode(asked.code)), side);
    const place = kept.place(asked.code, side);
    const beside = outside(place.asked, from, to, side, when.onDay, grounds.first);
    if (beside !== undefined) return notCovered(beside, asks(place.asked), side);

    if (place.later && when.onDay < LATER_CODES) throw unknown(place.asked, grounds.goods.schedule(side), "the Chinese tariff of 2018 and 2019");

    const g = governing(when, given, side, zone);
    const { at } = g;
    const onDay = g.moved ? dayIn(at, zone) : when.onDay;
    const reach = g.moved ? outside(place.asked, from, to, side, onDay, grounds.first) : undefined;
    if (reach !== undefined) return notCovered(reach, asks(place.asked), side);
    const filed = provisionOf(given, side, grounds.goods);
    const facts = lawful(given, g.left);
    const assessor = this.assessor(side);
    const judge = this.judge(assessor, place, from, facts, onDay, knownDay);
    const now = g.either === undefined ? judge(at) : eitherStatus(judge(at), this.judge(assessor, place, from, facts, dayIn(g.either, zone), knownDay)(g.either));
    const a = now.assessment;
    const locks = g.left === undefined ? NO_LOCKS : unsettledLocks(grounds.regime, a, g.left);
    const beyond = at >= this.horizonEnd[side] ? branches(grounds.regime, assessor, judge, this.horizonEnd[side], at, () => this.said(side, place, from, facts, onDay, knownDay)) : [];
    const idle = g.either === undefined && !asked.brief ? [...idleFacts(facts, now, side, (rest) => this.judge(assessor, place, from, rest, onDay, knownDay)(at)), ...idleBeside(given, side)] : [];
    const headings = claimedIn(facts);
    const claims =
      headings.length === 0
        ? NO_CLAIMS
        : claimViews(headings, { regime: grounds.regime, line: { day: onDay, facts, goods: grounds.goods }, leaves: place.leaves, now, at, origin: from, zone, knownDay });
    const warnings = warningsOf({
      now,
      place,
      side,
      onDay,
      governing: g,
      locks,
      claims,
      idle,
      quantity: asked.quantity ?? [],
      cents: value,
      program: facts.get("program"),
      post: facts.get("mode") === "post",
      printed: place.leaves.length > 1 || side === "cn" || grounds.goods.schedule("us").on(place.leaves[0] as string, onDay < knownDay ? onDay : knownDay) !== undefined,
      past: at >= this.horizonEnd[side],
      beyond: beyond.length > 0,
      horizon: grounds.horizon,
      coversTo: side === "us" ? grounds.goods.schedule("us").info.coversTo : "",
    });

    const outcome = beyond.length > 0 ? "beyond-horizon" : now.missing.length > 0 ? "needs-facts" : "settled";
    const settled = outcome === "settled";
    const parts = outcome === "beyond-horizon" ? [] : components(a.findings, cents, grounds.regime, locks);
    const asksFees = side === "us" ? this.feeQuestion(cents, value, when.onDay, kept.readDay(clocks.known), given, filesChapter99(now, outcome)) : undefined;
    const fees = asksFees === undefined ? [] : entryFees(asksFees, grounds.goods.fees);
    const over = asksFees === undefined ? undefined : overInformal(asksFees, grounds.goods.fees);
    if (over !== undefined) warnings.push(`entry=informal: ${over}`);
    const replaced = outcome === "beyond-horizon" ? undefined : replacesBase(now.each);
    const money = amounts({ assessment: a, base: now.base, cents, quantity: asked.quantity ?? [], side, settled, replaced, parts, fees, rounding });
    const basePercent = money.basePercent;
    const additional = settled ? (money.additional ?? null) : null;
    const split = g.day === undefined || g.either !== undefined ? [] : splits(assessor, judge, g.day, zone, a);
    const result: DutyResult = {
      code: place.asked,
      from,
      to,
      on: when.shown,
      known,
      horizon: grounds.horizon,
      outcome,
      decidedBy: decidedBy(g, a.tried ?? [], zone),
      text: kept.text(place, side),
      base: now.base.rate === undefined ? null : baseView(now.base, side, cents, grounds.regime),
      components: parts,
      notDue: viewsOf(a).notDue,
      missing: now.missing.map((m) => ({
        fact: m.fact,
        why: m.why,
        choices: m.choices,
        range: { percentMin: showPercent(m.min), percentMax: m.max === undefined ? null : showPercent(m.max) },
        instruments: m.instruments,
      })),
      candidates: a.candidates,
      claims,
      additionalPercent: additional === null ? null : showPercent(additional),
      totalPercent: additional === null || basePercent === undefined ? null : showPercent(additional + basePercent),
      owedPercent: money.owed === undefined ? null : showPercent(money.owed),
      range: outcome === "needs-facts" ? { percentMin: showPercent(now.min), percentMax: now.max === undefined ? null : showPercent(now.max) } : null,
      amount: money.amount,
      filing: side === "cn" || outcome === "beyond-horizon" ? [] : [...(filed === undefined ? [] : [filed.shown]), ...viewsOf(a).headings, showCode(place.asked)],
      next: g.moved || g.either !== undefined || asked.brief ? [] : nextChanges(grounds.regime, assessor, judge, at, now, place.leaves.length === 1),
      branches: beyond,
      notCovered: side === "us" && !facts.has("mode") ? this.uncovered : NOT_COVERED[side],
      ...(split.length === 0 ? {} : { splitDay: split }),
      ...(side === "cn" ? chinaSide({ regime: grounds.regime, goods: grounds.goods, now, cents, at, onDay, leaves: place.leaves, outcome }) : {}),
      warnings,
    };
    if (asked.form !== true) return result;
    const units = side === "us" ? unitsOf(grounds.goods, place.leaves, onDay < knownDay ? onDay : knownDay) : [];
    const made = formOf({ result, assessment: a, cents, quantity: asked.quantity ?? [], units, leaves: place.leaves.length, dutiable: facts.get("dutiable") });
    return { ...result, ...(made.form === undefined ? {} : { form: made.form }), warnings: [...warnings, ...made.warnings] };
  }

  /** What the fees of an entry turn on of which the line asked about is the whole, by the day of entry or of withdrawal from warehouse, also for in-bond goods. */
  private feeQuestion(valueCents: number, exactCents: number, entered: string, knownDay: string, facts: ReadonlyMap<string, string>, chapter99: boolean | undefined): FeeQuestion {
    const withdrawn = facts.get("withdrawn");
    const onDay = withdrawn === undefined ? entered : dayIn(factInstant(withdrawn, WASHINGTON), WASHINGTON);
    const share = facts.get("dutiable");
    const mpf = mpfBasis(facts.get("chapter-98"), share === undefined ? undefined : parsePercent(share), valueCents);
    const kind = facts.get("entry") as "formal" | "informal" | undefined;
    return { valueCents, exactCents, onDay, knownDay, kind, mode: facts.get("mode"), mpf, chapter99 };
  }

  private judge(assessor: Assessor, place: Placed, from: string, facts: ReadonlyMap<string, string>, onDay: string, knownDay: string): (at: Instant) => Merged {
    return judging(assessor, this.kept, this.grounds.goods, { place, from, facts, onDay, knownDay });
  }

  private said(side: Side, place: Placed, from: string, facts: ReadonlyMap<string, string>, onDay: string, knownDay: string) {
    const { regime, statements } = this.grounds.said();
    if (this.saidAssessor?.regime !== regime || this.saidAssessor.side !== side) this.saidAssessor = new Assessor(regime, this.grounds.goods, side);
    return { statements, at: this.judge(this.saidAssessor, place, from, facts, onDay, knownDay) };
  }
}

/** Facts about the moment of entry that say nothing here: those of a US entry for a Chinese one, and a zone's status without the day of admission. */
const idleBeside = (given: ReadonlyMap<string, string>, side: Side): string[] =>
  side === "cn" ? BESIDE.filter((f) => given.has(f)) : given.has("zone-status") && !given.has("zone-admitted") ? ["zone-status (it wants zone-admitted beside it)"] : [];

/** Whether the line is filed with a heading of chapter 99, subchapters III and IV; undefined while that is open. */
function filesChapter99({ assessment: a, missing }: Merged, outcome: DutyResult["outcome"]): boolean | undefined {
  if (outcome === "beyond-horizon") return undefined;
  if (a.findings.some((f) => f.is === "due") || viewsOf(a).headings.some((h) => /^990[34]/.test(h))) return true;
  return missing.length > 0 ? undefined : false;
}

function country(text: string, field: string): string {
  if (text === "CN" || text === "US") return text;
  const code = text.toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) throw new QuestionError("bad-country", `"${text.slice(0, 20)}" is not a country code`, field, "write two letters, such as CN or US");
  return code;
}
