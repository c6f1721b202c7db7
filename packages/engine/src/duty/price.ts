import type { Rate } from "../goods/index.js";
import type { Assessment } from "./assess.js";
import type { Base } from "./base.js";
import type { Finding } from "./find.js";
import { MILLION, partOf, showCents, showPercent } from "./money.js";
import type { Side } from "./question.js";
import type { Amount, BaseView, Component } from "./result.js";

const UNITED: readonly string[] = [];

/** The duties that are charged, each with its basis and its amount rounded once. */
export function components(findings: readonly Finding[], cents: number, _side: Side): Component[] {
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
  const rest = String(micro % MILLION).padStart(6, "0").replace(/0+$/, "");
  return rest === "" ? String(whole) : `${whole}.${rest}`;
}

/** Duty amounts of a line. The ordinary duty stays open while a specific rate waits for its quantity. */
export function amounts(a: Assessment, base: Base, cents: number, quantity: readonly { amount: string | number; unit: string }[], side: Side, settled: boolean, parts: readonly Component[]) {
  const currency: Amount["currency"] = side === "us" ? "USD" : "CNY";
  const rate = base.rate;
  const replaced = settled && a.findings.some((f) => f.is === "due" && f.kind === "replaces-base");
  const ordinary = rate === undefined || rate.percent === undefined || rate.partial.length > 0 ? undefined : specificCents(rate, quantity);
  const baseCents = ordinary === undefined || rate?.percent === undefined ? undefined : replaced ? 0 : partOf(cents, rate.percent) + ordinary;
  const basePercent = ordinary === undefined || rate?.percent === undefined ? undefined : rate.specific.length === 0 ? rate.percent : cents === 0 ? undefined : Math.round(((partOf(cents, rate.percent) + ordinary) / cents) * MILLION);
  let additional: number | undefined;
  if (settled) {
    additional = 0;
    for (const p of parts) additional += toCents(p.amount);
  }
  const points = !settled ? undefined : a.findings.every((f) => f.is !== "due" || f.share === MILLION || cents === 0) ? a.additional : cents === 0 ? a.additional : Math.round(((additional as number) / cents) * MILLION);
  const amount: Amount = {
    currency,
    base: settled && baseCents !== undefined ? showCents(baseCents) : null,
    additional: additional === undefined ? null : showCents(additional),
    fees: UNITED as never,
    total: settled && baseCents !== undefined && additional !== undefined ? showCents(baseCents + additional) : null,
  };
  return { amount, basePercent, additional: points, baseCents };
}

const toCents = (text: string): number => Number(text.replace(".", ""));

/** Cents of the specific parts of a rate; undefined while a unit has no quantity. Units must be named alike. */
function specificCents(rate: Rate, quantity: readonly { amount: string | number; unit: string }[]): number | undefined {
  let sum = 0;
  for (const s of rate.specific) {
    const q = quantity.find((x) => x.unit.toLowerCase().replace(/\.$/, "") === s.unit.toLowerCase());
    const m = q === undefined ? null : /^(\d{1,9})(?:\.(\d{1,4}))?$/.exec(String(q.amount));
    if (m === null) return undefined;
    const units = BigInt(m[1] as string) * 10_000n + BigInt((m[2] ?? "").padEnd(4, "0") || "0");
    sum += Number((units * BigInt(s.micro) + 50_000_000n) / 100_000_000n);
  }
  return sum;
}
