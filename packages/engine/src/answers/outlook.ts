import { showCents, showPercent } from "../duty/index.js";
import { localDay } from "../law/index.js";
import { type DatedItem, datedItems, together, truce } from "../outlook/index.js";
import { dayIn, fromWall, type Instant, parseInstant, toUtc, WASHINGTON } from "../time/index.js";
import type { Desks, Scenario } from "../desk/index.js";
import { type CodeChange, type CodeOutlook, codeOutlook, type CodeQuestion } from "./code-outlook.js";
import { type Clock, moneyAhead, type Portfolio, type SideOutlook } from "../portfolio/index.js";

/** What happens at one instant: in the law, and to the codes that were asked about. */
export interface OutlookDate {
  readonly at: string;
  /** The day in the territory of the first measure. */
  readonly day: string;
  readonly what: readonly DatedItem[];
  readonly changes: readonly CodeChange[];
}
/** What `truce outlook` answers. */
export interface OutlookView {
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly scenarios: readonly { readonly id: string; readonly title: string }[];
  readonly dates: readonly OutlookDate[];
  readonly codes: readonly Omit<CodeOutlook, "changes" | "warnings">[];
  readonly portfolio: {
    readonly file: string;
    readonly rows: number;
    readonly rejected: number;
    readonly notes: readonly string[];
    readonly sides: readonly SideOutlook[];
    readonly clocks: readonly Clock[];
  } | null;
  /** What comes back, begins or ends by itself. */
  readonly ifNothingIsDone: readonly { readonly at: string; readonly measure: string; readonly change: string; readonly by: readonly string[] }[];
  readonly warnings: readonly string[];
}
export interface OutlookQuestion {
  readonly known: Instant;
  readonly on: Instant;
  readonly codes: readonly CodeQuestion[];
  readonly portfolio: Portfolio | undefined;
}

/**
 * Every dated change that the law known by then holds, with what it does to codes and to a portfolio, in each scenario.
 * @throws QuestionError for a code that no tariff in hand has
 */
export function outlookView(desks: Desks, q: OutlookQuestion, scenarios: readonly Scenario[]): OutlookView {
  const { known, on } = q;
  const fees = feeItems(desks, known, on);
  const columns = scenarios.map((s) => ({ id: s.id, items: [...datedItems(desks.regimeAt(known, s.supposed), on), ...fees] }));
  const items = together(columns);
  const codes = q.codes.map((c) => codeOutlook(c, desks, known, on, scenarios));
  const changes = codes.flatMap((c) => c.changes);
  const moments = [...new Set([...items.map((i) => i.at), ...changes.map((c) => c.at)])].sort((a, b) => parseInstant(a) - parseInstant(b));
  const law = desks.regimeAt(known, []);
  const sides = q.portfolio === undefined ? [] : moneyAhead(q.portfolio, desks, known, on, scenarios);
  const returns = new Map(truce(law, on).thenWhat.map((t) => [`${t.measure} ${t.at}`, t.change]));
  return {
    on: toUtc(on),
    known: toUtc(known),
    horizon: desks.regime.law.horizon,
    scenarios: scenarios.map(({ id, title }) => ({ id, title })),
    dates: moments.map((at) => {
      const what = items.filter((i) => i.at === at);
      const own = changes.filter((c) => c.at === at).map(({ at: _at, ...c }) => c);
      return { at, day: localDay(what[0]?.measure ?? (own[0]?.to === "CN" ? "cn/" : "us/"), parseInstant(at)), what, changes: own };
    }),
    codes: codes.map(({ changes: _changes, warnings: _warnings, ...c }) => c),
    portfolio: q.portfolio === undefined ? null : { file: q.portfolio.file, rows: q.portfolio.rows, rejected: q.portfolio.rejected, notes: q.portfolio.notes, sides, clocks: q.portfolio.clocks },
    ifNothingIsDone: (columns[0]?.items ?? []).filter((i) => i.byItself).map(({ at, measure, change, by }) => ({ at, measure, change: returns.get(`${measure} ${at}`) ?? change, by })),
    warnings: [...new Set([...codes.flatMap((c) => c.warnings), ...desks.soon(known), ...beyond(moments, desks), ...idle(scenarios, items, codes, sides)])],
  };
}

/** Fees of a US entry that change on a day which is known by then. */
function feeItems(desks: Desks, known: Instant, on: Instant): DatedItem[] {
  const [today, day] = [toUtc(known).slice(0, 10), dayIn(on, WASHINGTON)];
  return desks.regime.goods.fees.rows
    .filter((r) => r.announced <= today && r.from > day)
    .map(
      (r): DatedItem => ({
        at: toUtc(fromWall(`${r.from}T00:00`, WASHINGTON)),
        measure: `us/${r.fee.toLowerCase()}`,
        kind: "fee",
        change: `${r.fee}: ${showPercent(r.percent)} %${r.min === undefined || r.max === undefined ? "" : `, ${showCents(r.min)} to ${showCents(r.max)} dollars an entry`}`,
        by: [r.source],
        standing: "published",
        byItself: true,
      }),
    );
}

/** Dates past the last day that was checked are as published: said once. */
const beyond = (moments: readonly string[], desks: Desks): string[] => {
  const { horizon } = desks.regime.law;
  return moments.some((m) => m.slice(0, 10) > horizon) ? [`the regime was checked to ${horizon}: later dates are as published by then, and whether they came so is not in this answer`] : [];
};

/** Scenarios under which nothing that was asked is different. */
function idle(scenarios: readonly Scenario[], items: readonly DatedItem[], codes: readonly CodeOutlook[], sides: readonly SideOutlook[]): string[] {
  return scenarios.slice(1).flatMap((s) => {
    const dated = items.some((i) => i.in !== undefined && i.in.includes(s.id) !== i.in.includes("law"));
    const moved = dated || codes.some((c) => c.differences.some((d) => d.scenario === s.id)) || sides.some((x) => x.differences.some((d) => d.scenario === s.id));
    return moved ? [] : [`supposing ${s.id} changes nothing in this answer`];
  });
}
