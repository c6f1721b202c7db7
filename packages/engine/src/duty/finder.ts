import type { Goods } from "../goods/index.js";
import type { Regime } from "../law/index.js";
import { BEIJING, dayIn, type Instant, WASHINGTON } from "../time/index.js";
import { type Finding, Judge } from "./find.js";
import type { Line } from "./member.js";
import { place } from "./order.js";
import type { Side } from "./question.js";
import type { Candidate, Tried } from "./relief.js";

/** All that the duty measures of one side say of a line at an instant. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly candidates: readonly Candidate[];
  readonly tried: readonly Tried[];
}
/** Judges lines. The interpreter judges each from the text; the book remembers what it found. */
export interface Finder {
  found(code: string, origin: string, on: Instant, facts: ReadonlyMap<string, string>, base: number | undefined): Found;
}

export const zoneOf = (side: Side): string => (side === "us" ? WASHINGTON : BEIJING);

/** The duty measures of a side in customs' order. */
export const dutyMeasures = (regime: Regime, side: Side): string[] =>
  [...regime.timelines.values()]
    .filter((t) => t.sort === "duty" && t.id.startsWith(`${side}/`))
    .map((t) => t.id)
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));

/** Candidates once each. */
export const distinct = (candidates: readonly Candidate[]): Candidate[] => [...new Map(candidates.map((c) => [`${c.heading} ${c.id}`, c])).values()];

/** Judges every line anew. */
export class EachLine implements Finder {
  private readonly zone: string;
  private readonly ones = new Map<string, Finding>();

  constructor(
    private readonly regime: Regime,
    private readonly goods: Goods,
    private readonly side: Side,
    private readonly measures: readonly string[],
  ) {
    this.zone = zoneOf(side);
  }

  found(code: string, origin: string, on: Instant, facts: ReadonlyMap<string, string>, base: number | undefined): Found {
    const line: Line = { code, day: dayIn(on, this.zone), facts, goods: this.goods };
    const judge = new Judge(this.regime, line, on, origin, this.side, base);
    const findings = this.measures.flatMap((id) => {
      const f = judge.finding(id);
      return f === undefined ? [] : [this.one(f)];
    });
    return { findings, candidates: distinct(judge.candidates), tried: judge.tried };
  }

  /** The same finding once for all lines that share it: most lines are outside most measures, for the same reason. */
  private one(f: Finding): Finding {
    const key = `${f.measure}|${f.is}|${f.percent}|${f.share}|${f.kind}|${f.heading}|${f.reliefHeading}|${f.state?.from}|${f.trust}|${f.inferred}|${f.reached}|${f.content?.metal}|${f.freed}|${f.yields?.map((y) => `${y.to} ${y.heading}`).join()}|${f.need?.fact}|${f.need?.choices.length}|${f.relieved}|${f.doubt}|${f.why}|${f.instruments.join()}`;
    const known = this.ones.get(key);
    if (known === undefined) this.ones.set(key, f);
    return known ?? f;
  }
}
