import { type Instant, toUtc, toZoned, WASHINGTON } from "../time/index.js";
import { documents, type Item, itemOf } from "./item.js";
import { startsOf } from "./item-dates.js";
import { Lookback } from "./lookback.js";
import type { Regime } from "./regime.js";
import type { Act, Instrument } from "./types.js";
import { localDay } from "./zone-of.js";

export interface Filter {
  /** Days, both of them within. */
  readonly from?: string;
  readonly to?: string;
  readonly issuer?: string;
  readonly kind?: string;
  readonly measure?: string;
  readonly about?: string;
}
/** The clocks of a question about documents, and how far the regime was checked. */
export interface AsOf {
  readonly on: Instant;
  readonly known: Instant;
  readonly horizon: string;
}
export interface TimelineResult {
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly warnings: readonly string[];
  readonly items: readonly Item[];
}

/** Is a document within a window of days: announced, in whole or in part, or taking effect there? Meetings count on their days. */
function within(i: Instrument, acts: readonly Act[], f: Filter, regime: Regime): boolean {
  if (f.from === undefined && f.to === undefined) return true;
  const days = [localDay(i.id, i.announced, i.announcedDay)];
  for (const a of acts) {
    days.push(localDay(i.id, a.announced, a.announcedDay));
    days.push(...startsOf(a, regime).map((at) => localDay(i.id, at)));
    if (a.do === "meet") days.push(...a.days);
    if (a.do === "investigate") days.push(...a.dates.map((d) => localDay(i.id, d.at, d.day)));
  }
  return days.some((d) => (f.from === undefined || f.from <= d) && (f.to === undefined || d <= f.to));
}

const under = (id: string, prefix: string): boolean => id === prefix || id.startsWith(`${prefix}/`);
function matches(item: Item, f: Filter): boolean {
  if (f.issuer !== undefined && !under(item.issuer, f.issuer)) return false;
  if (f.kind !== undefined && item.kind !== f.kind) return false;
  if (f.measure !== undefined && !item.acts.some((a) => [...a.measures, a.about ?? ""].some((m) => under(m, f.measure as string)))) return false;
  if (f.about === undefined) return true;
  const hay = [item.id, item.title, item.summary ?? "", ...item.cites, ...item.acts.flatMap((a) => [a.text, a.by ?? "", a.note ?? "", ...a.measures])].join(" ").toLowerCase();
  return f.about
    .toLowerCase()
    .split(/\s+/)
    .every((w) => hay.includes(w));
}

/**
 * Documents in the order in which they were announced, as known. A filter that nothing known answers to is said in `warnings`.
 * @example timeline(regime, clocks, { from: "2025-10-08", to: "2025-10-11", issuer: "cn" }).items.length //=> 9
 */
export function timeline(regime: Regime, clocks: AsOf, filter: Filter): TimelineResult {
  const look = new Lookback(regime, clocks.known, clocks.horizon);
  const all = [...documents(regime)].map(([i, acts]) => ({ i, acts, item: itemOf(i, acts, regime, look) }));
  const items = all.filter(({ i, acts, item }) => within(i, acts, filter, regime) && matches(item, filter)).map((x) => x.item);
  return {
    on: toZoned(clocks.on, WASHINGTON),
    known: toUtc(clocks.known),
    horizon: clocks.horizon,
    warnings: unanswered(
      all.map((x) => x.item),
      filter,
    ),
    items,
  };
}

function unanswered(items: readonly Item[], f: Filter): string[] {
  const out: string[] = [];
  const choices = (values: readonly string[]) => [...new Set(values)].sort().join(", ");
  if (f.issuer !== undefined && !items.some((i) => under(i.issuer, f.issuer as string)))
    out.push(`no document known by then has the issuer ${f.issuer}: issuers are ${choices(items.map((i) => i.issuer))}`);
  if (f.kind !== undefined && !items.some((i) => i.kind === f.kind)) out.push(`no document known by then is of the kind ${f.kind}: kinds are ${choices(items.map((i) => i.kind))}`);
  if (f.measure !== undefined && !items.some((i) => matches(i, { measure: f.measure as string }))) out.push(`no document known by then acts on ${f.measure}`);
  return out;
}
