import { distinct, type Finder, type Finding, type Found, Judge, LEFT_ZONE, type Line, metalChapter, type Side, zoneOf } from "../duty/index.js";
import type { Goods, ListRow } from "../goods/index.js";
import type { MeasureId, Regime } from "../law/index.js";
import { dayIn, type Instant } from "../time/index.js";
import type { Closure } from "./closure.js";
import { lastAtOrBefore } from "./epochs.js";
import { Reach } from "./reach.js";

/** Goods that one measure treats alike, with the instants at which what it says of them can change. */
export interface Group {
  readonly number: number;
  readonly edges: readonly Instant[];
  /** What was found without facts, by epoch and origin. */
  readonly plain: Map<number | string, Entry>;
  /** The same with facts. */
  readonly given: Map<string, Entry>;
}
/** The measures that can reach a code, those that decide others first, and the instants at which what they say can change. */
export interface Reaching {
  readonly code: string;
  readonly closures: readonly Closure[];
  readonly groups: readonly Group[];
  readonly edges: readonly number[];
}
/** What one measure says of goods that all its lists treat alike, during one stretch in which it does not change. */
export interface Entry {
  /** The same for findings that charge and file the same; 0 where nothing is due and nothing filed. */
  readonly number: number;
  readonly finding: Finding | undefined;
  readonly candidates: Found["candidates"];
  readonly tried: Found["tried"];
}
/** Every origin of either side by number. */
const ORIGIN: Readonly<Record<string, number>> = { CN: 0, HK: 1, MO: 2, US: 3 };
const ORIGINS = 4;
const BEFORE_ALL = -1e9 as Instant;
/** What a measure that cannot reach the goods says of them. */
const SILENT: Entry = { number: 0, finding: undefined, candidates: [], tried: [] };
const NO_FACTS: ReadonlyMap<string, string> = new Map();

/**
 * Judges each measure once for all goods that it treats alike. A measure's outcome turns on its closure alone, so two lines that agree in
 * that agree in it; the sum of lines × epochs then costs a lookup each.
 */
export class Findings implements Finder {
  private readonly zone: string;
  private readonly order: readonly string[];
  private readonly groups = new Map<MeasureId, Map<string, Group>>();
  private readonly numbers = new Map<MeasureId, Map<string, Group>>();
  private readonly reach: Reach;
  private readonly rowNumbers = new Map<ListRow, number>();
  /** How many times a measure was judged. */
  judged = 0;

  /** @param measures in customs' order */
  constructor(
    private readonly regime: Regime,
    private readonly goods: Goods,
    private readonly side: Side,
    measures: readonly string[],
    readonly closures: readonly Closure[],
  ) {
    this.zone = zoneOf(side);
    this.order = measures;
    this.reach = new Reach(regime, goods, this.zone, closures);
    for (const c of closures) {
      this.groups.set(c.measure, new Map());
      this.numbers.set(c.measure, new Map());
    }
  }

  found(code: string, origin: string, on: Instant, facts: ReadonlyMap<string, string>, base: number | undefined): Found {
    const entries = new Map<MeasureId, Entry>();
    for (const c of this.closures) entries.set(c.measure, this.entry(c, code, origin, on, facts, base, entries));
    const findings: Finding[] = [];
    const candidates: Found["candidates"][number][] = [];
    const tried: Found["tried"][number][] = [];
    for (const m of this.order) {
      const e = entries.get(m) as Entry;
      if (e.finding !== undefined) findings.push(e.finding);
      candidates.push(...e.candidates);
      tried.push(...e.tried);
    }
    return { findings, candidates: distinct(candidates), tried };
  }

  private entry(c: Closure, code: string, origin: string, on: Instant, facts: ReadonlyMap<string, string>, base: number | undefined, others: ReadonlyMap<MeasureId, Entry>): Entry {
    return this.entryOf(c, this.groupOf(c, code), code, origin, on, facts, base, (id) => others.get(id));
  }

  private entryOf(
    c: Closure,
    group: Group,
    code: string,
    origin: string,
    on: Instant,
    facts: ReadonlyMap<string, string>,
    base: number | undefined,
    others: (id: MeasureId) => Entry | undefined,
  ): Entry {
    let given = "";
    for (const [k, v] of facts)
      if (k === LEFT_ZONE) given += ` ${k}=${lastAtOrBefore(group.edges, Number(v))}`;
      else if (c.facts.has(k)) given += ` ${k}=${v}`;
    // What does not turn on any fact that is given is what is found without facts.
    if (given === "") return this.plainOf(c, group, code, origin, on, base, others);
    const epoch = lastAtOrBefore(group.edges, on);
    const key = `${origin} ${epoch}${c.replaces ? ` ${base}` : ""}${given}`;
    let e = group.given.get(key);
    if (e === undefined) group.given.set(key, (e = this.judge(c, group, epoch, code, origin, on, facts, base, others)));
    return e;
  }

