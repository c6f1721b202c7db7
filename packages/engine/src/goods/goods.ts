import { Chapter99 } from "./chapter-99.js";
import type { FeeTable } from "./fees.js";
import { GoodsList, type ListInfo, type ListRow } from "./list.js";
import { type Inflate, Pack } from "./pack.js";
import { Schedule, type ScheduleInfo } from "./schedule.js";
import type { WeeklySales } from "./weekly.js";
import { WeightTables } from "./weights.js";

export interface Fact {
  readonly name: string;
  readonly asks: string;
  /** Values that can be given; a percentage from 0 to 100 where `percent`. */
  readonly choices?: readonly string[];
  readonly kind: "choice" | "percent" | "points" | "when" | "country" | "heading" | "provision" | "word";
}
interface Directory {
  readonly lists: Record<string, ListInfo & { readonly days: readonly string[] }>;
  readonly schedules: Record<string, ScheduleInfo>;
  readonly facts: readonly Fact[];
  readonly concordance: readonly { readonly code: string; readonly parent: string; readonly basis: string; readonly note: string }[];
  readonly fees: FeeTable;
}

/** Codes, rates and lists of goods, each column opened on first use. */
export class Goods {
  private readonly pack: Pack;
  private readonly directory: Directory;
  private readonly lists = new Map<string, GoodsList>();
  private readonly schedules = new Map<string, Schedule>();
  readonly facts: ReadonlyMap<string, Fact>;

  constructor(bytes: Uint8Array, inflate: Inflate) {
    this.pack = new Pack(bytes, inflate);
    this.directory = this.pack.json<Directory>("directory");
    this.facts = new Map(this.directory.facts.map((f) => [f.name, f]));
  }

  /** The fees of a US entry. */
  get fees(): FeeTable {
    return this.directory.fees;
  }

  /** Trade by line, and averages that others published. */
  get weights(): WeightTables {
    return new WeightTables(this.pack);
  }

  /** Weekly export sales; undefined where the regime has none. */
  get weekly(): WeeklySales | undefined {
    return this.pack.has("weekly") ? this.pack.json<WeeklySales>("weekly") : undefined;
  }

  /** A list of goods by its id. @throws Error for a list that is not in hand */
  list(id: string): GoodsList {
    let list = this.lists.get(id);
    if (list === undefined) {
      const info = this.directory.lists[id];
      if (info === undefined) throw new Error(`there is no list of goods ${id}`);
      list = GoodsList.decode(id, info, this.pack.bytesOf(`list.${id}.keys`), this.pack.bytesOf(`list.${id}.kinds`), this.pack.json<ListRow[]>(`list.${id}.rows`));
      this.lists.set(id, list);
    }
    return list;
  }
  /** The days on which rows of a list begin or end, without opening it. */
  daysOf(id: string): readonly string[] {
    return this.directory.lists[id]?.days ?? [];
  }
  hasList(id: string): boolean {
    return this.directory.lists[id] !== undefined;
  }
  get listIds(): string[] {
    return Object.keys(this.directory.lists);
  }

  private chapter: Chapter99 | undefined;
  /** The headings of chapter 99 that are in hand, opened on first use. */
  get chapter99(): Chapter99 {
    this.chapter ??= new Chapter99(this.pack.text("headings"));
    return this.chapter;
  }

  /** The tariff schedule of a territory. */
  schedule(side: "us" | "cn"): Schedule {
    const name = side === "us" ? "us.hts" : "cn.mfn";
    let schedule = this.schedules.get(name);
    if (schedule === undefined) {
      schedule = new Schedule(this.pack, name, this.directory.schedules[name] as ScheduleInfo);
      this.schedules.set(name, schedule);
    }
    return schedule;
  }

  /** The older code under which a later Chinese code is found, with how that is known. */
  parentOf(code: string): { parent: string; basis: string; note: string } | undefined {
    return this.directory.concordance.find((c) => code.startsWith(c.code));
  }

  /**
   * The rows of a list for a code. A Chinese code that was renumbered is looked up under its other numbers too, and the longest match counts;
   * where it was split, all its parts must be treated alike.
   */
  rowsFor(listId: string, code: string): readonly ListRow[] {
    const list = this.list(listId);
    const own = list.rowsFor(code);
    if (!listId.startsWith("cn/")) return own;
    const parent = this.parentOf(code)?.parent;
    if (parent !== undefined) return list.depthOf(parent) > list.depthOf(code) ? list.rowsFor(parent) : own;
    const parts = this.directory.concordance.filter((c) => code.startsWith(c.parent)).map((c) => c.code);
    if (parts.length === 0 || parts.some((c) => list.depthOf(c) <= list.depthOf(code))) return own;
    const rows = parts.map((c) => list.rowsFor(c));
    return rows.every((r) => JSON.stringify(r) === JSON.stringify(rows[0])) ? (rows[0] as readonly ListRow[]) : own;
  }

  /** The same for many codes, which are in order: numbers that are equal where the rows are; 0 where the list does not name the code. */
  marksFor(listId: string, codes: readonly string[]): Int32Array {
    if (!listId.startsWith("cn/")) return this.list(listId).marks(codes);
    const numbers = new Map<string, number>([["[]", 0]]);
    return Int32Array.from(codes, (c) => {
      const mark = JSON.stringify(this.rowsFor(listId, c));
      let n = numbers.get(mark);
      if (n === undefined) numbers.set(mark, (n = numbers.size));
      return n;
    });
  }
}
