import type { Holding } from "@truce/engine/book";
import { type Desks, InputError, type Scenario } from "@truce/engine/desk";
import { Books, type Portfolio, SIDES } from "@truce/engine/portfolio";
import type { Instant } from "@truce/engine/time";
import type { LineStore } from "./line-store.js";

/** Kinds of goods and values that one outlook holds. */
const MOST = 2_000_000;
const COUNTRIES = ["CN", "HK", "MO", "US"];

/**
 * What the lines of a store will owe when they are entered again: the day that a line gives is left aside.
 * @throws InputError for more different lines than are held
 */
export function holdingsOf(store: LineStore, desks: Desks, known: Instant, scenarios: readonly Scenario[], since: Instant): Portfolio {
  const books = new Books(desks, known, scenarios, since);
  const holdings: Holding[][] = SIDES.map(() => []);
  const alike = new Map<string, { readonly i: number; lines: number }>();
  for (let i = 0; i < store.length; i++) {
    const key = `${store.code.items[i]} ${store.place.items[i]} ${store.cents.items[i]} ${store.factsOf(i)}`;
    const own = alike.get(key);
    if (own !== undefined) own.lines++;
    else if (alike.size >= MOST)
      throw new InputError("too-many-lines", `${store.file} has more than ${MOST.toLocaleString("en-US")} different lines`, "add its lines up by code and origin first", store.file);
    else alike.set(key, { i, lines: 1 });
  }
  let refused = store.rejected;
  for (const { i, lines } of alike.values()) {
    const side = store.side(i);
    const h = books.holding(store.code.items[i] as number, side, store.factsOf(i));
    if ("refused" in h) refused += lines;
    else holdings[side]?.push({ ...h, origin: COUNTRIES[store.origin(i)] ?? "another country", cents: store.cents.items[i] as number, lines });
  }
  return { file: store.file, clocks: [], rows: store.rows, rejected: refused, notes: [], books, holdings };
}
