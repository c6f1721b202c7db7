import { type Base, type Finding, type Merged, saysOther } from "../duty/index.js";
import { dayIn, instant } from "../time/index.js";
import type { Book } from "./book.js";
import type { Closure } from "./closure.js";
import { type Cell, partsOf, settledCell } from "./cell.js";
import { lastAtOrBefore } from "./epochs.js";
import type { Entry, Findings } from "./findings.js";
import { OpenCell } from "./open-cell.js";

/** What the law says of goods without facts during one stretch. `number` is the same where it says the same. */
interface Stretch {
  readonly number: number;
  readonly is: "settled" | "needs-facts" | "beyond-horizon";
  readonly findings: readonly Finding[];
  /** Open past the horizon: too rare for a short way. */
  readonly byHand: boolean;
  /** A rate that replaces the ordinary one may be due. */
  readonly replacing: boolean;
}
/** Stretches with the epochs at which they begin. */
interface Line<T> {
  readonly starts: readonly number[];
  readonly of: readonly T[];
}
const NO_LOCKS: ReadonlySet<string> = new Set();

/** Fills a book for every line of its tariff, origin and epoch, without facts, and says how many cells that took. */
export class Whole {
  private readonly laws = new Map<string, Line<Stretch>>();
  private readonly numbers = new Map<string, Stretch>();
  private readonly shared = new Map<number, Pick<Cell, "parts" | "relieved">>();
  private readonly rates = new Map<string, number>();
  private readonly made = new Map<number, number>();
  private count = 0;

  constructor(
    private readonly book: Book,
    private readonly findings: Findings,
    private readonly origins: readonly string[],
    /** Which of them are worked out. */
    private readonly wanted: readonly boolean[],
  ) {}

  /** Fills `table`, which has room for each kind × epoch × origin; the first epoch is that before every edge. */
  fill(table: Int32Array): void {
    const { book } = this;
    const width = this.origins.length;
    const stride = (book.edges.length + 1) * width;
    const nothing = book.plainCell(0, -1, 0);
    for (let kind = 0; kind < book.kinds.classOfKind.length; kind++) {
      const leaf = book.kinds.placed(kind).leaves[0] as string;
      if (leaf.startsWith("98") || book.underQuota(leaf)) {
        for (let epoch = -1; epoch < book.edges.length; epoch++) for (let o = 0; o < width; o++) if (this.wanted[o]) table[kind * stride + (epoch + 1) * width + o] = book.make(kind, o, epoch);
        continue;
      }
      const bases = this.basesOf(leaf);
      for (let o = 0; o < width; o++) {
        if (!this.wanted[o]) continue;
        const law = this.law(kind, leaf, this.origins[o] as string, bases);
        let at = kind * stride + o;
        let cell = nothing;
        for (let epoch = -1, l = -1, b = -1; epoch < book.edges.length; epoch++, at += width) {
          const before = epoch < book.firstEpoch;
          const nextLaw = law.starts[l + 1] === epoch;
          const nextBase = bases.starts[b + 1] === epoch;
          if (nextLaw) l++;
          if (nextBase) b++;
          if (before) {
            table[at] = nothing;
            continue;
          }
          if (nextLaw || nextBase || epoch === book.firstEpoch) cell = this.cell(kind, o, epoch, law.of[l] as Stretch, bases.of[b] as Base & { n: number });
          table[at] = cell;
        }
      }
    }
  }

  private cell(kind: number, o: number, epoch: number, law: Stretch, base: Base & { n: number }): number {
    const key = law.number * 65_536 + base.n;
    let id = this.made.get(key);
    if (id !== undefined) return id;
    let shared = this.shared.get(law.number);
    if (shared === undefined) this.shared.set(law.number, (shared = partsOf(law.findings, NO_LOCKS, this.book.grounds.regime)));
    id = law.byHand
      ? this.book.make(kind, o, epoch)
      : law.is === "needs-facts"
        ? this.book.store.add((n) => new OpenCell(n, base, shared.parts, shared.relieved, law.replacing, () => this.worked(law.number, kind, o, epoch)))
        : this.book.store.add((n) => settledCell(n, law.is === "beyond-horizon", base, shared, law.findings));
    this.made.set(key, id);
    return id;
  }

