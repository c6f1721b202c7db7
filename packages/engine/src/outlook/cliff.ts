import { localDay, type Regime } from "../law/index.js";
import { type Instant, parseInstant, toUtc } from "../time/index.js";
import { datedItems, type DateKind, type DatedItem } from "./dates.js";
import { truce } from "./truce.js";

/** A date on which something ends or begins: what was published of it, what was said of it, and whether it comes by itself. */
export interface CliffRow {
  readonly at: string;
  /** The day in the territory of the measure. */
  readonly day: string;
  readonly measure: string;
  readonly kind: DateKind;
  readonly change: string;
  readonly standing: DatedItem["standing"];
  /** Whether it comes without anybody doing anything. */
  readonly returnsByItself: boolean;
  readonly published: readonly { readonly id: string; readonly title: string; readonly announced: string; readonly cites: readonly string[]; readonly gazette: string | null }[];
  readonly said: readonly { readonly by: string; readonly on: string; readonly until: string; readonly id: string }[];
  readonly inferred?: boolean;
}

/**
 * The board of dates after an instant, as known: each end and beginning with what was published and what was only said.
 * @example cliff(regime, on).find((r) => r.measure === "cn/general")?.said //=> [{ by: "MOFCOM", on: "2026-09-28…", until: "2027-01-10…", id: … }]
 */
export function cliff(regime: Regime, on: Instant): CliffRow[] {
  const returns = new Map(truce(regime, on).thenWhat.map((t) => [`${t.measure} ${t.at}`, t.change]));
  const today = toUtc(regime.known).slice(0, 10);
  const documents = new Map(regime.instruments.map((i) => [i.id, i]));
  return datedItems(regime, on).map((i): CliffRow => {
    const at = parseInstant(i.at);
    return {
      at: i.at,
      day: localDay(i.measure, at),
      measure: i.measure,
      kind: i.kind,
      change: returns.get(`${i.measure} ${i.at}`) ?? i.change,
      standing: i.standing,
      returnsByItself: i.byItself,
      published: i.by.flatMap((id) => {
        const d = documents.get(id);
        return d === undefined || i.standing !== "published"
          ? []
          : [{ id, title: d.title, announced: toUtc(d.announced), cites: d.cites, gazette: d.published !== undefined && d.published <= today ? d.published : null }];
      }),
      said: saidOf(regime, i.measure, at),
      ...(i.inferred === true ? { inferred: true } : {}),
    };
  });
}

/** Statements that a measure's end is moved past this moment, of which no instrument is known. */
const saidOf = (regime: Regime, measure: string, at: Instant): CliffRow["said"] =>
  regime.entries.flatMap(({ act, instrument }) =>
    act.do === "extend" && instrument.standing === "statement" && !regime.supposed.includes(instrument.id) && act.measures.includes(measure) && act.until > at
      ? [{ by: act.by ?? instrument.issuer, on: toUtc(act.announced), until: toUtc(act.until), id: instrument.id }]
      : [],
  );
