import type { Clocks, DutyDesk } from "@truce/engine/duty";
import { checkDigit, type FiledEntry, feesOfEntry, type FiledLine } from "@truce/engine/entry";
import { makeGood } from "./make-good.js";
import { situations, type Situation } from "./make-pool.js";
import { Random } from "./make-random.js";

/** What a book is to hold. */
export interface Order {
  readonly entries: number;
  readonly seed: number;
}
const FIRST = "2025-01-02";
const DAYS = 640;
const day = (n: number): string => new Date(Date.parse(`${FIRST}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10);
/** How many draws each wanted article may take: some codes cannot be settled on some days. */
const DRAWS = 3;

/** A synthetic book: entries of goods of China, Hong Kong and Macau, each line filed as the form gives it and each entry with its fees. No entry is real. */
export function* makeBook(order: Order, desk: DutyDesk, clocks: Clocks): Generator<FiledEntry> {
  const random = new Random(order.seed);
  const pool = situations(desk.assessor("us").goods);
  let row = 2;
  for (let i = 0; i < order.entries; i++) {
    const entry = makeEntry(i, desk, clocks, random, pool);
    const lines = entry.lines.map((l, n) => ({ ...l, number: n + 1, tariffs: l.tariffs.map((t) => ({ ...t, row: row++ })) }));
    yield { ...entry, lines };
  }
}

function makeEntry(i: number, desk: DutyDesk, clocks: Clocks, random: Random, pool: readonly Situation[]): FiledEntry {
  for (;;) {
    const entered = day(random.below(DAYS));
    const type = random.chance(80) ? "01" : random.pick(["03", "06", "11"]);
    const mode = random.pick(["ocean", "ocean", "ocean", "air", "air", "truck"]);
    const origin = random.chance(84) ? "CN" : random.pick(["HK", "HK", "MO"]);
    const lines: FiledLine[] = [];
    const wanted = 1 + random.below(5);
    for (let g = 0; g < wanted * DRAWS && lines.length < wanted; g++) {
      const good = makeGood(desk, { code: draw(pool, random), origin, day: entered, mode, type }, clocks, random);
      if (good !== undefined) lines.push(...good.lines);
    }
    if (lines.length === 0) continue;
    const bare: FiledEntry = {
      number: entryNumber(i),
      type,
      entered,
      importer: undefined,
      importerType: random.pick(["corporation", "corporation", "other"] as const),
      mode,
      liquidation: { status: undefined, date: undefined },
      reconciliation: undefined,
      reconciled: undefined,
      protest: undefined,
      drawback: undefined,
      antidumping: type === "03" ? true : undefined,
      lines,
      fees: [],
    };
    const fees = feesOfEntry(desk, bare, clocks) ?? [];
    return { ...bare, fees: fees.flatMap((f) => (f.amount === null ? [] : [{ name: f.name, amount: Math.round(Number(f.amount) * 100) }])) };
  }
}

function draw(pool: readonly Situation[], random: Random): string {
  let n = random.below(pool.reduce((sum, s) => sum + s.weight, 0));
  for (const s of pool) {
    n -= s.weight;
    if (n < 0) return random.pick(s.codes);
  }
  return random.pick((pool.at(-1) as Situation).codes);
}

/** A number of a filer that does not exist, with its check digit. */
function entryNumber(i: number): string {
  const ten = `ZZZ${String(1_000_000 + i)}`;
  return `ZZZ-${ten.slice(3)}-${checkDigit(ten)}`;
}
