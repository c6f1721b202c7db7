import { type Kept, metalChapter, type Placed, type Side } from "../duty/index.js";
import type { Goods, Schedule } from "../goods/index.js";

interface Sorted {
  readonly leaves: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly classes: Int32Array;
  readonly kinds: Int32Array;
}
const SORTED = new WeakMap<Goods, Map<string, Sorted>>();

/**
 * Codes of the tariff by number, and kinds: lines that every list and heading treats alike and whose ordinary rate is the same in every
 * edition. A code that may be several lines is a kind of its own.
 */
export class Kinds {
  /** The lines of the tariff in order. */
  readonly leaves: readonly string[];
  /** The kind of each line. */
  readonly kindOfLeaf: Int32Array;
  /** For each kind of lines, what lists and headings say alike. */
  readonly classOfKind: readonly number[];
  private readonly schedule: Schedule;
  private readonly leafNumbers: ReadonlyMap<string, number>;
  private readonly numbers = new Map<string, number>();
  private readonly placedOf: Placed[] = [];
  private readonly kindByPlace: number[] = [];
  private readonly others = new Map<string, number>();
  private readonly samples: Placed[] = [];

  /** @param lists the lists of the side; `reaches` the beginnings of codes that its measures name */
  constructor(
    private readonly goods: Goods,
    private readonly side: Side,
    private readonly kept: Kept,
    lists: readonly string[],
    reaches: readonly string[],
  ) {
    this.schedule = goods.schedule(side);
    const sorted = this.sort(lists, reaches);
    this.leaves = sorted.leaves;
    this.leafNumbers = sorted.numbers;
    this.kindOfLeaf = sorted.kinds;
    const { classes } = sorted;
    const classOfKind: number[] = [];
    this.kindOfLeaf.forEach((kind, i) => {
      if (classOfKind[kind] !== undefined) return;
      classOfKind[kind] = classes[i] as number;
      this.samples[kind] = kept.place(this.leaves[i] as string, side);
    });
    this.classOfKind = classOfKind;
  }

  /** Sorts the lines of the tariff once for all books of the same goods and headings. */
  private sort(lists: readonly string[], reaches: readonly string[]): Sorted {
    const own = SORTED.get(this.goods) ?? new Map<string, Sorted>();
    SORTED.set(this.goods, own);
    const key = `${this.side} ${reaches.join()}`;
    let s = own.get(key);
    if (s !== undefined) return s;
    const leaves = this.schedule.leaves("");
    let classes = refine(new Int32Array(leaves.length), numbered(leaves.map((c) => `${metalChapter(c)}${c.startsWith("98") ? "98" : ""}`)));
    for (const id of lists) classes = refine(classes, this.goods.marksFor(id, leaves));
    for (const r of reaches)
      classes = refine(
        classes,
        Int32Array.from(leaves, (c) => (c.startsWith(r) ? 1 : 0)),
      );
    s = { leaves, numbers: new Map(leaves.map((c, i) => [c, i])), classes, kinds: refine(classes, numbered(leaves.map((c) => this.rates(c)))) };
    own.set(key, s);
    return s;
  }

  /**
   * The number of a code.
   * @throws QuestionError for a code that cannot be one, or that no tariff in hand has
   */
  place(code: string): number {
    const hit = this.numbers.get(code);
    if (hit !== undefined) return hit;
    const placed = this.kept.place(code, this.side);
    const own = this.numbers.get(placed.asked);
    const n = own ?? this.placedOf.length;
    if (own === undefined) {
      this.placedOf.push(placed);
      this.kindByPlace.push(-1);
      this.numbers.set(placed.asked, n);
    }
    this.numbers.set(code, n);
    return n;
  }

  /** The code of a place as digits, with the lines that it may be. */
  placeAt(place: number): Placed {
    return this.placedOf[place] as Placed;
  }

  kindOf(place: number): number {
    let kind = this.kindByPlace[place] as number;
    if (kind < 0) this.kindByPlace[place] = kind = this.find(this.placeAt(place));
    return kind;
  }

  /** A kind of this code alone, where a fact reads what the codes of a kind need not share. */
  alone(place: number): number {
    return this.other(`alone ${place}`, this.placeAt(place));
  }

  /** A code that stands for its kind. */
  placed(kind: number): Placed {
    return this.samples[kind] as Placed;
  }

  get places(): number {
    return this.placedOf.length;
  }

  get size(): number {
    return this.samples.length;
  }

  private find(p: Placed): number {
    const leaf = p.leaves.length === 1 && !p.later ? this.leafNumbers.get(p.leaves[0] as string) : undefined;
    return leaf === undefined ? this.other(`${p.leaves.join()} ${p.later} ${p.asked.slice(0, 2)}`, p) : (this.kindOfLeaf[leaf] as number);
  }

  private other(name: string, placed: Placed): number {
    let kind = this.others.get(name);
    if (kind === undefined) {
      kind = this.samples.length;
      this.others.set(name, kind);
      this.samples.push(placed);
    }
    return kind;
  }

  /** The ordinary rates of a line over all editions, as a text. */
  private rates(leaf: string): string {
    const listed = this.side === "cn" && !this.schedule.has(leaf) ? (this.goods.parentOf(leaf)?.parent ?? leaf) : leaf;
    const column = this.side === "us" ? "general" : "percent";
    const own = this.schedule.history(listed, column);
    return listed.length > 8 ? `${own}|${this.schedule.history(listed.slice(0, 8), column)}` : own;
  }
}

/** Numbers for texts, the same for the same. */
function numbered(texts: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(texts, (t) => {
    let n = numbers.get(t);
    if (n === undefined) numbers.set(t, (n = numbers.size));
    return n;
  });
}

/** Classes cut by another mark: equal where both are. */
function refine(classes: Int32Array, marks: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  return classes.map((c, i) => {
    const key = c * 1_048_576 + (marks[i] as number);
    let n = numbers.get(key);
    if (n === undefined) numbers.set(key, (n = numbers.size));
    return n;
  });
}
