import type { Goods } from "../goods/index.js";
import { CodeError, parseCode } from "../goods/index.js";
import { dayIn, type Instant, parseOn, toUtc, toZoned } from "../time/index.js";
import { type Base, baseOf, type Placed, placeCode, textOf } from "./base.js";
import { QuestionError, type Side } from "./question.js";

const MANY = 50_000;
/** 23:59 in minutes. */
const LAST_MINUTE = 1439;

/** A moment as asked, read once. */
export interface Moment {
  readonly at: Instant;
  readonly day: string | undefined;
  readonly onDay: string;
  readonly shown: string;
}

/** What the same question parts always come to: moments, places of codes, their words, ordinary rates. Dropped when there are too many. */
export class Kept {
  private readonly moments = new Map<string, Moment>();
  private readonly places = new Map<string, Placed>();
  private readonly texts = new WeakMap<Placed, string>();
  private readonly bases = new Map<string, Map<string, Map<string, Base>>>();
  private counted = 0;
  private lastKnown: readonly [Instant, string] | undefined;
  private lastRead: readonly [Instant, string] | undefined;

  constructor(private readonly goods: Goods) {}

  known(known: Instant): string {
    if (this.lastKnown?.[0] !== known) this.lastKnown = [known, toUtc(known)];
    return this.lastKnown[1];
  }

  /** The last day whose documents were known: one that is known by its day alone counts from 23:59Z of that day. */
  readDay(known: Instant): string {
    if (this.lastRead?.[0] !== known) this.lastRead = [known, toUtc((known - LAST_MINUTE) as Instant).slice(0, 10)];
    return this.lastRead[1];
  }

  moment(on: string | undefined, zone: string, now: Instant): Moment {
    const key = `${zone} ${on ?? now}`;
    let m = this.moments.get(key);
    if (m === undefined) {
      const { at, day } = on === undefined ? { at: now, day: undefined } : parseOn(on, zone);
      m = { at, day, onDay: dayIn(at, zone), shown: toZoned(at, zone) };
      if (this.moments.size > MANY) this.moments.clear();
      this.moments.set(key, m);
    }
    return m;
  }

  /** @throws QuestionError for a code that cannot be one, or that no tariff knows */
  place(code: string, side: Side): Placed {
    const key = side + code;
    let p = this.places.get(key);
    if (p === undefined) {
      p = placeCode(readCode(code), side, this.goods);
      if (this.places.size > MANY) this.places.clear();
      this.places.set(key, p);
    }
    return p;
  }

  text(place: Placed, side: Side): string {
    let text = this.texts.get(place);
    if (text === undefined) this.texts.set(place, (text = textOf(place, side, this.goods)));
    return text;
  }

  base(leaf: string, side: Side, onDay: string, knownDay: string, program: string | undefined): Base {
    const circumstances = `${side} ${knownDay} ${program ?? ""}`;
    let lines = this.bases.get(circumstances);
    if (lines === undefined) this.bases.set(circumstances, (lines = new Map()));
    let days = lines.get(leaf);
    if (days === undefined) lines.set(leaf, (days = new Map()));
    let b = days.get(onDay);
    if (b !== undefined) return b;
    days.set(onDay, (b = baseOf(leaf, side, this.goods, onDay, knownDay, program)));
    if (++this.counted > MANY) {
      this.bases.clear();
      this.counted = 0;
    }
    return b;
  }
}

/** The digits of a code as asked. @throws QuestionError */
export function readCode(code: unknown): string {
  try {
    if (typeof code !== "string") throw new CodeError("a question needs a code of 6, 8 or 10 digits, as text");
    return parseCode(code);
  } catch (e) {
    throw e instanceof CodeError ? new QuestionError("bad-code", e.message, "code", "truce find WORDS looks codes up by words") : e;
  }
}
