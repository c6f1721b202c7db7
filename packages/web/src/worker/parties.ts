import { listsInUse, InputError } from "@truce/engine/desk";
import { type Owners, Screen, ScreenGrounds, type ScreenQuery } from "@truce/engine/controls/screen";
import type { Instrument } from "@truce/engine/law";
import type { Instant } from "@truce/engine/time";
import type { PageDesk } from "./desk.js";

const kept = new WeakMap<PageDesk, Promise<ScreenGrounds>>();

/** The lists made ready for searching, once: some 14,000 parties take about half a second. */
export function screenGrounds(desk: PageDesk): Promise<ScreenGrounds> {
  let own = kept.get(desk);
  if (own === undefined) {
    own = desk.parties().then((copies) => {
      const { law } = desk;
      if (law.ownership === null) throw new InputError("no-lists", "this regime has no lists of parties", "reload the page", "regime");
      return new ScreenGrounds({ copies: listsInUse(law.lists, copies).copies, kinds: law.lists, rules: law.ownership.rules, strictness: law.ownership.strictness });
    });
    own.catch(() => kept.delete(desk));
    kept.set(desk, own);
  }
  return own;
}

/** A screen at what is known, with stakes where some are given. */
export async function screenOf(desk: PageDesk, known: Instant, supposed: readonly Instrument[], queries: readonly ScreenQuery[], owners?: Owners): Promise<Screen> {
  const base = await screenGrounds(desk);
  const grounds = owners === undefined ? base : new ScreenGrounds({ ...base.input, owners }, base.index);
  return new Screen(grounds, desk.desks.regimeAt(known, supposed), queries);
}
