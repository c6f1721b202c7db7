import { type Canvas, waterfall, type WaterfallPart } from "../charts/index.js";
import type { DutyResult } from "../duty/index.js";
import { InputError } from "../desk/index.js";

/**
 * How the duty of one line builds up, as a waterfall in percent of the customs value. @param value the customs value that was asked about
 * @throws InputError where the answer is no number: a fact is missing, or it lies past the horizon
 */
export function dutyPicture(canvas: Canvas, r: DutyResult, value: number): Element {
  if (r.outcome !== "settled" || value <= 0)
    throw new InputError(
      "no-picture",
      `the answer is ${value <= 0 ? "of no value" : r.outcome.replace("-", " ")}, so there is no number to draw`,
      r.missing[0] === undefined ? "ask about another day, or give a --value" : `give --fact ${r.missing[0].fact}=VALUE`,
      "--svg",
    );
  const percent = (amount: string): number => (Number(amount) / value) * 100;
  const base = r.amount.base;
  const parts: WaterfallPart[] = [
    ...(base === null ? [] : [{ name: `ordinary rate  ${r.base?.text ?? ""}`, percent: percent(base), kind: "ordinary" as const }]),
    ...r.components.map((c): WaterfallPart => ({ name: `${c.measure}${c.heading === null ? "" : `  ${c.heading}`}`, percent: percent(c.amount), kind: "additional" })),
  ];
  const sum = parts.reduce((n, p) => n + p.percent, 0);
  const cites = [...new Set([...(r.base?.instruments ?? []), ...r.components.flatMap((c) => c.instruments)])].join(", ");
  return waterfall(
    canvas,
    {
      title: `${r.code}, ${r.from} to ${r.to}: what is owed`,
      unit: `percent of a customs value of ${value} ${r.amount.currency}, entered ${r.on.slice(0, 10)}; duty without fees and taxes`,
      note: `${r.text}. ${base === null ? "The ordinary duty is open and left out. " : ""}Sources: ${cites}. Law as known ${r.known}, regime checked to ${r.horizon}.`,
    },
    [...parts, { name: base === null ? "in all, without the ordinary duty" : "in all", percent: sum, kind: "total" }],
  );
}
