import type { Goods, ListRow } from "../goods/index.js";
import type { Regime } from "../law/index.js";
import { fromWall, type Instant, OPEN } from "../time/index.js";
import type { Finding } from "./find.js";
import { dutyMeasures, EachLine, type Finder, zoneOf } from "./finder.js";
import type { Need } from "./member.js";
import { total } from "./points.js";
import type { Side } from "./question.js";
import { type Missing, ranges } from "./range.js";
import type { Candidate, Tried } from "./relief.js";
import { replacedIn } from "./replaced.js";

/** How many assessments are kept before all are dropped; each takes about 2.5 KB. */
const REMEMBERED = 200_000;
const ORIGINS = ["CN", "HK", "MO", "US"];
/** From how many different codes on they are sorted into classes. */
const FEW = 40;

/** All that the law says of one line during one stretch in which nothing changes. No money yet. */
export interface Assessment {
  readonly from: Instant;
  readonly until: Instant;
  readonly findings: readonly Finding[];
  readonly candidates: readonly Candidate[];
  /** Rules for goods under way that were tried with a fact that was given. */
  readonly tried?: readonly Tried[];
  readonly missing: readonly Missing[];
  /** Points above the ordinary rate in parts per million; undefined while a fact is missing. */
  readonly additional: number | undefined;
  readonly owed: number | undefined;
  /** Lowest and highest additional points; the highest undefined where a rate is not in hand. */
  readonly min: number;
  readonly max: number | undefined;
  /** Whether a duty replaces the ordinary rate; undefined while that turns on a fact, or on a rate not in hand. */
  readonly replaced: boolean | undefined;
}

/** Judges lines under one regime and remembers what it found for lines that the law treats alike. */
export class Assessor {
  readonly measures: readonly string[];
  /** Every instant at which something of this side changes, in order. */
  readonly edges: readonly Instant[];
  private readonly finder: Finder;
  private readonly zone: string;
  /** The lists of goods of the side. */
  readonly lists: readonly string[];
  /** Beginnings of codes that its measures name where no list is in hand. */
  readonly reaches: readonly string[];
  /** Lists whose goods pay a rate that replaces the ordinary one, so that the ordinary one matters. */
  private readonly replacing: readonly string[];
  private readonly rowNumbers = new Map<ListRow, number>();
  private readonly classes = new Map<string, number>();
  private readonly classNumbers = new Map<string, number>();
  private readonly codes = new Set<string>();
  private readonly plain = new Map<number, Assessment>();
  private readonly remembered = new Map<string, Assessment>();

  constructor(
    readonly regime: Regime,
    readonly goods: Goods,
    readonly side: Side,
    finder?: Finder,
  ) {
    this.zone = zoneOf(side);
    const own = [...regime.timelines.values()].filter((t) => t.id.startsWith(`${side}/`));
    this.measures = dutyMeasures(regime, side);
    this.finder = finder ?? new EachLine(regime, goods, side, this.measures);
    this.lists = goods.listIds.filter((id) => id.startsWith(`${side}/`));
    const edges = new Set<Instant>();
    const reaches = new Set<string>();
    const replacing = new Set<string>();
    for (const t of own)
      for (const s of t.states) {
        edges.add(s.from);
        if (s.terms?.transit?.entered !== undefined) edges.add(s.terms.transit.entered);
        if (typeof s.terms?.goods === "object")
          for (const step of s.terms.goods.steps) {
            for (const r of step.reach ?? []) reaches.add(r);
            if (step.kind === "replaces-base" && step.list !== undefined) replacing.add(step.list);
          }
      }
    for (const d of regime.displacements) {
      edges.add(d.act.from);
      if (d.act.until < OPEN) edges.add(d.act.until);
    }
    for (const id of this.lists) for (const day of goods.daysOf(id)) edges.add(fromWall(`${day}T00:00`, this.zone));
    this.edges = [...edges].sort((a, b) => a - b);
    this.reaches = [...reaches];
    this.replacing = [...replacing];
  }

