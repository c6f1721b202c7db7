import type { Rate } from "../goods/index.js";
import type { Assessment } from "./assess.js";
import type { Base } from "./base.js";
import { sumOfFees } from "./fees.js";
import type { Finding } from "./find.js";
import { MILLION, partOf, showCents, showPercent } from "./money.js";
import { ordinaryCents, type Quantity } from "./ordinary.js";
import type { Side } from "./question.js";
import type { Amount, BaseView, Component, FeeView, Rounding } from "./result.js";

/** The duties that are charged, each with its basis and its amount rounded once. */
export function components(findings: readonly Finding[], cents: number): Component[] {
  const out: Component[] = [];
  for (const f of findings) {
    if (f.is !== "due") continue;
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
      collected: f.state?.collected ?? "yes",
      refundable: f.state?.refundable ?? "no",
      ...(f.state === undefined || f.state.refundable === "no" ? {} : { route: f.state.route }),
      drawback: "unknown",
      drawbackBecause: "not in hand",
      ...(f.trust === undefined ? {} : { trust: f.trust }),
      ...(f.inferred ? { inferred: true } : {}),
    });
  }
  return out;
}

/** The ordinary rate as shown. */
export function baseView(base: Base, side: Side): BaseView {
  const rate = base.rate as Rate;
  return {
    text: rate.text,
    percent: rate.percent === undefined || rate.partial.length > 0 ? null : showPercent(rate.percent),
    specific: rate.specific.map((s) => ({ amount: showNano(s.nano), currency: side === "us" ? "USD" : "CNY", unit: s.unit })),
    instruments: [side === "us" ? "us/hts" : "cn/mfn"],
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
  readonly parts: readonly Component[];
  readonly fees: readonly FeeView[];
  readonly rounding: Rounding;
}

/** Duty amounts of a line. The ordinary duty stays open while a specific rate waits for its quantity; the total while duty or a fee is open. */
export function amounts({ assessment: a, base, cents, quantity, side, settled, parts, fees, rounding }: Priced) {
  const { rate } = base;
  const replaced = settled && a.findings.some((f) => f.is === "due" && f.kind === "replaces-base");
  const ordinary = rate === undefined ? undefined : ordinaryCents(rate, cents, quantity, rounding);
  const baseCents = ordinary === undefined ? undefined : replaced ? 0 : ordinary;
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
    base: settled && baseCents !== undefined ? showCents(baseCents) : null,
    additional: additional === undefined ? null : showCents(additional),
    fees,
    total: settled && baseCents !== undefined && additional !== undefined && feeCents !== undefined ? showCents(baseCents + additional + feeCents) : null,
    rounding,
  };
  return { amount, basePercent: pointsOfBase(rate, ordinary, cents), additional: points, owed };
}

/** The ordinary duty in points of the value: as printed where it is ad valorem, else by the amount. */
function pointsOfBase(rate: Rate | undefined, ordinary: number | undefined, cents: number): number | undefined {
  if (rate?.percent === undefined || ordinary === undefined) return undefined;
  if (rate.specific.length === 0 && rate.partial.length === 0) return rate.percent;
  return cents === 0 ? undefined : Math.round((ordinary / cents) * MILLION);
}

const toCents = (text: string): number => Number(text.replace(".", ""));
