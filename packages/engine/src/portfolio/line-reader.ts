import { type Side, zoneOf } from "../duty/index.js";
import { parseOn } from "../time/index.js";
import type { Field } from "./column-names.js";
import { PRICE_LIMITS } from "./limits.js";
import { centsOf, codeNumber, countryNumber, trimmed, whenNumber } from "./line-cells.js";
import type { Mapping } from "./map-columns.js";
import type { BadCell } from "./reasons.js";

/** What holds for lines of which the file does not say it. */
export interface Defaults {
  readonly on: string | undefined;
  readonly from: string | undefined;
  readonly to: string | undefined;
  /** The minute that stands for an absent day. */
  readonly now: number;
}
/** A line as the books ask for it. */
export interface Line {
  readonly code: number;
  readonly when: number;
  readonly origin: number;
  readonly side: number;
  readonly cents: number;
  /** Facts as JSON objects, one in a line; empty for none. */
  readonly facts: string;
  /** Quantities as a JSON list; null for none. */
  readonly quantity: string | null;
}
const COUNTRIES: Readonly<Record<string, number>> = { CN: 0, HK: 1, MO: 2, US: 3 };
const SHOWN = 80;
const bytes = new TextEncoder();

/** Reads rows of text as lines of goods, in the way in which `truce price` does; the columns are told once. */
export class LineReader {
  private readonly at: Partial<Record<Field, number>> = {};
  private readonly facts: readonly (readonly [string, number])[];
  private readonly fixed: readonly [number, number];
  private readonly pairs: readonly (readonly [number, number])[];

  /**
   * @param names the columns in their order
   * @param dayFirst whether the day stands before the month where both are numbers
   */
  constructor(
    names: readonly string[],
    mapping: Mapping,
    private readonly defaults: Defaults,
    private readonly dayFirst: boolean,
  ) {
    const place = new Map(names.map((n, i) => [n, i]));
    for (const [f, c] of mapping.fields) this.at[f] = place.get(c.name) as number;
    this.facts = [...mapping.facts].map(([fact, c]) => [fact, place.get(c.name) as number]);
    const minute = (s: Side): number => (defaults.on === undefined ? defaults.now : parseOn(defaults.on, zoneOf(s)).at);
    this.fixed = [minute("us"), minute("cn")];
    this.pairs = (["", "2", "3"] as const).flatMap((n) => {
      const [a, u] = [this.at[`quantity${n}`], this.at[`unit${n}`]];
      return a === undefined || u === undefined ? [] : [[a, u] as const];
    });
  }

  /** A line, or the cell of it that cannot be read. */
  read(cells: readonly string[]): Line | BadCell {
    for (const c of cells) if (c.length * 3 > PRICE_LIMITS.cell && bytes.encode(c).length > PRICE_LIMITS.cell) return "cell";
    const cell = (f: Field): string => cells[this.at[f] as number] ?? "";
    const code = codeNumber(cell("code"));
    if (code === null) return "code";
    const { defaults, at } = this;
    const from = (at.from === undefined ? null : countryNumber(cell("from"))) ?? said(defaults.from);
    const to = (at.to === undefined ? null : countryNumber(cell("to"))) ?? said(defaults.to);
    // Where the row says one country alone, the other is its partner.
    const origin = from ?? (to === 0 ? 3 : 0);
    const side = to === null ? (from === 3 ? 1 : 0) : to === 3 ? 0 : to === 0 ? 1 : 2;
    const cents = centsOf(cell("value"), side);
    if (cents === null) return "value";
    const when = this.when(cell, side);
    if (when === null) return "on";
    if (side === 2) return "to";
    return { code, when, origin, side, cents, facts: this.factsOf(cells), quantity: this.quantityOf(cells) };
  }

  /** The bad cell as a reader of rejects sees it. */
  shown(cells: readonly string[], bad: BadCell): string | null {
    if (bad === "cell" || bad === "row") return null;
    const at = this.at[bad];
    return at === undefined ? "" : (cells[at] ?? "").slice(0, SHOWN);
  }

  private when(cell: (f: Field) => string, side: number): number | null {
    const absent = this.fixed[side === 1 ? 1 : 0] as number;
    if (this.at.on === undefined) return absent;
    const own = cell("on");
    return this.defaults.on !== undefined && trimmed(own) === "" ? absent : whenNumber(own, this.dayFirst);
  }

  private factsOf(cells: readonly string[]): string {
    const { facts, at } = this;
    if (facts.length === 0 && at.facts === undefined) return "";
    const own = facts.map(([fact, i]) => [fact, trimmed(cells[i] ?? "") || null] as const);
    const parts = own.some(([, v]) => v !== null) ? [JSON.stringify(Object.fromEntries(own))] : [];
    const whole = at.facts === undefined ? "" : trimmed(cells[at.facts] ?? "");
    if (whole !== "" && whole !== "null" && whole !== "{}") parts.push(objectText(whole) ?? JSON.stringify({ facts: whole.slice(0, 40) }));
    return parts.join("\n");
  }

  private quantityOf(cells: readonly string[]): string | null {
    const at = this.at.quantity;
    if (at === undefined) return null;
    if (this.at.unit === undefined) {
      const list = (cells[at] ?? "").trim();
      return list.startsWith("[") ? list : null;
    }
    return JSON.stringify(this.pairs.map(([a, u]) => ({ amount: cells[a] ?? null, unit: cells[u] ?? null })));
  }
}

const said = (country: string | undefined): number | null => (country === undefined ? null : (COUNTRIES[country] ?? 4));

/** A JSON object in one line; undefined for what is none. */
function objectText(text: string): string | undefined {
  try {
    const v: unknown = JSON.parse(text);
    return typeof v === "object" && v !== null && !Array.isArray(v) ? JSON.stringify(v) : undefined;
  } catch {
    return undefined;
  }
}
