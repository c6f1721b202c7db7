import type { Rate } from "../goods/index.js";
import type { Assessment } from "./assess.js";
import type { Base } from "./base.js";
import type { Finding } from "./find.js";
import { MILLION, partOf, showCents, showPercent } from "./money.js";
import type { Side } from "./question.js";
import type { Amount, BaseView, Component } from "./result.js";

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
    specific: rate.specific.map((s) => ({ amount: showMicro(s.micro), currency: side === "us" ? "USD" : "CNY", unit: s.unit })),
    instruments: [side === "us" ? "us/hts" : "cn/mfn"],
    ...(base.inferred ? { inferred: true } : {}),
  };
}

/** Millionths of a dollar as a decimal. @example showMicro(44000) //=> "0.044" */
export function showMicro(micro: number): string {
  const whole = Math.floor(micro / MILLION);
  const rest = String(micro % MILLION)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return rest === "" ? String(whole) : `${whole}.${rest}`;
}

/** Duty amounts of a line. The ordinary duty stays open while a specific rate waits for its quantity. */
export function amounts(a: Assessment, base: Base, cents: number, quantity: readonly { amount: string | number; unit: string }[], side: Side, settled: boolean, parts: readonly Component[]) {
  const currency: Amount["currency"] = side === "us" ? "USD" : "CNY";
  const rate = base.rate;
  const replaced = settled && a.findings.some((f) => f.is === "due" && f.kind === "replaces-base");
  const ordinary = rate === undefined || rate.percent === undefined || rate.partial.length > 0 ? undefined : specificCents(rate, quantity);
  const baseCents = ordinary === undefined || rate?.percent === undefined ? undefined : replaced ? 0 : partOf(cents, rate.percent) + ordinary;
  const basePercent =
    ordinary === undefined || rate?.percent === undefined
      ? undefined
      : rate.specific.length === 0
        ? rate.percent
        : cents === 0
          ? undefined
          : Math.round(((partOf(cents, rate.percent) + ordinary) / cents) * MILLION);
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
  const amount: Amount = {
    currency,
    base: settled && baseCents !== undefined ? showCents(baseCents) : null,
    additional: additional === undefined ? null : showCents(additional),
    fees: [],
    rounding: "cents",
    total: settled && baseCents !== undefined && additional !== undefined ? showCents(baseCents + additional) : null,
  };
  return { amount, basePercent, additional: points, owed };
}

const toCents = (text: string): number => Number(text.replace(".", ""));

/** Cents of the specific parts of a rate; undefined while a unit has no quantity. Units must be named alike. */
function specificCents(rate: Rate, quantity: readonly { amount: string | number; unit: string }[]): number | undefined {
  let sum = 0;
  for (const s of rate.specific) {
    const q = quantity.find((x) => unitName(x.unit) === unitName(s.unit));
    const m = q === undefined ? null : /^(\d{1,9})(?:\.(\d{1,4}))?$/.exec(String(q.amount));
    if (m === null) return undefined;
    const units = BigInt(m[1] as string) * 10_000n + BigInt((m[2] ?? "").padEnd(4, "0") || "0");
    sum += Number((units * BigInt(s.micro) + 50_000_000n) / 100_000_000n);
  }
  return sum;
}

/** A unit of quantity by one name, however it is written. @example unitName("Liters") //=> "liter" */
export function unitName(text: string): string {
  const word = text.toLowerCase().trim().replace(/\.$/, "");
  if (word === "l" || word === "litre" || word === "litres") return "liter";
  if (word === "kilogram" || word === "kilograms" || word === "kgs") return "kg";
  if (word === "no" || word === "number" || word === "pcs" || word === "pieces") return "each";
  return word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word;
}
