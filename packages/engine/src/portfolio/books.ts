import { type Book, type Cell, compileBook } from "../book/index.js";
import { QuestionError, sameLaw, type Side, zoneOf } from "../duty/index.js";
import { fromWall, type Instant, toUtc, instant } from "../time/index.js";
import { dayCell } from "../entries/index.js";
import { type Desks, InputError, type Scenario } from "../desk/index.js";
import { CodeNumbers } from "./code-numbers.js";
import { Tally } from "./tally.js";

/** Sides in the order of their small numbers, and countries in theirs. */
export const SIDES: readonly Side[] = ["us", "cn"];
const COUNTRIES = ["CN", "HK", "MO", "US"];
const DAY = 1440;
/** A horizon behind which nothing lies: what is asked is what the published law does. */
const NEVER = "2299-12-30";
/** So many codes are remembered, those of no tariff among them. */
const MOST_CODES = 200_000;
/** So many different sets of facts, and refusals in their own words. */
const MOST_FACTS = 200_000;
const MOST_REFUSALS = 10_000;
/** A line whose cell cannot be told: what is wrong, and with which column. */
export interface Refusal {
  readonly field: string;
  readonly reason: string;
}
/** A line's cells, one for each scenario. */
export interface Combination {
  readonly cells: readonly Cell[];
  readonly side: Side;
}

/**
 * The books of all scenarios and both sides, and the combinations of cells that lines fall into. A line costs a few lookups; what is not
 * yet in a book is worked out when the first line asks for it.
 */
export class Books {
  private readonly made: (readonly Book[] | undefined)[] = [];
  readonly combinations: Combination[] = [];
  readonly refusals: Refusal[] = [];
  /** Rows of the file that could not be cut into cells, in order. */
  broken: readonly number[] = [];
  /** Lines looked up by the statement that runs. */
  looked = 0;
  /** What was thrown while DuckDB asked. */
  thrown: unknown;
  /** The sums of the lines read so far. */
  readonly tally: Tally;
  /** Measures in the order of the columns of a wide table. */
  order: readonly string[] = [];
  private readonly byCells = new Map<string, number>();
  private readonly byRefusal = new Map<string, number>();
  private readonly places: readonly CodeNumbers[] = SIDES.map(() => new CodeNumbers());
  /** For each side the combination of each cell of the one scenario there is; 0 where there is none yet. */
  private readonly single: readonly number[][] = SIDES.map(() => []);
  private readonly circumstances: readonly Map<string, number>[] = SIDES.map(() => new Map());
  private readonly noons: readonly number[][] = SIDES.map(() => []);
  private readonly epochs: readonly number[][] = SIDES.map(() => []);

  /** @param since for those who ask what comes after it as published, whatever the horizon, and of no earlier entry */
  constructor(
    private readonly desks: Desks,
    private readonly known: Instant,
    private readonly scenarios: readonly Scenario[],
    private readonly since?: Instant,
  ) {
    this.tally = new Tally(scenarios.length);
  }

  /** The books of a side, one for each scenario, compiled when the first line asks for them. */
  of(side: number): readonly Book[] {
    let own = this.made[side];
    if (own === undefined) {
      own = this.compile(SIDES[side] as Side);
      this.made[side] = own;
    }
    return own;
  }

  private compile(side: Side): Book[] {
    const { since } = this;
    const out: Book[] = [];
    for (const s of this.scenarios) {
      const known = s.known ?? this.known;
      const { grounds } = this.desks.desk(known, s.supposed);
      // What is supposed often leaves a side alone: its book is then that of the law as it stands.
      const law = since === undefined ? undefined : out[0];
      out.push(law !== undefined && sameLaw(law.grounds.regime, grounds.regime, side) ? law : compileBook(since === undefined ? grounds : { ...grounds, horizon: NEVER }, known, side, since));
    }
    return out;
  }

  /**
   * The number of a code and of facts in the books of a side; the field for which there is none.
   * @param facts as the reader writes them, empty for none
   */
  holding(code: number, side: number, facts: string): { readonly place: number; readonly circumstance: number } | { readonly refused: string } {
    try {
      const books = this.of(side);
      const place = (this.places[side] as CodeNumbers).get(code) ?? this.place(books, this.places[side] as CodeNumbers, code);
      return place < 0 ? { refused: "code" } : { place, circumstance: facts === "" ? 0 : this.circumstance(side, facts) };
    } catch (e) {
      if (!(e instanceof QuestionError)) throw e;
      return { refused: e.field };
    }
  }

  /** How the law was compiled: kinds of goods, epochs and cells of each book that lines were priced from. */
  compiled(scenarios: readonly Scenario[]): { readonly scenario: string; readonly side: Side; readonly kinds: number; readonly epochs: number; readonly cells: number }[] {
    return SIDES.flatMap((_, n) =>
      (this.made[n] ?? []).map((b, i) => ({ scenario: (scenarios[i] as Scenario).id, side: SIDES[n] as Side, kinds: b.kinds.size, epochs: b.edges.length, cells: b.size })),
    ).filter((b) => b.cells > 0);
  }

  /** The duty measures of either side that any line met here owes, in customs' order. */
  measures(): string[] {
    const due = new Set(this.combinations.flatMap((c) => c.cells.flatMap((x) => x.parts.map((p) => p.measure))));
    return this.made.flatMap((of) => of?.[0]?.measures ?? []).filter((m) => due.has(m));
  }

  /** No line may come to a combination that the tables do not have. */
  closed = false;

