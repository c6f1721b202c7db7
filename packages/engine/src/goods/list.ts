import { readVarints, undelta } from "./bytes.js";
import { codeKey, keyCode } from "./code.js";

/** What one row of a list says of the goods under its code. */
export interface ListRow {
  readonly out?: true;
  readonly heading?: string;
  /** Parts per million, where it differs by row. */
  readonly percent?: number;
  /** Days in the territory's calendar, half-open, where the row holds for a part of the list's life. */
  readonly from?: string;
  readonly until?: string;
  readonly fact?: string;
  readonly is?: readonly string[];
  readonly inferred?: true;
  readonly trust?: "high" | "medium" | "low";
  readonly text?: string;
  readonly id?: string;
  /** Headings that this row relieves. */
  readonly relieves?: readonly string[];
  readonly whole?: boolean;
  readonly metal?: string;
  readonly sublist?: string;
}
export interface ListInfo {
  readonly title: string;
  readonly completeness: "complete" | "partial" | "unknown";
  readonly confidence: string;
  readonly trust: "high" | "medium" | "low";
  readonly note?: string;
  readonly rows: number;
  readonly sources: readonly { readonly publisher: string; readonly title: string; readonly date?: string }[];
}

const NONE: readonly ListRow[] = [];

/** A list of goods: sorted prefixes, of which the longest that a code begins with decides. */
export class GoodsList {
  private readonly lengths: readonly number[];
  private readonly found = new Map<string, readonly ListRow[]>();
  private readonly depths = new Map<string, number>();
  constructor(
    readonly id: string,
    readonly info: ListInfo,
    private readonly keys: Float64Array,
    private readonly kinds: Float64Array,
    private readonly rows: readonly ListRow[],
  ) {
    this.lengths = [...new Set([...keys].map((k) => k % 16))].sort((a, b) => b - a);
  }

  static decode(id: string, info: ListInfo, keys: Uint8Array, kinds: Uint8Array, rows: readonly ListRow[]): GoodsList {
    return new GoodsList(id, info, undelta(readVarints(keys)), readVarints(kinds), rows);
  }

  /**
   * The rows of the longest prefix of a code that is on the list; several where dates, descriptions or facts part them.
   * @example list.rowsFor("8505110070") //=> [{ heading: "9903.91.06", … }]
   */
  rowsFor(code: string): readonly ListRow[] {
    const hit = this.found.get(code);
    if (hit !== undefined) return hit;
    let out = NONE;
    for (const length of this.lengths) {
      if (length > code.length) continue;
      const key = codeKey(code.slice(0, length));
      let at = lowerBound(this.keys, key);
      if (this.keys[at] !== key) continue;
      const rows: ListRow[] = [];
      for (; this.keys[at] === key; at++) rows.push(this.rows[this.kinds[at] as number] as ListRow);
      out = rows;
      this.depths.set(code, length);
      break;
    }
    if (this.found.size > 20_000) this.found.clear();
    this.found.set(code, out);
    return out;
  }

  /** The codes of the list, in order; with `heading` those that are filed under it. */
  codes(heading?: string): string[] {
    const out: string[] = [];
    this.keys.forEach((key, i) => {
      const row = this.rows[this.kinds[i] as number] as ListRow;
      if (!row.out && (heading === undefined || row.heading === heading)) out.push(keyCode(key));
    });
    return [...new Set(out)];
  }

  /**
   * For each of these codes, which are in order, a number that is the same where their rows are; 0 where the list does not name the code.
   * The same as asking `rowsFor` of each, in one pass over the list.
   */
  marks(codes: readonly string[]): Int32Array {
    const out = new Int32Array(codes.length);
    const sorted = Float64Array.from(codes, (c) => Number(c.padEnd(10, "0")));
    const numbers = new Map<string, number>();
    for (const length of [...this.lengths].reverse())
      for (let at = 0; at < this.keys.length; ) {
        const key = this.keys[at] as number;
        const first = at;
        while (this.keys[at] === key) at++;
        if (key % 16 !== length) continue;
        const kinds = this.kinds.subarray(first, at).join();
        let n = numbers.get(kinds);
        if (n === undefined) numbers.set(kinds, (n = numbers.size + 1));
        const low = Math.floor(key / 16);
        const end = low + 10 ** (10 - length);
        for (let i = lowerBound(sorted, low); i < codes.length && (sorted[i] as number) < end; i++) if ((codes[i] as string).length >= length) out[i] = n;
      }
    return out;
  }

  /** Its rows, each once. */
  allRows(): readonly ListRow[] {
    return this.rows;
  }

  /** Every row with the beginning of codes for which it stands, in order: exceptions too, without which a longer code is read off a shorter one. */
  *all(): Generator<{ readonly code: string; readonly row: ListRow }> {
    for (let i = 0; i < this.keys.length; i++) yield { code: keyCode(this.keys[i] as number), row: this.rows[this.kinds[i] as number] as ListRow };
  }

  /** The chapter 99 headings that its rows name. */
  headings(): string[] {
    return [...new Set(this.rows.flatMap((r) => (r.heading === undefined ? [] : [r.heading])))];
  }

  /** Do its rows relieve, each under a heading of its own, so that an exception takes those of its heading alone? */
  picks(): boolean {
    return this.rows.some((r) => r.relieves !== undefined);
  }

  /** How many digits of a code the list goes by; 0 where it does not name it. */
  depthOf(code: string): number {
    this.rowsFor(code);
    return this.depths.get(code) ?? 0;
  }
}

/** First place in a rising array whose value is at least `key`. */
export function lowerBound(keys: Float64Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if ((keys[mid] as number) < key) low = mid + 1;
    else high = mid;
  }
  return low;
}
