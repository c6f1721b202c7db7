import { lawful, provisionOf, readFacts, type Side, zoneOf } from "../duty/index.js";
import type { Goods } from "../goods/index.js";

/** The facts of a line, checked once and known by a number. */
export interface Circumstance {
  readonly id: number;
  /** As given. */
  readonly facts: ReadonlyMap<string, string>;
  /** Those of which the law speaks. */
  readonly lawful: ReadonlyMap<string, string>;
  /** A fact takes the place of the time of entry. */
  readonly moved: boolean;
}
/** Facts that choose the moment whose law governs. */
const MOVING = ["entered-bond", "withdrawn", "zone-admitted"];

/** Sets of facts, each known by a number; 0 is none. */
export class Circumstances {
  private readonly all: Circumstance[];
  private readonly numbers = new Map<string, number>();

  constructor(
    private readonly goods: Goods,
    private readonly side: Side,
  ) {
    const none = new Map<string, string>();
    this.all = [{ id: 0, facts: none, lawful: none, moved: false }];
  }

  /**
   * The number of a set of facts.
   * @throws QuestionError for a fact that there is not, or a value that it cannot have
   */
  numberOf(given: Readonly<Record<string, string | number>>): number {
    const facts = readFacts(given, this.goods.facts, zoneOf(this.side));
    if (facts.size === 0) return 0;
    const key = JSON.stringify([...facts]);
    const hit = this.numbers.get(key);
    if (hit !== undefined) return hit;
    provisionOf(facts, this.side, this.goods);
    const id = this.all.length;
    this.all.push({ id, facts, lawful: lawful(facts, undefined), moved: this.side === "us" && MOVING.some((f) => facts.has(f)) });
    this.numbers.set(key, id);
    return id;
  }

  get(id: number): Circumstance {
    const c = this.all[id];
    if (c === undefined) throw new RangeError(`there is no circumstance ${id}`);
    return c;
  }
}