  private plainOf(c: Closure, group: Group, code: string, origin: string, on: Instant, base: number | undefined, others: (id: MeasureId) => Entry | undefined): Entry {
    const epoch = lastAtOrBefore(group.edges, on);
    const o = ORIGIN[origin];
    const key = c.replaces || o === undefined ? `${origin} ${epoch} ${base}` : (epoch + 1) * ORIGINS + o;
    let e = group.plain.get(key);
    if (e === undefined) group.plain.set(key, (e = this.judge(c, group, epoch, code, origin, on, NO_FACTS, base, others)));
    return e;
  }

  private readonly lines = new Map<string, Reaching>();
  /** What the measures that can reach a code say of it. The others, of which it is known that nothing is due, are left out. */
  foundAmong(code: string, origin: string, on: Instant, facts: ReadonlyMap<string, string>, base: number | undefined): Found {
    let r = this.lines.get(code);
    if (r === undefined) this.lines.set(code, (r = this.reaching(code)));
    const entries = new Map<MeasureId, Entry>();
    const others = (id: MeasureId): Entry => entries.get(id) ?? SILENT;
    for (let i = 0; i < r.closures.length; i++) {
      const c = r.closures[i] as Closure;
      entries.set(c.measure, this.entryOf(c, r.groups[i] as Group, code, origin, on, facts, base, others));
    }
    return { findings: this.order.flatMap((m) => entries.get(m)?.finding ?? []), candidates: [], tried: [] };
  }

  private judge(
    c: Closure,
    group: Group,
    epoch: number,
    code: string,
    origin: string,
    on: Instant,
    facts: ReadonlyMap<string, string>,
    base: number | undefined,
    others: (id: MeasureId) => Entry | undefined,
  ): Entry {
    this.judged++;
    const line: Line = { code, day: this.dayOf(on), facts, goods: this.goods };
    const judge = new Judge(this.regime, line, group.edges[epoch] ?? BEFORE_ALL, origin, this.side, base, (id) => (id === c.measure ? undefined : others(id)));
    const finding = judge.finding(c.measure);
    return { number: this.contentOf(finding), finding, candidates: judge.candidates, tried: judge.tried };
  }

  private readonly daysOf = new Map<Instant, string>();
  private dayOf(on: Instant): string {
    let day = this.daysOf.get(on);
    if (day === undefined) this.daysOf.set(on, (day = dayIn(on, this.zone)));
    return day;
  }

  /** The measures that can reach a code, with the goods that each treats alike. */
  reaching(code: string): Reaching {
    const closures = this.closures.filter((c) => this.reach.reaches(this.regime.timelines.get(c.measure), code));
    const groups = closures.map((c) => this.groupOf(c, code));
    return { code, closures, groups, edges: [...new Set(groups.flatMap((g) => g.edges))].sort((a, b) => a - b) };
  }

  /** What each of those measures says at an instant, without facts, in the order of the closures. */
  entriesOf(r: Reaching, origin: string, on: Instant, base: number | undefined): Entry[] {
    const out: Entry[] = [];
    const others = (id: MeasureId): Entry => out[r.closures.findIndex((c) => c.measure === id)] ?? SILENT;
    for (let i = 0; i < r.closures.length; i++) out.push(this.plainOf(r.closures[i] as Closure, r.groups[i] as Group, r.code, origin, on, base, others));
    return out;
  }

  /** The goods that a closure treats like this code. */
  groupOf(c: Closure, code: string): Group {
    const groups = this.groups.get(c.measure) as Map<string, Group>;
    const hit = groups.get(code);
    if (hit !== undefined) return hit;
    let signature = metalChapter(code);
    for (const id of c.lists) for (const r of this.goods.rowsFor(id, code)) signature += `|${this.numberOf(r)}`;
    for (const r of c.reaches) if (code.startsWith(r)) signature += `|${r}`;
    const numbers = this.numbers.get(c.measure) as Map<string, Group>;
    let group = numbers.get(signature);
    if (group === undefined) numbers.set(signature, (group = { number: numbers.size, edges: this.reach.edges(c.measure, code), plain: new Map(), given: new Map() }));
    groups.set(code, group);
    return group;
  }

  private readonly contents = new Map<string, number>();
  private contentOf(f: Finding | undefined): number {
    if (f === undefined || (f.is === "not-due" && f.reliefHeading === undefined)) return 0;
    const s = f.state;
    const key = `${f.measure}|${f.is}|${f.heading}|${f.reliefHeading}|${f.percent}|${f.share}|${f.kind}|${s?.owed}|${s?.collected}|${s?.refundable}|${s?.route.join()}|${f.why}|${f.instruments.join()}|${f.need?.fact}`;
    let n = this.contents.get(key);
    if (n === undefined) this.contents.set(key, (n = this.contents.size + 1));
    return n;
  }

  private numberOf(row: ListRow): number {
    let n = this.rowNumbers.get(row);
    if (n === undefined) this.rowNumbers.set(row, (n = this.rowNumbers.size));
    return n;
  }
}
