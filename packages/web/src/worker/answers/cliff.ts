import { cliffAnswer, type CliffView } from "@truce/engine/answers/cliff";
import { asking, type Clocks } from "@truce/engine/desk";
import { calendar, feed } from "@truce/engine/outlook";
import { parseDay } from "@truce/engine/time";
import type { PageDesk } from "../desk.js";
import { heldStore } from "../portfolio/held.js";
import { holdingsOf } from "../portfolio/holdings.js";

export interface CliffPage extends CliffView {
  readonly version: string;
  /** The same dates as an iCalendar, and the documents as an Atom feed. */
  readonly ics: string;
  readonly atom: string;
}

/** The board of dates: what ends or begins, whether by itself, what was said and what was published, and what it does to a portfolio. @param q `portfolio` names the file that the worker holds */
export async function answer(desk: PageDesk, q: Clocks & { readonly from?: string; readonly to?: string; readonly portfolio?: number }): Promise<CliffPage> {
  const { desks, law } = desk;
  const a = await asking(desks, q, { ahead: true });
  const scenarios = [{ id: "law", title: "", supposed: a.supposed }];
  const store = heldStore(q.portfolio);
  if (store !== undefined) await desk.goods();
  const portfolio = store === undefined ? undefined : holdingsOf(store, desks, a.known, scenarios, a.on);
  const view = cliffAnswer(desks, { known: a.known, on: a.on, from: q.from === undefined ? undefined : parseDay(q.from), to: q.to === undefined ? undefined : parseDay(q.to), portfolio }, scenarios);
  const regime = desks.regimeAt(a.known, a.supposed);
  return { ...view, version: desk.version, ics: calendar(regime, a.on, law.horizon, view.dates), atom: feed(regime, law.horizon) };
}
