import { InputError } from "@truce/engine/desk";
import type { Line } from "@truce/engine/portfolio";
import type { Note } from "./source.js";
import { doubles, integers, octets, Repeated, Texts } from "./texts.js";

/** Lines that a page holds. */
export const MOST_LINES = 10_000_000;
const SHOWN = 500;

/** A row that was left out, and why. */
export interface Reject {
  readonly row: number;
  readonly field: string;
  readonly reason: string;
  readonly given: string | null;
}
/** Names by which a line is found again. */
export const NAMED = ["ref", "sku", "supplier"] as const;
export type Named = (typeof NAMED)[number];

/** The lines of a file as numbers, so that they can be priced again under another law without reading the file again. */
export class LineStore {
  readonly row = integers();
  readonly code = doubles();
  readonly when = integers();
  /** Four bits of the side above four of the origin. */
  readonly place = octets();
  readonly cents = doubles();
  private readonly facts = integers();
  private readonly quantities = integers();
  private readonly factTexts = new Repeated();
  private readonly quantityTexts = new Repeated();
  readonly named: Readonly<Record<Named, Texts | undefined>>;
  readonly rejects: Reject[] = [];
  rejected = 0;

  /** @param columns what each part of a line was read from */
  constructor(
    readonly file: string,
    readonly columns: Readonly<Record<string, string>>,
    readonly names: readonly string[],
    readonly notes: readonly Note[],
    has: (n: Named) => boolean,
    private readonly hasFacts: boolean,
    private readonly hasQuantities: boolean,
  ) {
    const text = (n: Named): Texts | undefined => (has(n) ? new Texts() : undefined);
    this.named = { ref: text("ref"), sku: text("sku"), supplier: text("supplier") };
  }

  get length(): number {
    return this.row.length;
  }
  get rows(): number {
    return this.length + this.rejected;
  }

  /** @throws InputError for more lines than a page holds */
  add(row: number, line: Line, named: (n: Named) => string): void {
    if (this.length >= MOST_LINES) throw new InputError("too-long", `${this.file} has more than ${MOST_LINES.toLocaleString("en-US")} lines`, "use the command line: truce price FILE", this.file);
    this.row.push(row);
    this.code.push(line.code);
    this.when.push(line.when);
    this.place.push(line.side * 16 + line.origin);
    this.cents.push(line.cents);
    if (this.hasFacts) this.facts.push(this.factTexts.of(line.facts));
    if (this.hasQuantities) this.quantities.push(this.quantityTexts.of(line.quantity ?? ""));
    for (const n of NAMED) this.named[n]?.push(named(n));
  }
  reject(r: Reject): void {
    this.rejected++;
    if (this.rejects.length < SHOWN) this.rejects.push(r);
  }

  side(i: number): number {
    return (this.place.items[i] as number) >> 4;
  }
  origin(i: number): number {
    return (this.place.items[i] as number) & 15;
  }
  factsOf(i: number): string {
    return this.hasFacts ? (this.factTexts.texts[this.facts.items[i] as number] as string) : "";
  }
  quantityOf(i: number): string {
    return this.hasQuantities ? (this.quantityTexts.texts[this.quantities.items[i] as number] as string) : "";
  }
}
