import { compileBook } from "../book/index.js";
import { type PublishedAverage, SECTIONS, type Weights, type WeightsInfo } from "../goods/index.js";
import type { Instrument } from "../law/index.js";
import { type AverageNow, type AverageStep, averages, weigh } from "../outlook/index.js";
import { BEIJING, type Instant, toUtc, WASHINGTON, toZoned } from "../time/index.js";
import { type Desks, InputError } from "../desk/index.js";
import { averageAt } from "./average-at.js";
import { NEVER, OWN, PARTNER, seriesOf } from "./average-series.js";

export interface Step extends AverageStep {
  /** Points above the ordinary rate, less those of 1 January 2018. */
  readonly abovePre2018: string;
  /** After the last day that was checked: as published. */
  readonly asPublished?: true;
}
/** Whose trade weighs, with what part of it the tariff in hand does not have. */
export interface WeightsView extends Omit<WeightsInfo, "year"> {
  readonly year: number | null;
  readonly total: string;
  /** Percent of the weight. */
  readonly unmatched: string;
  readonly spread: string;
}
export interface AverageView {
  readonly side: "us" | "cn";
  readonly partner: "CN" | "US";
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  /** The id of the weights, and what they are. */
  readonly weights: string;
  readonly weighing: WeightsView;
  /** The average on `on`; past the last checked day a possibility each, where something changed since as published. */
  readonly now: AverageNow | null;
  readonly series: readonly Step[];
  /** What others published, beside the step of that day; `gap` is ours less theirs, in points. */
  readonly reference: readonly (PublishedAverage & { readonly ours: string | null; readonly gap: string | null })[];
  /** By section of the tariff on `on`, where it was asked for; `weight` is the section's share in percent. */
  readonly sections: readonly ({ readonly section: string; readonly title: string; readonly weight: string } & AverageStep)[];
  readonly warnings: readonly string[];
}
export interface AverageQuestion {
  readonly side: "us" | "cn";
  readonly weights: string | undefined;
  readonly on: Instant;
  readonly known: Instant;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly sections: boolean;
  readonly supposed: readonly Instrument[];
}

/**
 * The average tariff of one side on the other's goods as a step series, with the weights named.
 * @throws InputError for weights that there are not, or of the other side
 */
export function averageView(desks: Desks, q: AverageQuestion): AverageView {
  const { goods, law } = desks.regime;
  const id = q.weights ?? OWN[q.side];
  const known = [...goods.weights.infos.map((i) => i.id), "simple"];
  if (!known.includes(id)) throw new InputError("unknown-weights", `there are no weights "${id.slice(0, 40)}"`, `write one of: ${known.join(", ")}`, "--weights");
  const table = id === "simple" ? undefined : goods.weights.get(id);
  if (table !== undefined && table.info.side !== q.side) throw new InputError("wrong-weights", `${id} are imports of the other side`, `write ${OWN[q.side]} or simple`, "--weights");
  if (toUtc(q.on).slice(0, 10) < law.first) throw new InputError("too-early", `the regime does not reach back before ${law.first}`, "give a later --on", "--on");
  const made = seriesOf(desks, q.side, id, q.known, q.supposed);
  const all = made.steps;
  const first = ppm(all[0]?.additional ?? "0");
  const steps = all.map((s): Step => ({ ...s, abovePre2018: text(ppm(s.additional) - first), ...(s.day > law.horizon ? { asPublished: true as const } : {}) }));
  const end = q.to ?? toUtc(q.on > q.known ? q.on : q.known).slice(0, 10);
  const begin = steps.findLast((s) => q.from !== undefined && s.day <= q.from);
  const series = steps.filter((s) => s.day <= end && (q.from === undefined || s === begin || s.day >= q.from));
  const now = averageAt(desks, q.side, id, q.known, q.on, q.supposed);
  const total = BigInt(made.total);
  const share = (n: bigint): string => text(Number((n * 100n * PPM) / (total === 0n ? 1n : total)));
  return {
    side: q.side,
    partner: PARTNER[q.side],
    on: toZoned(q.on, q.side === "us" ? WASHINGTON : BEIJING),
    known: toUtc(q.known),
    horizon: law.horizon,
    weights: id,
    weighing: { ...(table?.info ?? simple(q.side)), total: made.total, unmatched: share(BigInt(made.unmatched)), spread: share(BigInt(made.spread)) },
    now,
    series,
    reference: goods.weights.published.filter((p) => p.side === q.side && p.known <= toUtc(q.known).slice(0, 10)).map((p) => beside(p, steps)),
    sections: q.sections ? sectionsOf(desks, q, table, share) : [],
    warnings: [
      ...(series.some((s) => s.ordinaryInferred) ? [`the ordinary rates before ${goods.schedule(q.side).info.first} are those of that day's edition: earlier ones are not in hand`] : []),
      ...(series.some((s) => s.asPublished) ? [`the regime was checked to ${law.horizon}: later steps are as published`] : []),
      ...(table !== undefined && table.info.year >= Number(toUtc(q.known).slice(0, 4)) ? [`the weights are trade of ${table.info.year}, which nobody knew whole by then`] : []),
      ...waiting(steps.findLast((s) => s.from <= toUtc(q.on))),
      ...desks.soon(q.known),
    ],
  };
}

/** The average of each section on a day. */
function sectionsOf(desks: Desks, q: AverageQuestion, table: Weights | undefined, share: (n: bigint) => string): AverageView["sections"] {
  const book = compileBook({ ...desks.desk(q.known, q.supposed).grounds, horizon: NEVER }, q.known, q.side, q.on);
  return SECTIONS.flatMap(({ section, title }) => {
    const own = weigh(book, table, section);
    const step = own.total === 0n ? undefined : averages(book, own, PARTNER[q.side])[0];
    return step === undefined ? [] : [{ section, title, weight: share(own.total), ...step }];
  });
}

/** Said where lines wait for a fact. */
const waiting = (s: Step | undefined): string[] =>
  s === undefined
    ? []
    : s.percent === null
      ? ["the ordinary tariff was not known by then: the additional duties alone are averaged"]
      : Number(s.open) === 0
        ? []
        : [`${s.open} % of the weight waits for a fact: the average lies between ${s.percentMin} and ${s.percentMax} %, of which ${s.percent} is the middle`];

const PPM = 10_000n;
const ppm = (percent: string): number => Math.round(Number(percent) * 10_000);
const text = (n: number): string => String(n / 10_000);

const simple = (side: "us" | "cn"): Omit<WeightsInfo, "year"> & { readonly year: null } => ({
  id: "simple",
  title: side === "us" ? "every ten-digit line of the tariff of the United States once, in each edition that prints it" : "every eight-digit line of the tariff of China once",
  side,
  unit: "lines",
  year: null,
  confidence: "confirmed",
  sources: [side === "us" ? "us/hts" : "cn/mfn"],
});

/** A published point beside our step of its day. */
function beside(p: PublishedAverage, steps: readonly Step[]): AverageView["reference"][number] {
  const ours = steps.findLast((s) => s.day <= p.date)?.percent ?? null;
  return { ...p, ours, gap: ours === null || p.standing === "planned" ? null : text(ppm(ours) - ppm(p.percent)) };
}
