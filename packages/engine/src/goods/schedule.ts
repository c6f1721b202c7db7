import { readVarints, undelta } from "./bytes.js";
import { codeKey, keyCode } from "./code.js";
import { lowerBound } from "./list.js";
import type { Pack } from "./pack.js";
import { parseRate, type Rate } from "./rate.js";

/** One row of a tariff schedule in one run of editions. Days are release days, half-open; `until` undefined = still printed. */
export interface ScheduleRow {
  readonly code: string;
  readonly from: string;
  readonly until: string | undefined;
  /** The text in a column: general, special or other of the HTS, percent of the Chinese tariff, units of both. */
  readonly rate: (column: string) => string;
}
export interface ScheduleInfo {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly coversTo: string;
  readonly columns: readonly string[];
  readonly note?: string;
  readonly source: string;
}

/** A tariff schedule: codes in order, their rates by edition, their words apart. */
export class Schedule {
  private readonly keys: Float64Array;
  private readonly from: Float64Array;
  private readonly until: Float64Array;
  /** The days on which editions begin or cease to be printed. */
  readonly days: readonly string[];
  private readonly strings: readonly string[];
  private readonly columns = new Map<string, Float64Array>();
  private readonly words = new Map<string, readonly string[]>();
  private readonly parsed = new Map<string, Rate>();

  constructor(
    private readonly pack: Pack,
    readonly name: string,
    readonly info: ScheduleInfo,
  ) {
    this.keys = undelta(readVarints(pack.bytesOf(`${name}.keys`)));
    this.from = readVarints(pack.bytesOf(`${name}.from`));
    this.until = readVarints(pack.bytesOf(`${name}.until`));
    const dictionary = pack.json<{ days: string[]; strings: string[] }>(`${name}.dictionary`);
    this.days = dictionary.days;
    this.strings = dictionary.strings;
  }

  /** All rows of exactly this code, oldest first. */
  rows(code: string): ScheduleRow[] {
    const key = codeKey(code);
    const out: ScheduleRow[] = [];
    for (let i = lowerBound(this.keys, key); this.keys[i] === key; i++) out.push(this.row(i));
    return out;
  }

  /** What a column printed for a code over the editions, as a text that is the same where that is the same. */
  history(code: string, column: string): string {
    const key = codeKey(code);
    let out = "";
    for (let i = lowerBound(this.keys, key); this.keys[i] === key; i++) out += `${this.from[i]}/${this.until[i]}=${this.cell(column, i)};`;
    return out;
  }

  /** The row of a code that was printed on a day, if any. */
  on(code: string, day: string): ScheduleRow | undefined {
    const key = codeKey(code);
    for (let i = lowerBound(this.keys, key); this.keys[i] === key; i++) {
      const until = this.until[i] as number;
      if ((this.days[this.from[i] as number] as string) <= day && (until === 0 || day < (this.days[until - 1] as string))) return this.row(i);
    }
    return undefined;
  }

  /** Every code that begins with these digits, whatever its edition, each once. */
  under(prefix: string): string[] {
    const low = lowerBound(this.keys, Number(prefix.padEnd(10, "0")) * 16);
    const high = lowerBound(this.keys, (Number(prefix.padEnd(10, "9")) + 1) * 16);
    const out: string[] = [];
    for (let i = low; i < high; i++) {
      const code = keyCode(this.keys[i] as number);
      if (code.startsWith(prefix) && out.at(-1) !== code) out.push(code);
    }
    return out;
  }

  /** The lines at which goods are declared under a code: its longest codes. */
  leaves(prefix: string): string[] {
    const all = this.under(prefix);
    return all.filter((c, i) => !(all[i + 1]?.startsWith(c) ?? false));
  }

  has(code: string): boolean {
    const key = codeKey(code);
    return this.keys[lowerBound(this.keys, key)] === key;
  }

  rate(text: string): Rate {
    let rate = this.parsed.get(text);
    if (rate === undefined) this.parsed.set(text, (rate = parseRate(text)));
    return rate;
  }

  /** The words of a code, from its newest edition. The texts of a chapter are decoded on first use. */
  text(code: string): string {
    const key = codeKey(code);
    let at = lowerBound(this.keys, key);
    if (code === "" || this.keys[at] !== key) return "";
    while (this.keys[at + 1] === key) at++;
    return this.textAt(at, code.slice(0, 2));
  }

  /** Codes and words, for the search index. */
  *described(): Generator<{ code: string; text: string }> {
    for (let i = 0; i < this.keys.length; i++) {
      if (this.keys[i] === this.keys[i + 1]) continue;
      const code = keyCode(this.keys[i] as number);
      yield { code, text: this.textAt(i, code.slice(0, 2)) };
    }
  }

  private textAt(at: number, chapter: string): string {
    let texts = this.words.get(chapter);
    if (texts === undefined) this.words.set(chapter, (texts = this.pack.text(`${this.name}.text.${chapter}`).split("\n")));
    return texts[at - lowerBound(this.keys, codeKey(chapter))] ?? "";
  }

  /** The nearest codes that exist: those that share the most leading digits, else those next to it by number. */
  nearest(code: string, count = 5): string[] {
    for (let n = Math.min(code.length, 9); n >= 2; n--) {
      const near = this.under(code.slice(0, n)).filter((c) => c.length >= 8);
      if (near.length > 0) return near.sort((a, b) => Math.abs(codeKey(a) - codeKey(code)) - Math.abs(codeKey(b) - codeKey(code))).slice(0, count);
    }
    return this.neighbours(code, count);
  }

  /** The codes next to one by number, where nothing begins alike. */
  private neighbours(code: string, count: number): string[] {
    const key = codeKey(code);
    const at = lowerBound(this.keys, key);
    const out = new Set<string>();
    for (let [low, high] = [at - 1, at]; out.size < count && (low >= 0 || high < this.keys.length); ) {
      const [below, above] = [this.keys[low] ?? Number.NEGATIVE_INFINITY, this.keys[high] ?? Number.POSITIVE_INFINITY];
      const near = key - below <= above - key ? (low--, below) : (high++, above);
      if (near % 16 >= 8) out.add(keyCode(near));
    }
    return [...out];
  }

  get size(): number {
    return this.keys.length;
  }

  private row(i: number): ScheduleRow {
    const until = this.until[i] as number;
    return {
      code: keyCode(this.keys[i] as number),
      from: this.days[this.from[i] as number] as string,
      until: until === 0 ? undefined : (this.days[until - 1] as string),
      rate: (column) => this.cell(column, i),
    };
  }

  /** One cell; its column is decoded on first use. */
  private cell(column: string, i: number): string {
    let values = this.columns.get(column);
    if (values === undefined) this.columns.set(column, (values = readVarints(this.pack.bytesOf(`${this.name}.${column}`))));
    return this.strings[values[i] as number] as string;
  }
}
