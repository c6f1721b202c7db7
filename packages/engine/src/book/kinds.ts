import { type Assessor, type Kept, type Placed, type Side, zoneOf } from "../duty/index.js";
import type { Goods, Schedule } from "../goods/index.js";

/**
 * Codes of the tariff by number, and kinds: codes that every list and both tariff columns treat alike in every edition.
 * A code that may be several lines is a kind of its own.
 */
export class Kinds {
  private readonly schedule: Schedule;
  private readonly numbers = new Map<string, number>();
  private readonly placedOf: Placed[] = [];
  private readonly kindByPlace: number[] = [];
  private readonly kindBySignature = new Map<string, number>();
  private readonly samples: Placed[] = [];
  private readonly singles = new Map<number, number>();
  readonly zone: string;

  constructor(
    private readonly goods: Goods,
    private readonly side: Side,
    private readonly assessor: Assessor,
    private readonly kept: Kept,
  ) {
    this.schedule = goods.schedule(side);
    this.zone = zoneOf(side);
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
    if (kind < 0) this.kindByPlace[place] = kind = this.kindFor(this.signature(this.placeAt(place)), this.placeAt(place));
    return kind;
  }

  /** A kind of this code alone, where a fact reads what the codes of a kind need not share. */
  alone(place: number): number {
    let kind = this.singles.get(place);
    if (kind === undefined) this.singles.set(place, (kind = this.kindFor(`alone ${place}`, this.placeAt(place))));
    return kind;
  }

  /** A code that stands for its kind. */
  placed(kind: number): Placed {
    return this.samples[kind] as Placed;
  }

  get size(): number {
    return this.samples.length;
  }

  private kindFor(signature: string, placed: Placed): number {
    let kind = this.kindBySignature.get(signature);
    if (kind === undefined) {
      kind = this.samples.length;
      this.kindBySignature.set(signature, kind);
      this.samples.push(placed);
    }
    return kind;
  }

  private signature(p: Placed): string {
    const leaf = p.leaves[0];
    if (p.leaves.length !== 1 || leaf === undefined) return `several ${p.leaves.join()} ${p.later}`;
    const chapter = p.asked.startsWith("98") ? "98" : "";
    return `${this.assessor.classOf(leaf)} ${this.rates(leaf)} ${chapter} ${p.later}`;
  }

  /** The general rates of a line over all editions, in words. */
  private rates(leaf: string): string {
    const listed = this.side === "cn" && !this.schedule.has(leaf) ? (this.goods.parentOf(leaf)?.parent ?? leaf) : leaf;
    const column = this.side === "us" ? "general" : "percent";
    const of = (code: string): string =>
      this.schedule
        .rows(code)
        .map((r) => `${r.from}/${r.until ?? ""}=${r.rate(column)}`)
        .join(";");
    return listed.length > 8 ? `${of(listed)}|${of(listed.slice(0, 8))}` : of(listed);
  }
}
