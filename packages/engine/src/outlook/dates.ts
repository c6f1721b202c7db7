import { meetings, type Regime } from "../law/index.js";
import { type Instant, parseInstant, toUtc } from "../time/index.js";
import { pending } from "./pending.js";

export type DateKind = "duty" | "control" | "fee" | "rule" | "exclusion" | "investigation" | "meeting" | "statement";
/** Something that the law known by then dates: what changes, by which documents, and whether it comes without anybody doing anything. */
export interface DatedItem {
  readonly at: string;
  readonly measure: string;
  readonly kind: DateKind;
  readonly change: string;
  readonly by: readonly string[];
  /** Only said, or only planned: nothing published makes it so. */
  readonly standing: "published" | "said" | "planned";
  /** It comes by itself, unless an instrument moves it. */
  readonly byItself: boolean;
  /** The clock, or the day, is inferred. */
  readonly inferred?: boolean;
  /** The suppositions under which it stands, where several are compared; the law as it stands is `law`. */
  readonly in?: readonly string[];
}

/**
 * Every dated change after an instant that is known by then: suspensions and exclusions that end, controls, fees and duties that begin or
 * change, dates of investigations, planned meetings, and the ends of extensions that were only stated. Soonest first.
 * @example datedItems(regime, on)[0]?.change //=> "24 points suspended → 34 %"
 */
export function datedItems(regime: Regime, on: Instant): DatedItem[] {
  const meets = new Set(meetings(regime).map((m) => m.id));
  const items = pending(regime, on).map((p): DatedItem => {
    const kind = kindOf(regime, p.measure, meets);
    return {
      at: p.at,
      measure: p.measure,
      kind,
      change: p.change,
      by: p.by,
      standing: kind === "meeting" ? "planned" : "published",
      byItself: kind !== "meeting" && kind !== "investigation",
      ...(p.inferred === true ? { inferred: true } : {}),
    };
  });
  const dated = new Set(items.map((i) => `${i.measure} ${i.at}`));
  // Where it is supposed to be law, what was said is no second date.
  return [...items, ...said(regime, on).filter((i) => !dated.has(`${i.measure} ${i.at}`))].sort((a, b) => parseInstant(a.at) - parseInstant(b.at) || (a.measure < b.measure ? -1 : 1));
}

function kindOf(regime: Regime, measure: string, meets: ReadonlySet<string>): DateKind {
  const sort = regime.timelines.get(measure)?.sort;
  if (sort === "exception") return "exclusion";
  if (sort === "duty" || sort === "control" || sort === "fee" || sort === "rule") return sort;
  return meets.has(measure) ? "meeting" : "investigation";
}

/** The ends of extensions that were stated and of which no instrument is known. What is supposed is law to who supposes it. */
function said(regime: Regime, on: Instant): DatedItem[] {
  return regime.entries.flatMap(({ act, instrument }) =>
    act.do !== "extend" || instrument.standing !== "statement" || act.until <= on || regime.supposed.includes(instrument.id)
      ? []
      : act.measures.map(
          (measure): DatedItem => ({
            at: toUtc(act.until),
            measure,
            kind: "statement",
            change: `the end to which it was said to be extended by ${act.by ?? instrument.issuer}`,
            by: [instrument.id],
            standing: "said",
            byItself: false,
            ...(act.inferred?.includes("until") ? { inferred: true } : {}),
          }),
        ),
  );
}

/** The dated items of several states of the law as one list, each with those under which it stands. The first is the law as it stands. */
export function together(columns: readonly { readonly id: string; readonly items: readonly DatedItem[] }[]): DatedItem[] {
  const first = columns[0]?.items ?? [];
  if (columns.length < 2) return [...first];
  const by = new Map<string, DatedItem & { in: string[] }>();
  for (const { id, items } of columns)
    for (const i of items) {
      const key = `${i.at} ${i.measure} ${i.change}`;
      const own = by.get(key);
      if (own === undefined) by.set(key, { ...i, in: [id] });
      else if (!own.in.includes(id)) own.in.push(id);
    }
  return [...by.values()].sort((a, b) => parseInstant(a.at) - parseInstant(b.at) || (a.measure < b.measure ? -1 : 1));
}
