import type { DutyResult } from "../duty/index.js";
import { showCode } from "../goods/index.js";
import { type Found, showSigned } from "./audit-finding.js";
import { type FiledPart, type Good, wholeDollars } from "./good.js";
import { expectedOn, type lineFor, partName } from "./price-good.js";

/** Shares are given to four decimals of a percent, and lines in whole dollars: a line may differ by so much without a fault. */
const tolerance = (total: number): number => 100 + Math.ceil(total / 1_000_000);

/**
 * Parts of an article whose values are not the shares that the report gives: a metal line too small or too large, or not there at all.
 * `given`: the facts of the report, before anything was read from the filing.
 */
export function auditSplit(good: Good, result: DutyResult, given: Readonly<Record<string, string>>): Found[] {
  const lines = result.form?.lines ?? [];
  const total = good.parts.reduce((n, p) => n + wholeDollars(p.value ?? 0), 0);
  const first = good.parts[0] as FiledPart;
  const fact = ["steel", "aluminum", "copper", "us-content"].find((f) => given[f] !== undefined);
  if (lines.length < 2 || fact === undefined) return [];
  const filedParts = good.parts.map((p) => (p.part === "all" ? "rest" : p.part));
  const off = lines.flatMap((l) => {
    const own = good.parts.find((_, i) => filedParts[i] === partName(l.part));
    const wanted = Math.round(Number(l.value) * 100);
    const filed = own === undefined ? undefined : wholeDollars(own.value ?? 0);
    return Math.abs((filed ?? 0) - wanted) <= tolerance(total) ? [] : [{ l, own, wanted, filed: filed ?? 0 }];
  });
  if (off.length === 0) return [];
  const worst = off.find((o) => partName(o.l.part) !== "rest") ?? off[0];
  const at = worst?.own ?? first;
  let difference: number | undefined = 0;
  for (const o of off) {
    const was = sum(result, o.l, o.own === undefined ? 0 : (o.own.value ?? 0));
    const is = sum(result, o.l, o.wanted);
    difference = difference === undefined || was === undefined || is === undefined ? undefined : difference + was - is;
  }
  return [
    {
      kind: "wrong-value-split",
      line: at.line.number,
      row: at.main.row,
      code: showCode(good.code),
      message: `${off.map((o) => `${o.l.part}: ${showSigned(o.filed)} is filed, ${showSigned(o.wanted)} follows from the shares given`).join("; ")}`,
      filed: showSigned(worst?.filed ?? 0),
      expected: showSigned(worst?.wanted ?? 0),
      difference: difference ?? null,
      why: `the report gives ${fact}=${given[fact]}; the lines of an article add up to its value, each part with its own share`,
      instruments: result.components.find((c) => c.measure === `us/s232/${fact}`)?.instruments ?? [],
    },
  ];
}

function sum(result: DutyResult, line: NonNullable<ReturnType<typeof lineFor>>, cents: number): number | undefined {
  return expectedOn(result, line, cents).reduce<number | undefined>((n, e) => (n === undefined || e.duty === undefined ? undefined : n + e.duty), 0);
}
