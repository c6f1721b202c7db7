import {
  Assessor,
  type Base,
  eitherStatus,
  endOfHorizon,
  type Governing,
  governing,
  type Grounds,
  judging,
  Kept,
  lawful,
  type Merged,
  outside,
  past,
  QUOTA_LIST,
  type Placed,
  type Side,
  unknown,
  unsettledLocks,
  zoneOf,
} from "../duty/index.js";
import { decided } from "../law/index.js";
import { dayIn, fromWall, type Instant, instant, toUtc } from "../time/index.js";
import { type Cell, cellOf } from "./cell.js";
import { CellStore } from "./cell-store.js";
import { type Circumstance, Circumstances } from "./circumstances.js";
import { closures } from "./closure.js";
import { lastAtOrBefore } from "./epochs.js";
import { Findings } from "./findings.js";
import { Kinds } from "./kinds.js";
import { Whole } from "./whole.js";

/**
 * Compiles the law of one side as known at one instant. @param since for those who ask of no earlier entry: epochs before it are left out
 * @example compileBook(desk.grounds, known, "us").place("4202.92.31.31")
 */
export const compileBook = (grounds: Grounds, known: Instant, side: Side, since?: Instant): Book => new Book(grounds, known, side, since);

/** Origins by side, in the order of the book's tables. */
export const ORIGINS: Readonly<Record<Side, readonly string[]>> = { us: ["CN", "HK", "MO"], cn: ["US"] };
/** From here on a Chinese code may be one of a tariff that is not in hand (A code of a later year). */
const LATER_CODES = "2020-01-01";
const NO_LOCKS: ReadonlySet<string> = new Set();
const NO_FACTS: ReadonlyMap<string, string> = new Map();
/** After so many cells one by one, all are worked out at once: that takes less than another few thousand. */
const MANY = 2000;
/** Room for a kind, an epoch and an origin in one number. */
const KINDS = 2 ** 20;
const EPOCHS = 2 ** 11;

/**
 * The law of one side as known at one instant, compiled for bulk: goods that it treats alike are one kind, time between two changes one
 * epoch, and what a kind owes in an epoch one cell, made from the interpreter's own findings when it is first asked for, or all at once.
 */
export class Book {
  readonly side: Side;
  readonly known: string;
  readonly zone: string;
  /** How many origins the side has. */
  readonly width: number;
  /** Instants at which anything changes, in order. */
  readonly edges: Int32Array;
  /** The epoch at which the regime begins, and the first past the day to which it was checked. */
  readonly firstEpoch: number;
  readonly horizonEpoch: number;
  /** Epochs at which an ordinary rate may change. */
  readonly baseEpochs: readonly number[];
  /** Measures of which a supposition has decided how they go on. */
  readonly decided: ReadonlySet<string>;
  readonly assessor: Assessor;
  readonly kinds: Kinds;
  readonly findings: Findings | undefined;
  /** For one line at a time: it leaves out what cannot reach it. */
  private readonly quick: Assessor;
  private readonly kept: Kept;
  private readonly circumstances: Circumstances;
  readonly store = new CellStore();
  private readonly plain: (Int32Array | undefined)[] = [];
  private readonly other = new Map<number, number>();
  private readonly moved = new Map<string, number>();
  private table: Int32Array | undefined;
  private asked = 0;
  private readonly knownDay: string;
  private readonly end: Instant;
  /** From when on a Chinese code may be one of a later tariff. */
  private readonly later: Instant;

  constructor(
    readonly grounds: Grounds,
    known: Instant,
    side: Side,
    since?: Instant,
  ) {
    const { regime, goods } = grounds;
    this.side = side;
    this.width = ORIGINS[side].length;
    this.zone = zoneOf(side);
    this.known = toUtc(known);
    this.knownDay = this.known.slice(0, 10);
    this.kept = new Kept(goods);
    this.circumstances = new Circumstances(goods, side);
    const closed = closures(regime, goods, side);
    const plain = new Assessor(regime, goods, side);
    this.findings = closed === undefined ? undefined : new Findings(regime, goods, side, plain.measures, closed);
    this.assessor = this.findings === undefined ? plain : new Assessor(regime, goods, side, this.findings);
    const { findings } = this;
    this.quick = findings === undefined ? this.assessor : new Assessor(regime, goods, side, { found: (...line) => findings.foundAmong(...line) });
    this.later = fromWall(`${LATER_CODES}T00:00`, this.zone);
    this.end = endOfHorizon(grounds.horizon, this.zone);
    this.kinds = new Kinds(goods, side, this.kept, this.assessor.lists, this.assessor.reaches);
    const midnight = (day: string): Instant => fromWall(`${day}T00:00`, this.zone);
    const days = [...goods.schedule(side).days, goods.schedule(side).info.first, grounds.first, ...(side === "cn" ? [LATER_CODES] : [])];
    const edges = [...this.assessor.edges, ...days.map(midnight), this.end];
    // What changes between the end of the horizon and a later day decides whether a line is settled on that day.
    const start = since === undefined ? undefined : Math.min(since, this.end - 1);
    this.edges = Int32Array.from(new Set(start === undefined ? edges : [start, ...edges.filter((e) => e > start)])).sort();
    this.firstEpoch = Math.max(since === undefined ? -1 : 0, this.epochOf(midnight(grounds.first)));
    this.horizonEpoch = this.epochOf(this.end);
    this.baseEpochs = [...new Set(days.map((d) => Math.max(since === undefined ? -1 : 0, this.epochOf(midnight(d)))))].filter((e) => e >= this.firstEpoch).sort((a, b) => a - b);
    this.decided = decided(regime);
  }

