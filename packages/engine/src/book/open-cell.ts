import { type Base, type Merged, replacesBase } from "../duty/index.js";
import { type Cell, type CellNeed, cellBase } from "./cell.js";

/** A cell that waits for a fact. Which facts, and between what they would leave it, is worked out when it is first asked. */
export class OpenCell implements Cell {
  readonly outcome = "needs-facts";
  readonly base: Cell["base"];
  readonly baseWhy?: string;
  private worked: Merged | undefined;

  constructor(
    readonly id: number,
    base: Base,
    readonly parts: Cell["parts"],
    readonly relieved: Cell["relieved"],
    /** A rate that replaces the ordinary one may be due: whether it is turns on the facts. */
    readonly replacing: boolean,
    private readonly work: () => Merged,
  ) {
    this.base = cellBase(base);
    if (base.why !== undefined) this.baseWhy = base.why;
  }

  private get now(): Merged {
    this.worked ??= this.work();
    return this.worked;
  }
  get missing(): readonly CellNeed[] {
    return this.now.missing.map(({ fact, why, choices, min, max }) => ({ fact, why, choices, min, max }));
  }
  get why(): string {
    return this.now.missing.map((m) => `${m.fact}: ${m.why}`).join("; ");
  }
  get min(): number {
    return this.now.min;
  }
  get max(): number | undefined {
    return this.now.max;
  }
  get replaced(): boolean | undefined {
    return this.replacing ? replacesBase(this.now.each) : false;
  }
}
