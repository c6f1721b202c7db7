import type { Goods } from "../goods/index.js";
import type { Regime } from "../law/index.js";
import type { Instant } from "../time/index.js";
import type { Finding } from "./find.js";
import type { Merged } from "./merge.js";
import { halfUp, MILLION, partOf, showCents, showPercent } from "./money.js";
import { points } from "./points.js";
import type { DutyResult, Excluded, WithTaxes } from "./result.js";
import { type ImportTaxes, importTaxes, type Span } from "./taxes.js";

/** A Chinese entry whose duty has been judged. */
export interface Entry {
  readonly regime: Regime;
  readonly goods: Goods;
  readonly now: Merged;
  readonly cents: number;
  readonly at: Instant;
  readonly onDay: string;
  readonly leaves: readonly string[];
  readonly outcome: DutyResult["outcome"];
}
/** Ordinary and additional duty in parts per million of the value and in cents, and whether both are settled. */
interface Duties {
  readonly base: Span | undefined;
  readonly additional: Span;
  readonly additionalCents: Span;
}

/**
 * What a Chinese entry shows besides duty: import taxes, duties with taxes, all of it in percent of the value, and the same with China's exclusion granted.
 * Each component is settled once to the fen; where a fact is open the sums are bounds.
 */
export function chinaSide(e: Entry): Pick<DutyResult, "taxes" | "excluded" | "totalWithTaxes" | "allInPercent"> {
  const own = withTaxes(e, duties(e));
  return { taxes: own.taxes, totalWithTaxes: own.totalWithTaxes, allInPercent: own.allInPercent, excluded: excluded(e) };
}

/** The duties of the entry as judged; undefined past the horizon, where no single law is known. */
function duties(e: Entry): Duties | undefined {
  if (e.outcome === "beyond-horizon") return undefined;
  const base = ordinary(e.now);
  if (e.outcome === "settled") return { base, ...charged(e.cents, e.now.assessment.findings) };
  const { min, max } = e.now;
  return { base, additional: { min, max }, additionalCents: { min: partOf(e.cents, min), max: max === undefined ? undefined : partOf(e.cents, max) } };
}

function charged(cents: number, findings: readonly Finding[]): Pick<Duties, "additional" | "additionalCents"> {
  const percents = findings.map((f) => points(f, undefined));
  const all = percents.reduce((n, p) => n + p, 0);
  const fen = percents.reduce((n, p) => n + partOf(cents, p), 0);
  return { additional: { min: all, max: all }, additionalCents: { min: fen, max: fen } };
}

/** The ordinary rate, or what it may be while the code or the quota is open. */
function ordinary(now: Merged): Span | undefined {
  const printed = now.base.rate?.percent;
  if (printed !== undefined) return { min: printed, max: printed };
  const quota = now.missing.find((m) => m.fact === "trq");
  if (quota !== undefined) return { min: quota.min, max: quota.max };
  const lines = now.base.range;
  return lines === undefined ? undefined : { min: lines[0], max: lines[1] };
}

/** Taxes on top of duties, and both together. */
function withTaxes(e: Entry, d: Duties | undefined): WithTaxes & { readonly taxes: ImportTaxes["taxes"] } {
  const paid = d === undefined ? undefined : dutyPaid(e.cents, d);
  const t = importTaxes(e.goods, e.leaves, e.onDay, paid);
  const both =
    paid === undefined || t.total === undefined
      ? undefined
      : { min: paid.min - e.cents + t.total.min, max: paid.max === undefined || t.total.max === undefined ? undefined : paid.max - e.cents + t.total.max };
  const least = both === undefined ? null : showCents(both.min);
  const most = both?.max === undefined ? null : showCents(both.max);
  return { taxes: t.taxes, totalWithTaxes: { min: least, max: most }, allInPercent: d === undefined ? null : allIn(d, t.times) };
}

function dutyPaid(cents: number, d: Duties): Span | undefined {
  if (d.base === undefined) return undefined;
  const max = d.base.max === undefined || d.additionalCents.max === undefined ? undefined : cents + partOf(cents, d.base.max) + d.additionalCents.max;
  return { min: cents + partOf(cents, d.base.min) + d.additionalCents.min, max };
}

/** Duties and taxes in percent of the value, from the rates, to four decimals; null while one of them is open. */
function allIn(d: Duties, times: ImportTaxes["times"]): string | null {
  if (d.base === undefined || d.base.min !== d.base.max || d.additional.min !== d.additional.max || times === undefined) return null;
  return showPercent(Number(halfUp(BigInt(MILLION + d.base.min + d.additional.min) * times[0], times[1])) - MILLION);
}

/**
 * The entry with an exclusion from the answer to Section 301 granted to this buyer.
 * Null before exclusions began and after they ended; open past the horizon and while a fact decides one of the other duties.
 */
function excluded(e: Entry): Excluded | null {
  const exclusion = e.regime.timelines.get("cn/exclusion");
  if (exclusion === undefined || e.regime.at("cn/exclusion", e.at)?.standing !== "in-force") return null;
  const { assessment: a, missing } = e.now;
  const rest = a.findings.filter((f) => !exclusion.of.includes(f.measure));
  const open = e.outcome === "beyond-horizon" || rest.some((f) => f.is === "needs") || missing.some((m) => m.fact === "code");
  const d = open ? undefined : { base: ordinary(e.now), ...charged(e.cents, rest) };
  const base = d?.base === undefined || d.base.min !== d.base.max ? undefined : d.base.min;
  const fen = (n: number | undefined): string | null => (n === undefined ? null : showCents(n));
  const ordinaryFen = base === undefined ? undefined : partOf(e.cents, base);
  return {
    additionalPercent: d === undefined ? null : showPercent(d.additional.min),
    totalPercent: d === undefined || base === undefined ? null : showPercent(d.additional.min + base),
    amount: {
      currency: "CNY",
      base: fen(ordinaryFen),
      additional: fen(d?.additionalCents.min),
      total: d === undefined || ordinaryFen === undefined ? null : showCents(ordinaryFen + d.additionalCents.min),
    },
    ...withTaxes(e, d),
  };
}