  /** The duty measures of the side, in customs' order. */
  get measures(): readonly string[] {
    return this.assessor.measures;
  }

  /**
   * The number of a code of the tariff, of 6, 8 or 10 digits.
   * @throws QuestionError for a code that cannot be one, or that no tariff in hand has
   */
  place(code: string): number {
    return this.kinds.place(code);
  }

  /**
   * The number of a set of facts; 0 for none.
   * @throws QuestionError
   */
  circumstance(facts: Readonly<Record<string, string | number>>): number {
    return this.circumstances.numberOf(facts);
  }

  /** A cell by its number. */
  cell(id: number): Cell {
    return this.store.get(id);
  }

  /** How many codes were numbered. */
  get places(): number {
    return this.kinds.places;
  }

  /** How many cells were made. */
  get size(): number {
    return this.store.size;
  }

  /** The epoch of an instant: how many edges lie at or before it, less one. */
  epochOf(minute: number): number {
    return lastAtOrBefore(this.edges, minute);
  }

  /**
   * The number of the cell of a line: what it owes entered at `minute`. An entry at noon is taken as one known by its day alone.
   * @throws QuestionError where facts contradict the entry, as one dated after it, or the code is of a later tariff than that of the day
   * @example book.cell(book.cellOf(book.place("4202923131"), "CN", minute, 0)).parts.length //=> 3
   */
  cellOf(place: number, origin: string, minute: number, circumstance: number): number {
    const o = ORIGINS[this.side].indexOf(origin);
    if (o < 0) return this.store.closed(outside("", origin, this.side.toUpperCase(), this.side, this.grounds.first, this.grounds.first) ?? origin);
    const placed = this.kinds.placeAt(place);
    if (placed.later && minute < this.later) throw unknown(placed.asked, this.grounds.goods.schedule(this.side), "the Chinese tariff of 2018 and 2019");
    if (circumstance === 0) return this.plainCell(this.kinds.kindOf(place), this.epochOf(minute), o);
    const c = this.circumstances.get(circumstance);
    if (c.moved) return this.movedCell(place, o, instant(minute), c);
    const kind = c.facts.has("program") ? this.kinds.alone(place) : this.kinds.kindOf(place);
    const key = ((circumstance * KINDS + kind) * EPOCHS + this.epochOf(minute) + 1) * 4 + o;
    let id = this.other.get(key);
    if (id === undefined) this.other.set(key, (id = this.make(kind, o, this.epochOf(minute), c.lawful)));
    return id;
  }

  /**
   * The cell of a line without facts by the number of its epoch and the place of its origin among those of the side: what `cellOf` looks
   * up first, for those who ask of many lines of one day.
   */
  cellIn(place: number, epoch: number, o: number): number {
    const kind = this.kinds.kindOf(place);
    const known = this.plain[kind]?.[(epoch + 1) * this.width + o];
    return known === undefined || known < 0 ? this.plainCell(kind, epoch, o) : known;
  }

  /** The cell of a kind without facts. */
  plainCell(kind: number, epoch: number, o: number): number {
    const { width } = this;
    let row = this.plain[kind];
    if (row === undefined) this.plain[kind] = row = new Int32Array((this.edges.length + 1) * width).fill(-1);
    const at = (epoch + 1) * width + o;
    let id = row[at] as number;
    if (id < 0 && ++this.asked === MANY && this.table === undefined && kind < this.kinds.classOfKind.length) {
      this.fill();
      return this.plainCell(kind, epoch, o);
    }
    if (id < 0) row[at] = id = this.make(kind, o, epoch, NO_FACTS);
    return id;
  }

