import { type Instant, instant, OPEN } from "../time/index.js";
import { type Book, ORIGINS } from "./book.js";

/** What one line of the tariff owes from one origin during one stretch; half-open. */
export interface PanelRow {
  readonly code: string;
  readonly origin: string;
  readonly from: Instant;
  /** OPEN where nothing in hand ends it. */
  readonly until: Instant;
  /** Number of the cell. */
  readonly cell: number;
}

/**
 * Every line of the tariff from every origin, in stretches in which nothing changes, without facts. Chapter 98 narrows the value of
 * other goods and has no rows of its own.
 * @example for (const row of panel(book)) book.cell(row.cell).parts
 */
export function* panel(book: Book): Generator<PanelRow> {
  const table = book.fill();
  const origins = ORIGINS[book.side];
  const width = origins.length;
  const stride = (book.edges.length + 1) * width;
  for (let i = 0; i < book.kinds.leaves.length; i++) {
    const code = book.kinds.leaves[i] as string;
    if (code.startsWith("98") && book.side === "us") continue;
    const row = (book.kinds.kindOfLeaf[i] as number) * stride;
    for (let o = 0; o < width; o++) {
      let first = book.firstEpoch;
      let cell = table[row + (first + 1) * width + o] as number;
      for (let epoch = first + 1; epoch <= book.edges.length; epoch++) {
        const next = epoch < book.edges.length ? (table[row + (epoch + 1) * width + o] as number) : -1;
        if (next === cell) continue;
        const until = epoch < book.edges.length ? instant(book.edges[epoch] as number) : OPEN;
        yield { code, origin: origins[o] as string, from: instant(book.edges[first] as number), until, cell };
        first = epoch;
        cell = next;
      }
    }
  }
}
