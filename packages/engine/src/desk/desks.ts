import { type Asked, DutyDesk, type DutyResult } from "../duty/index.js";
import type { Instrument, Regime as LawAsKnown } from "../law/index.js";
import { type Instant, toUtc } from "../time/index.js";
import { alreadyLaw, lay } from "./lay.js";
import type { Regime } from "./regime.js";
import { unchanged } from "./unchanged.js";

const HALF_DAY = 720;
/** The desks that are kept, and how many assessments they may remember together. */
const DESKS = 64;
const REMEMBERED = 250_000;

/** Answers for any knowledge time and any suppositions, folding the law once for each that is asked. */
export class Desks {
  /** Every instant at which something became known; what was known between two of them is the same. */
  private readonly moments: readonly Instant[];
  private lastSoon: { readonly known: Instant; readonly found: readonly string[] } | undefined;
  private readonly desks = new Map<string, DutyDesk>();
  private last: { readonly known: Instant; readonly desk: DutyDesk } | undefined;

  constructor(readonly regime: Regime) {
    this.moments = [...new Set(regime.law.instruments.flatMap((i) => [i.announced, ...i.acts.map((a) => a.announced)]))].sort((a, b) => a - b);
  }

  /** Whether nothing of the record was announced after this. */
  knowsAll(known: Instant): boolean {
    return known >= (this.moments.at(-1) ?? 0);
  }

  /**
   * The law as known at an instant, with suppositions on top.
   * @throws InputError where a supposition cannot be laid on what is known by then
   */
  regimeAt(known: Instant, supposed: readonly Instrument[]): LawAsKnown {
    return lay(this.regime.law.instruments, known, supposed);
  }

  /** The law with what was only said by then laid on top: extensions without an instrument. And who said it. */
  said(known: Instant, supposed: readonly Instrument[]): { regime: LawAsKnown; statements: readonly Instrument[] } {
    const { instruments } = this.regime.law;
    const statements = instruments.filter((i) => i.standing === "statement" && !supposed.includes(i) && i.acts.some((a) => a.do === "extend" && a.announced <= known));
    return { regime: lay(instruments, known, [...statements.map((s) => heard(s, known)), ...supposed]), statements };
  }

  desk(known: Instant, supposed: readonly Instrument[]): DutyDesk {
    if (supposed.length === 0 && this.last?.known === known) return this.last.desk;
    const moment = this.moments.findLast((m) => m <= known) ?? (0 as Instant);
    const key = `${moment} ${supposed.map((s) => `${s.id} ${s.file}`).join(" ")}`;
    let desk = this.desks.get(key);
    if (desk === undefined) {
      const { instruments, horizon, first } = this.regime.law;
      let said: ReturnType<Desks["said"]> | undefined;
      desk = new DutyDesk({
        regime: lay(instruments, known, supposed),
        said: () => (said ??= this.said(known, supposed)),
        goods: this.regime.goods,
        horizon,
        first,
      });
    }
    this.desks.delete(key);
    this.desks.set(key, desk);
    this.forget();
    if (supposed.length === 0) this.last = { known, desk };
    return desk;
  }

  /** Drops the desks that were not asked for the longest time, while there are too many or they remember too much. */
  private forget(): void {
    let held = 0;
    for (const d of this.desks.values()) held += d.size;
    for (const [key, d] of this.desks) {
      if (this.desks.size === 1 || (this.desks.size <= DESKS && held <= REMEMBERED)) return;
      held -= d.size;
      this.desks.delete(key);
    }
  }

  /** What a line of goods owes, with the warnings that belong to the question rather than to the law. */
  duty(asked: Asked, known: Instant, now: Instant, supposed: readonly Instrument[]): DutyResult {
    const result = this.desk(known, supposed).answer(asked, { known, now });
    const soon = this.soon(known);
    if (supposed.length === 0) return soon.length === 0 ? result : { ...result, warnings: [...result.warnings, ...soon] };
    const mark = (r: DutyResult) => [r.outcome, r.components, r.missing, r.branches, r.next];
    const idle = this.idle(known, supposed, (rest) => mark(rest === supposed ? result : this.desk(known, rest).answer(asked, { known, now })));
    const warnings = [...soon, ...idle];
    return warnings.length === 0 ? result : { ...result, warnings: [...result.warnings, ...warnings] };
  }

  /** Warnings for suppositions without which the answer would be the same. */
  idle(known: Instant, supposed: readonly Instrument[], ask: (rest: readonly Instrument[]) => unknown): string[] {
    if (supposed.length === 0) return [];
    return unchanged(supposed, alreadyLaw(this.regime.law.instruments, known, supposed), ask);
  }

  /** What was announced within the twelve hours after `known`: an answer of that hour may already be old. */
  soon(known: Instant): readonly string[] {
    if (this.lastSoon?.known === known) return this.lastSoon.found;
    const out: string[] = [];
    for (const i of this.regime.law.instruments) {
      if (i.standing !== "law" && i.standing !== "notice") continue;
      const act = i.acts.find((a) => a.announced > known && a.announced <= known + HALF_DAY);
      if (act !== undefined) out.push(`${i.id} was announced at ${toUtc(act.announced)}, within 12 hours after what this answer knows`);
    }
    this.lastSoon = { known, found: out };
    return out;
  }
}

/** A statement with only those of its acts that had been made by then. */
const heard = (s: Instrument, known: Instant): Instrument => ({ ...s, acts: s.acts.filter((a) => a.announced <= known) });