  /** The cell of a line whose law is that of another moment than its entry. */
  private movedCell(place: number, o: number, on: Instant, c: Circumstance): number {
    const day = dayIn(on, this.zone);
    const placed = this.kinds.placeAt(place);
    const foreign = outside(placed.asked, ORIGINS[this.side][o] as string, this.side.toUpperCase(), this.side, day, this.grounds.first);
    if (foreign !== undefined) return this.store.closed(foreign);
    const bare = fromWall(`${day}T12:00`, this.zone) === on;
    const g = governing({ at: on, day: bare ? day : undefined }, c.facts, this.side, this.zone);
    const kind = c.facts.has("program") ? this.kinds.alone(place) : this.kinds.kindOf(place);
    const key = [kind, o, this.epochOf(g.at), c.id, g.left === undefined ? "" : this.epochOf(g.left), g.either === undefined ? "" : this.epochOf(g.either)].join(" ");
    let id = this.moved.get(key);
    if (id === undefined) this.moved.set(key, (id = this.make(kind, o, this.epochOf(g.at), lawful(c.facts, g.left), g)));
    return id;
  }

  /** Works a cell out by the interpreter's own steps. */
  make(kind: number, o: number, epoch: number, facts: ReadonlyMap<string, string> = NO_FACTS, g?: Governing): number {
    const { grounds, side, zone } = this;
    const origin = ORIGINS[side][o] as string;
    const placed = this.kinds.placed(kind);
    const at = instant(this.edges[epoch] ?? (this.edges[0] as number) - 1);
    const onDay = dayIn(at, zone);
    const foreign = outside(placed.asked, origin, side.toUpperCase(), side, onDay, grounds.first);
    if (foreign !== undefined) return this.store.closed(foreign);
    if (placed.later && onDay < LATER_CODES) return this.store.closed(`${placed.asked} is not a code of the Chinese tariff of 2018 and 2019`);
    const judge = this.judge(placed, origin, facts, onDay);
    const entered = judge(at);
    const either = g?.either === undefined ? undefined : instant(this.edges[this.epochOf(g.either)] as number);
    const now = either === undefined ? entered : eitherStatus(entered, this.judge(placed, origin, facts, dayIn(either, zone))(either));
    const beyond = at >= this.end && past(grounds.regime, this.assessor, judge, this.end, at).length > 0;
    const locks = g?.left === undefined ? NO_LOCKS : unsettledLocks(grounds.regime, now.assessment, g.left);
    return this.store.intern((id) => cellOf(id, now, beyond, locks, grounds.regime));
  }

  private judge(place: Placed, from: string, facts: ReadonlyMap<string, string>, onDay: string): (at: Instant) => Merged {
    return judging(this.assessor, this.kept, this.grounds.goods, { place, from, facts, onDay, knownDay: this.knownDay });
  }

  /** What the interpreter says of a kind without facts. */
  work(kind: number, o: number, epoch: number): Merged {
    const at = instant(this.edges[epoch] as number);
    const place = this.kinds.placed(kind);
    const assessor = place.leaves.length === 1 ? this.quick : this.assessor;
    return judging(assessor, this.kept, this.grounds.goods, { place, from: ORIGINS[this.side][o] as string, facts: NO_FACTS, onDay: dayIn(at, this.zone), knownDay: this.knownDay })(at);
  }

  /** The ordinary rate of a line on a day. */
  baseOf(leaf: string, day: string): Base {
    return this.kept.base(leaf, this.side, day, this.knownDay, undefined);
  }

  /** Whether a line is under a tariff-rate quota, so that its ordinary rate is asked for. */
  underQuota(leaf: string): boolean {
    const { goods } = this.grounds;
    return this.side === "cn" && goods.hasList(QUOTA_LIST) && goods.rowsFor(QUOTA_LIST, leaf).length > 0;
  }

  /**
   * Works out every line of the tariff for every origin and epoch, without facts. @param only these origins; the others stay as they are
   * @returns the numbers of the cells by kind, epoch (the one before every edge first) and origin; below zero where none was worked out
   */
  fill(only?: readonly string[]): Int32Array {
    if (this.table !== undefined) return this.table;
    const origins = ORIGINS[this.side];
    const stride = (this.edges.length + 1) * origins.length;
    const table = new Int32Array(this.kinds.classOfKind.length * stride).fill(-1);
    const wanted = origins.map((o) => only?.includes(o) ?? true);
    if (this.findings === undefined)
      for (let i = 0; i < table.length; i++) table[i] = wanted[i % origins.length] ? this.make(Math.floor(i / stride), i % origins.length, Math.floor((i % stride) / origins.length) - 1) : -1;
    else new Whole(this, this.findings, origins, wanted).fill(table);
    for (let kind = 0; kind * stride < table.length; kind++) {
      const row = table.subarray(kind * stride, (kind + 1) * stride);
      // A cell that was told keeps its number.
      this.plain[kind]?.forEach((id, i) => {
        if (id >= 0) row[i] = id;
      });
      this.plain[kind] = row;
    }
    if (wanted.every((w) => w)) this.table = table;
    return table;
  }
}
