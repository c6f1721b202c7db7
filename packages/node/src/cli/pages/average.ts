import type { AverageView } from "@truce/engine/answers/average";
import { columns, paint, section, wrap } from "./layout.js";

const two = (text: string | null): string => (text === null ? "unknown" : Number(text).toFixed(2));
const between = (s: { readonly percentMin: string | null; readonly percentMax: string | null }): string => (s.percentMin === s.percentMax ? "" : `${two(s.percentMin)} to ${two(s.percentMax)}`);

/** The page of an average tariff: its steps, its sections, and what others published. */
export function averagePage(v: AverageView): string {
  const name = v.side === "us" ? "The United States on goods of China" : "China on goods of the United States";
  const w = v.weighing;
  const head = [
    `${paint.bold("Average tariff")}  ${name}, percent of customs value, ordinary duty included`,
    `weights: ${w.id}: ${w.title}${w.year === null ? "" : ` (${w.unit})`}${w.unmatched === "0" ? "" : `; ${two(w.unmatched)} % of them are on codes that the tariff in hand does not have`}`,
    `as known ${v.known.replace(":00Z", "Z")} · regime checked to ${v.horizon}`,
  ];
  const rows = v.series.map((s) => [
    s.day,
    two(s.percent),
    between(s),
    two(s.additional),
    two(s.abovePre2018),
    two(s.covered),
    two(s.open),
    two(s.withoutRate),
    s.asPublished ? "as published" : s.ordinaryInferred ? "ordinary rates inferred" : "",
  ]);
  const sections = v.sections.map((s) => [s.section, s.title, two(s.weight), two(s.percent), between(s), two(s.additional)]);
  const reference = v.reference.map((p) => [
    p.date,
    two(p.percent),
    p.ours === null ? "" : two(p.ours),
    p.gap === null ? "" : `${Number(p.gap) > 0 ? "+" : ""}${two(p.gap)}`,
    p.standing,
    [p.source, p.note]
      .filter((x) => x !== "")
      .join("; ")
      .slice(0, 90),
  ]);
  return [
    `${head.join("\n")}\n`,
    section("Steps", columns(["from", ">average", ">between", ">additional", ">above 2018", ">% covered", ">% open", ">% no rate", ""], rows)),
    section(`By section on ${v.on.slice(0, 10)}`, sections.length === 0 ? "" : columns(["", "", ">% of weight", ">average", ">between", ">additional"], sections)),
    section("Published by others, with other weights (docs/averages.md)", reference.length === 0 ? "" : columns(["day", ">theirs", ">ours", ">gap", "", "source"], reference)),
    section("Warnings", v.warnings.map((x) => wrap(`! ${x}`, "  ")).join("\n")),
    "\n",
  ].join("");
}
