import { InputError, type Desks, type Scenario } from "@truce/engine/desk";
import { baseCents, Books, codeDigits, type Combination, OPEN, SUM, sumCents } from "@truce/engine/portfolio";
import type { Instant } from "@truce/engine/time";
import type { Run } from "../protocol.js";
import type { LineStore } from "./line-store.js";
import { Pace } from "./source.js";

const BATCH = 5_000;

/** The lines of a store under a law: what each owes in each scenario. */
export class Pricing {
  readonly combination: Int32Array;
  /** Lines that the tariff refuses, by number of line. */
  readonly refused: number[] = [];

  private constructor(
    readonly store: LineStore,
    readonly books: Books,
    readonly scenarios: readonly Scenario[],
  ) {
    this.combination = new Int32Array(store.length);
  }

  /** Prices all lines. @throws InputError for more different facts than books hold */
  static async of(store: LineStore, desks: Desks, known: Instant, scenarios: readonly Scenario[], run: Run): Promise<Pricing> {
    const books = new Books(desks, known, scenarios);
    const p = new Pricing(store, books, scenarios);
    const pace = new Pace(run, "lines");
    for (let i = 0; i < store.length; i++) {
      const n = books.line(store.code.items[i] as number, store.when.items[i] as number, store.origin(i), store.side(i), store.factsOf(i));
      if (n < 0) p.refused.push(i);
      else books.tally.add(books.combinations[n] as Combination, store.cents.items[i] as number, () => store.quantityOf(i));
      p.combination[i] = n;
      if (i % BATCH > 0) continue;
      pace.lines = i;
      await pace.step(i / store.length);
    }
    books.closed = true;
    if (books.tally.count + p.refused.length !== store.length)
      throw new InputError("lost-lines", "the lines that were added up are not those that were read", "report this: it is a mistake of ours", store.file);
    return p;
  }

  of(i: number): Combination | undefined {
    const n = this.combination[i] as number;
    return n < 0 ? undefined : this.books.combinations[n];
  }
  outcome(i: number, s: number): string {
    return this.of(i)?.cells[s]?.outcome ?? "refused";
  }
  /** Cents above the ordinary rate; OPEN where they are open. */
  additional(i: number, s: number): number {
    const cell = this.of(i)?.cells[s];
    return cell === undefined || cell.outcome !== "settled" ? OPEN : sumCents(cell, SUM.additional, this.store.cents.items[i] as number);
  }
  base(i: number, s: number): number {
    const cell = this.of(i)?.cells[s];
    return cell === undefined ? OPEN : baseCents(cell, this.store.cents.items[i] as number, () => this.store.quantityOf(i));
  }
  duty(i: number, s: number): number {
    const [a, b] = [this.additional(i, s), this.base(i, s)];
    return a === OPEN || b === OPEN ? OPEN : a + b;
  }
  code(i: number): string {
    return codeDigits(this.store.code.items[i] as number);
  }
  /** Why a line was refused. */
  refusal(i: number): { readonly field: string; readonly reason: string } {
    return this.books.refusals[-(this.combination[i] as number) - 1] ?? { field: "row", reason: "" };
  }
}