  /** The row of the file of its n-th sound one. */
  rowOf(n: number): number {
    let [low, high] = [0, this.broken.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.broken[middle] as number) - middle <= n) low = middle + 1;
      else high = middle;
    }
    return n + low;
  }

  /**
   * The number of the combination of a line's cells; below zero that of a refusal, less one.
   * @param code as `codeSql` writes it; `when` as `whenSql` does
   */
  line(code: number, when: number, origin: number, side: number, facts: string): number {
    try {
      return this.find(code, when, origin, side, facts);
    } catch (e) {
      if (!(e instanceof QuestionError)) throw e;
      return this.refuse(e.field, `${e.message}${e.hint === "" ? "" : `; ${e.hint}`}`);
    }
  }

  private find(code: number, when: number, origin: number, side: number, facts: string): number {
    const books = this.of(side);
    const first = books[0] as Book;
    const places = this.places[side] as CodeNumbers;
    let place = places.get(code);
    if (place === undefined) place = this.place(books, places, code);
    if (place < 0) return place;
    const circumstance = facts === "" ? 0 : this.circumstance(side, facts);
    const country = COUNTRIES[origin] ?? "another country";
    if (books.length === 1) {
      // The common line: no facts, known by its day alone, of an origin of the side.
      const common = circumstance === 0 && when < 0 && (side === 0 ? origin < 3 : origin === 3);
      const id = common ? first.cellIn(place as number, this.epoch(side, -when - 1), side === 0 ? origin : 0) : first.cellOf(place as number, country, this.minute(side, when), circumstance);
      const known = (this.single[side] as number[])[id];
      if (known !== undefined) return known;
      return ((this.single[side] as number[])[id] = this.add({ cells: [first.cell(id)], side: first.side }));
    }
    const minute = this.minute(side, when);
    const ids = books.map((b) => b.cellOf(place as number, country, minute, circumstance));
    return this.combine(`${side} ${ids.join()}`, ids, books);
  }

  /** The number of a code, the same in every book; below zero that of its refusal. */
  private place(books: readonly Book[], places: CodeNumbers, code: number): number {
    const digits = String(code % 1e10).padStart(Math.floor(code / 1e10), "0");
    let place = -1;
    try {
      for (const b of books) place = b.place(digits);
    } catch (e) {
      if (!(e instanceof QuestionError)) throw e;
      // One text for all codes, so that a file of wrong ones does not fill the memory.
      place = this.refuse("code", e.code === "unknown-code" ? `the tariff of ${(books[0] as Book).side === "us" ? "the United States" : "China"} has no such code` : `${e.message}; ${e.hint}`);
      if (places.size >= MOST_CODES) return place;
    }
    places.set(code, place);
    return place;
  }

  private add(c: Combination): number {
    if (this.closed) throw new Error("a line came to another combination of cells when it was read again");
    this.combinations.push(c);
    return this.combinations.length - 1;
  }

  private combine(key: string, ids: readonly number[], books: readonly Book[]): number {
    let n = this.byCells.get(key);
    if (n === undefined) {
      n = this.add({ cells: ids.map((id, i) => (books[i] as Book).cell(id)), side: (books[0] as Book).side });
      this.byCells.set(key, n);
    }
    return n;
  }

  private minute(side: number, when: number): number {
    return when >= 0 ? when : this.noon(side, -when - 1);
  }

  /** The epoch of noon of a day. */
  private epoch(side: number, day: number): number {
    const epochs = this.epochs[side] as number[];
    let e = epochs[day];
    if (e === undefined) epochs[day] = e = (this.of(side)[0] as Book).epochOf(this.noon(side, day));
    return e;
  }

  private noon(side: number, day: number): number {
    const noons = this.noons[side] as number[];
    let m = noons[day];
    if (m === undefined) noons[day] = m = fromWall(`${toUtc(instant(day * DAY)).slice(0, 10)}T12:00`, zoneOf(SIDES[side] as Side));
    return m;
  }

  /** Facts as the reader writes them: JSON objects, one for the columns of facts and one for a column that holds an object itself. */
  private circumstance(side: number, facts: string): number {
    const known = this.circumstances[side] as Map<string, number>;
    let n = known.get(facts);
    if (n === undefined) {
      if (known.size >= MOST_FACTS) throw new InputError("too-many-facts", `the file has more than ${MOST_FACTS} different sets of facts`, "split the file, or round shares to whole percent", "facts");
      const given: Record<string, string> = {};
      for (const part of facts.split("\n")) for (const [k, v] of Object.entries(objectOf(part))) if (v !== null && String(v).trim() !== "") given[k] = this.factText(k, String(v).trim());
      for (const b of this.of(side)) n = b.circumstance(given);
      known.set(facts, n as number);
    }
    return n as number;
  }

  /** A fact as a table writes it, as a question does: `25%`, `4/8/2025`. */
  private factText(fact: string, value: string): string {
    const kind = this.desks.regime.goods.facts.get(fact)?.kind;
    if (kind === "percent") return value.replace(/\s*%$/, "").replace(/\.0+$/, "");
    if (kind === "country") return value.toUpperCase();
    if (kind === "choice") return value.toLowerCase();
    if (kind !== "when" || /^\d{4}-\d{2}-\d{2}(T|$)/.test(value)) return value;
    try {
      return dayCell(value);
    } catch {
      return value;
    }
  }

  private refuse(field: string, reason: string): number {
    const told = this.refusals.length < MOST_REFUSALS ? reason : "it contradicts the rest of the line, or cannot be read";
    const key = `${field}\n${told}`;
    let n = this.byRefusal.get(key);
    if (n === undefined) {
      this.byRefusal.set(key, (n = this.refusals.length));
      this.refusals.push({ field, reason: told });
    }
    return -n - 1;
  }
}

/** A JSON object; what is none stands as the fact "facts", which there is not: the line is then refused. */
function objectOf(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { facts: text.slice(0, 40) };
  }
}
