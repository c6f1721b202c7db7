import type { Book } from "../book/index.js";
import { sectionOf, type Weights } from "../goods/index.js";

/** Weights as a book's lines bear them. */
export interface Weighed {
  /** Weight by kind of goods. */
  readonly byKind: ReadonlyMap<number, bigint>;
  /** Weight that comes or goes from a day on, by kind: lines that a later edition prints, or no longer does. */
  readonly moves: ReadonlyMap<number, readonly { readonly day: string; readonly weight: bigint }[]>;
  readonly total: bigint;
  /** Weight of codes that the tariff in hand does not have at ten or eight digits, and of chapters without rates of their own. */
  readonly unmatched: bigint;
  /** Weight that was spread evenly over the lines of its eight digits, because its own ten are of another year. */
  readonly spread: bigint;
}

/**
 * Puts weights on the lines of a tariff: on the line itself, else in equal parts on the lines under its first eight digits, else on none.
 * Without weights every line counts once. @param section only the lines of this section
 */
export function weigh(book: Book, weights: Weights | undefined, section?: string): Weighed {
  const byKind = new Map<number, bigint>();
  const put = (leaf: number, value: bigint): void => {
    const kind = book.kinds.kindOfLeaf[leaf] as number;
    byKind.set(kind, (byKind.get(kind) ?? 0n) + value);
  };
  const { leaves } = book.kinds;
  const within = (code: string): boolean => (section === undefined ? sectionOf(code) !== undefined : sectionOf(code) === section);
  let [total, unmatched, spread] = [0n, 0n, 0n];
  if (weights === undefined) return each(book, within);
  const places = new Map(leaves.map((code, i) => [code, i]));
  const under = new Map<string, number[]>();
  leaves.forEach((code, i) => {
    const own = under.get(code.slice(0, 8));
    if (own === undefined) under.set(code.slice(0, 8), [i]);
    else own.push(i);
  });
  weights.codes.forEach((code, i) => {
    if (section !== undefined && !within(code)) return;
    const value = BigInt(weights.values[i] as number);
    total += value;
    const leaf = places.get(code);
    const lines = leaf === undefined ? (under.get(code.slice(0, 8)) ?? []) : [leaf];
    if (lines.length === 0 || !within(code)) {
      unmatched += value;
      return;
    }
    if (leaf === undefined && lines.length > 1) spread += value;
    const [part, rest] = [value / BigInt(lines.length), Number(value % BigInt(lines.length))];
    lines.forEach((l, k) => put(l, part + (k < rest ? 1n : 0n)));
  });
  return { byKind, moves: new Map(), total, unmatched, spread };
}

/** So many parts has a line, so that those of ten digits under one of eight share it evenly. */
const PARTS = 27_720n;

/** Every line of ten digits of the United States, or of eight digits of China, once in each edition that prints it. */
function each(book: Book, within: (code: string) => boolean): Weighed {
  const schedule = book.grounds.goods.schedule(book.side);
  const digits = book.side === "us" ? 10 : 8;
  const byKind = new Map<number, bigint>();
  const moves = new Map<number, { day: string; weight: bigint }[]>();
  const lines = new Map<string, number[]>();
  book.kinds.leaves.forEach((code, i) => {
    if (!within(code)) return;
    const own = lines.get(code.slice(0, digits));
    if (own === undefined) lines.set(code.slice(0, digits), [i]);
    else own.push(i);
  });
  let total = 0n;
  for (const leaves of lines.values())
    leaves.forEach((leaf, k) => {
      const kind = book.kinds.kindOfLeaf[leaf] as number;
      const n = BigInt(leaves.length);
      const weight = PARTS / n + (BigInt(k) < PARTS % n ? 1n : 0n);
      const move = (day: string, sign: bigint): void => {
        if (day <= schedule.info.first) byKind.set(kind, (byKind.get(kind) ?? 0n) + weight * sign);
        else moves.set(kind, [...(moves.get(kind) ?? []), { day, weight: weight * sign }]);
      };
      for (const row of schedule.rows(book.kinds.leaves[leaf] as string)) {
        move(row.from, 1n);
        if (row.until !== undefined) move(row.until, -1n);
      }
      total += weight;
    });
  return { byKind, moves, total: total / PARTS, unmatched: 0n, spread: 0n };
}