  private readonly done = new Map<number, Merged>();
  /** What an open stretch waits for, worked out once for all goods that share it. */
  private worked(law: number, kind: number, o: number, epoch: number): Merged {
    let m = this.done.get(law);
    if (m === undefined) this.done.set(law, (m = this.book.work(kind, o, epoch)));
    return m;
  }

  /** The ordinary rate of a line by epoch. */
  private basesOf(leaf: string): Line<Base & { n: number }> {
    const starts: number[] = [];
    const of: (Base & { n: number })[] = [];
    for (const epoch of this.book.baseEpochs) {
      const base = this.book.baseOf(leaf, dayIn(instant(this.book.edges[epoch] as number), this.book.zone));
      const mark = `${base.rate?.text}|${base.why}|${base.inferred}`;
      let n = this.rates.get(mark);
      if (n === undefined) this.rates.set(mark, (n = this.rates.size));
      if (of.at(-1)?.n === n) continue;
      starts.push(epoch);
      of.push({ ...base, n });
    }
    return { starts, of };
  }

  private law(kind: number, leaf: string, origin: string, bases: Line<Base>): Line<Stretch> {
    const matters = this.book.assessor.baseMatters(leaf);
    const key = `${matters ? `kind ${kind}` : this.book.kinds.classOfKind[kind]} ${origin}`;
    let law = this.laws.get(key);
    if (law === undefined) this.laws.set(key, (law = this.stretches(leaf, origin, matters ? bases : undefined)));
    return law;
  }

  private stretches(leaf: string, origin: string, bases: Line<Base> | undefined): Line<Stretch> {
    const { book } = this;
    const reaching = this.findings.reaching(leaf);
    const own = new Set(reaching.edges.map((e) => book.epochOf(e)));
    own.add(-1).add(book.horizonEpoch);
    for (const s of bases?.starts ?? []) own.add(s);
    const starts = [...own].sort((a, b) => a - b);
    const of: Stretch[] = [];
    const replacing = reaching.closures.filter((c) => c.replacing).map((c) => c.measure);
    let before: readonly Entry[] | undefined;
    let beyond = false;
    for (const epoch of starts) {
      const at = instant(book.edges[epoch] ?? (book.edges[0] as number) - 1);
      const base = bases === undefined ? undefined : bases.of[lastAtOrBefore(bases.starts, epoch)]?.rate?.percent;
      const entries = this.findings.entriesOf(reaching, origin, at, base);
      if (epoch >= book.horizonEpoch && before !== undefined)
        for (let i = 0; i < entries.length; i++) if (!book.decided.has((reaching.closures[i] as Closure).measure) && saysOther(before[i]?.finding, entries[i]?.finding)) beyond = true;
      before = entries;
      of.push(
        this.stretch(
          entries,
          beyond,
          replacing.some((m) => book.grounds.regime.at(m, at)?.standing === "in-force"),
        ),
      );
    }
    return { starts, of };
  }

  private stretch(entries: readonly Entry[], beyond: boolean, replacing: boolean): Stretch {
    let key = beyond ? "beyond" : "";
    let needs = false;
    for (const e of entries) {
      if (e.number !== 0) key += ` ${e.number}`;
      if (e.finding?.is === "needs") needs = true;
    }
    const known = needs ? undefined : this.numbers.get(key);
    if (known !== undefined) return known;
    const is = beyond ? "beyond-horizon" : needs ? "needs-facts" : "settled";
    const findings = entries.flatMap((e) => e.finding ?? []).sort((a, b) => this.book.measures.indexOf(a.measure) - this.book.measures.indexOf(b.measure));
    const made = { number: this.count++, is, byHand: beyond && needs, replacing, findings } as const;
    if (!needs) this.numbers.set(key, made);
    return made;
  }
}
