import type { Rate } from "../goods/index.js";
import type { Assessment } from "./assess.js";
import type { Base } from "./base.js";
import { sumOfFees } from "./fees.js";
import type { Finding } from "./find.js";
import type { Regime } from "../law/index.js";
import { drawbackOf, ORDINARY } from "./drawback.js";
import { MILLION, partOf, showCents, showPercent } from "./money.js";
import { ordinaryCents, type Quantity } from "./ordinary.js";
import type { Side } from "./question.js";
import type { Amount, BaseView, Component, FeeView, Rounding } from "./result.js";

/** The duties that are charged, each with its basis and its amount rounded once. Of those in `locks` it is unsettled whether customs charges them. */
export function components(findings: readonly Finding[], cents: number, regime: Regime, locks: ReadonlySet<string>): Component[] {
  const out: Component[] = [];
  for (const f of findings) {
    if (f.is !== "due") continue;
    const drawback = drawbackOf(regime, f.measure);
    const basis = f.share === MILLION ? cents : partOf(cents, f.share);
    out.push({
      measure: f.measure,
      heading: f.heading ?? null,
      percent: showPercent(f.percent),
      basis: showCents(basis),
      amount: showCents(partOf(basis, f.percent)),
      instruments: f.instruments,
      why: f.why,
      kind: f.kind,
      owed: f.state?.owed ?? "yes",
      collected: locks.has(f.measure) ? "unknown" : (f.state?.collected ?? "yes"),
      refundable: f.state?.refundable ?? "no",
      ...(f.state === undefined || f.state.refundable === "no" ? {} : { route: f.state.route }),
      drawback: drawback.drawback,
      drawbackBecause: drawback.drawbackBecause,
      ...(f.trust === undefined ? {} : { trust: f.trust }),
      ...(f.inferred ? { inferred: true } : {}),
    });
  }
  return out;
}

/** The ordinary rate as shown. */
export function baseView(base: Base, side: Side, cents: number, regime: Regime): BaseView {
  const rate = base.rate as Rate;
  const drawback = side === "us" ? drawbackOf(regime, ORDINARY) : undefined;
  return {
    text: rate.text,
    percent: rate.percent === undefined || rate.partial.length > 0 ? null : showPercent(rate.percent),
    specific: rate.specific.map((s) => ({ amount: showNano(s.nano), currency: side === "us" ? "USD" : "CNY", unit: s.unit })),
    instruments: [side === "us" ? "us/hts" : "cn/mfn"],
    ...(base.share === undefined ? {} : { basis: showCents(partOf(cents, base.share)) }),
    ...(drawback === undefined ? {} : { drawback: drawback.drawback, drawbackBecause: drawback.drawbackBecause }),
    ...(base.inferred ? { inferred: true } : {}),
  };
}

/** Billionths of a dollar as a decimal. @example showNano(44000000) //=> "0.044" */
export function showNano(nano: number): string {
  const whole = Math.floor(nano / 1_000_000_000);
  const rest = String(nano % 1_000_000_000)
    .padStart(9, "0")
    .replace(/0+$/, "");
  return rest === "" ? String(whole) : `${whole}.${rest}`;
}

/** What the amounts of a line are made of. */
interface Priced {
  readonly assessment: Assessment;
  readonly base: Base;
  /** The customs value, rounded as `rounding` asks. */
  readonly cents: number;
  readonly quantity: readonly Quantity[];
  readonly side: Side;
  readonly settled: boolean;
  /** Whether a duty takes the place of the ordinary one; undefined where that is open. */
  readonly replaced: boolean | undefined;
  readonly parts: readonly Component[];
  readonly fees: readonly FeeView[];
  readonly rounding: Rounding;
}

/** Duty amounts of a line. The ordinary duty stays open while a specific rate waits for its quantity; the total while duty or a fee is open. */
export function amounts({ assessment: a, base, cents, quantity, side, settled, replaced, parts, fees, rounding }: Priced) {
  const { rate } = base;
  const ordinary = rate === undefined ? undefined : ordinaryOn(rate, base.share ?? MILLION, cents, quantity, rounding);
  const baseCents = ordinary === undefined || replaced === undefined ? undefined : replaced ? 0 : ordinary;
  const whole = cents === 0 || a.findings.every((f) => f.is !== "due" || f.share === MILLION);
  const sum = (counted: readonly Component[]): number => counted.reduce((n, p) => n + toCents(p.amount), 0);
  const additional = settled ? sum(parts) : undefined;
  /** Points on the whole value: exact where every duty is on all of it, else by the amounts. */
  const pointsOf = (exact: number | undefined, counted: readonly Component[]): number | undefined => (!settled ? undefined : whole ? exact : Math.round((sum(counted) / cents) * MILLION));
  const points = pointsOf(a.additional, parts);
  const owed = pointsOf(
    a.owed,
    parts.filter((p) => p.owed !== "no"),
  );
  const feeCents = sumOfFees(fees);
  const amount: Amount = {
    currency: side === "us" ? "USD" : "CNY",
    base: baseCents !== undefined ? showCents(baseCents) : null,
    additional: additional === undefined ? null : showCents(additional),
    fees,
    total: settled && baseCents !== undefined && additional !== undefined && feeCents !== undefined ? showCents(baseCents + additional + feeCents) : null,
    rounding,
  };
  return { amount, basePercent: pointsOfBase(base, ordinary, cents), additional: points, owed };
}

/** The ordinary duty, on the part of the value that a chapter 98 provision leaves; what is by quantity is owed in the same part. */
export function ordinaryOn(rate: Rate, share: number, cents: number, quantity: readonly Quantity[], rounding: Rounding): number | undefined {
  if (share === MILLION) return ordinaryCents(rate, cents, quantity, rounding);
  if (rate.specific.length === 0 && rate.partial.length === 0) return ordinaryCents(rate, partOf(cents, share), quantity, rounding);
  const all = ordinaryCents(rate, cents, quantity, rounding);
  return all === undefined ? undefined : partOf(all, share);
}

/** The ordinary duty in points of the value: as printed where it is ad valorem, else by the amount. */
function pointsOfBase({ rate, share }: Base, ordinary: number | undefined, cents: number): number | undefined {
  if (rate?.percent === undefined || ordinary === undefined) return undefined;
  if (rate.specific.length === 0 && rate.partial.length === 0) return share === undefined ? rate.percent : partOf(rate.percent, share);
  return cents === 0 ? undefined : Math.round((ordinary / cents) * MILLION);
}

const toCents = (text: string): number => Number(text.replace(".", ""));