  /** What the law says of a line at an instant. `base` is its ordinary ad valorem rate, which a few duties replace. */
  assess(code: string, origin: string, on: Instant, facts: ReadonlyMap<string, string>, base: number | undefined): Assessment {
    const epoch = this.epochAt(on);
    const matters = this.baseMatters(code) ? base : undefined;
    // Codes that the law treats alike share what was found; to tell which are alike pays only when many are asked.
    if (this.codes.size >= FEW && facts.size === 0 && matters === undefined) {
      const key = (this.classOf(code) * 10_000 + epoch) * 4 + ORIGINS.indexOf(origin);
      return this.keep(this.plain, key, () => this.fresh(code, origin, epoch, facts, matters));
    }
    let key = `${this.codes.size < FEW ? this.named(code) : this.classOf(code)} ${origin} ${epoch} ${matters}`;
    for (const [k, v] of facts) key += ` ${k}=${v}`;
    return this.keep(this.remembered, key, () => this.fresh(code, origin, epoch, facts, matters));
  }

  private keep<K>(kept: Map<K, Assessment>, key: K, make: () => Assessment): Assessment {
    let a = kept.get(key);
    if (a === undefined) {
      if (kept.size > REMEMBERED) kept.clear();
      kept.set(key, (a = make()));
    }
    return a;
  }

  /** How many assessments are remembered. */
  get size(): number {
    return this.plain.size + this.remembered.size;
  }

  /** The instants after `on` at which anything of this side changes. */
  edgesAfter(on: Instant, until: Instant = OPEN): Instant[] {
    return this.edges.slice(this.epochAt(on)).filter((e) => e > on && e < until);
  }

  /** A number that is the same for codes that every list treats alike. */
  classOf(code: string): number {
    const hit = this.classes.get(code);
    if (hit !== undefined) return hit;
    let signature = code.slice(0, 2);
    for (const id of this.lists) {
      const rows = this.goods.rowsFor(id, code);
      if (rows.length > 0) signature += `|${id}:${rows.map((r) => this.numberOf(r)).join(".")}`;
    }
    for (const r of this.reaches) if (code.startsWith(r)) signature += `|${r}`;
    let number = this.classNumbers.get(signature);
    if (number === undefined) this.classNumbers.set(signature, (number = this.classNumbers.size));
    this.classes.set(code, number);
    return number;
  }

  private readonly mattering = new Map<string, boolean>();
  /** Whether the ordinary rate of a code decides what a duty that replaces it comes to. */
  baseMatters(code: string): boolean {
    let matters = this.mattering.get(code);
    if (matters === undefined) this.mattering.set(code, (matters = this.replacing.some((id) => this.goods.rowsFor(id, code).length > 0)));
    return matters;
  }

  private named(code: string): string {
    this.codes.add(code);
    return code;
  }

  private numberOf(row: ListRow): number {
    let n = this.rowNumbers.get(row);
    if (n === undefined) this.rowNumbers.set(row, (n = this.rowNumbers.size));
    return n;
  }

  /** How many edges lie at or before an instant. */
  private epochAt(on: Instant): number {
    let low = 0;
    let high = this.edges.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if ((this.edges[mid] as number) <= on) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  private fresh(code: string, origin: string, epoch: number, facts: ReadonlyMap<string, string>, base: number | undefined): Assessment {
    const from = this.edges[epoch - 1] ?? this.edges[0] ?? (0 as Instant);
    const judge = (more: ReadonlyMap<string, string>) => this.finder.found(code, origin, from, more, base);
    const first = judge(facts);
    const needs = first.findings.flatMap((f): Need[] => (f.need === undefined ? [] : [f.need]));
    const span = { from, until: this.edges[epoch] ?? OPEN, findings: first.findings, candidates: first.candidates, ...(first.tried.length === 0 ? {} : { tried: first.tried }) };
    if (needs.length === 0) {
      const additional = total(first.findings, base);
      const owed = total(
        first.findings.filter((f) => f.state?.owed !== "no"),
        base,
      );
      return { ...span, missing: [], additional, owed, min: additional, max: additional, replaced: replacedIn([first.findings], false) };
    }
    const r = ranges(facts, first.findings, (more) => judge(more).findings, base);
    return { ...span, ...r, additional: undefined, owed: undefined };
  }
}
