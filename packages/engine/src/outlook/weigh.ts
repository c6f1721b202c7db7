import type { Book } from "../book/index.js";
import { sectionOf, type Weights } from "../goods/index.js";

/** Weights as a book's lines bear them. */
export interface Weighed {
  /** Weight by kind of goods. */
  readonly byKind: ReadonlyMap<number, bigint>;
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
  if (weights === undefined) {
    const digits = book.side === "us" ? 10 : 8;
    const seen = new Set<string>();
    leaves.forEach((code, i) => {
      const line = code.slice(0, digits);
      if (!within(code) || seen.has(line)) return;
      seen.add(line);
      put(i, 1n);
      total += 1n;
    });
    return { byKind, total, unmatched, spread };
  }
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
  return { byKind, total, unmatched, spread };
}
