import type { Holding } from "../book/index.js";
import type { Books } from "./books.js";

/** The days by which something can still be done about the entries of one month, for the first and the last of its days of entry. */
export interface Clock {
  readonly month: string;
  readonly lines: number;
  readonly value: string;
  /** A post-summary correction. */
  readonly correctBy: readonly [string, string];
  /** Deemed liquidated, where nothing extends or suspends it. */
  readonly liquidatedBy: readonly [string, string];
  /** A protest, where the entry liquidates that day. */
  readonly protestBy: readonly [string, string];
  readonly cites: readonly string[];
}

/** The lines of a portfolio, put together where they are alike, with the books that say what they will owe. */
export interface Portfolio {
  readonly file: string;
  readonly rows: number;
  readonly rejected: number;
  readonly notes: readonly string[];
  readonly books: Books;
  /** The clocks of its US entries by month; none where the file gives no day of entry. */
  readonly clocks: readonly Clock[];
  /** By side, in the order of SIDES. */
  readonly holdings: readonly (readonly Holding[])[];
}
