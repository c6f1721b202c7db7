import { type DutyResult, ofThisLine } from "../duty/index.js";
import { showCode } from "../goods/index.js";
import type { Found } from "./audit-finding.js";
import type { FiledPart, Good } from "./good.js";
import { digits } from "./heading-uses.js";

/** Exclusions and other relief that the code or the day fits and that was not claimed: never assumed, and no error. One finding for each heading. */
export function possibleRelief(good: Good, result: DutyResult): Found[] {
  const first = good.parts[0] as FiledPart;
  const filed = new Set(good.parts.flatMap((p) => p.line.tariffs.map((t) => t.code)));
  const byHeading = new Map<string, typeof result.candidates>();
  for (const c of result.candidates) if (ofThisLine(c) && c.heading !== "" && !filed.has(digits(c.heading))) byHeading.set(c.heading, [...(byHeading.get(c.heading) ?? []), c]);
  return [...byHeading].flatMap(([heading, all]) => {
    const relieved = new Set(all.map((c) => digits(c.relieves)));
    const rows = good.parts.flatMap((p) => p.line.tariffs.filter((t) => relieved.has(t.code)));
    const paid = rows.reduce((n, t) => n + (t.duty ?? 0), 0);
    if (paid === 0) return [];
    const texts = all.map((c) => `${c.id}: ${c.text}`);
    const found: Found = {
      kind: "possible-relief",
      line: first.line.number,
      row: rows[0]?.row ?? first.main.row,
      code: heading,
      message: `${heading} may relieve ${[...relieved].map(showCode).join(", ")}, if its words fit the goods and it is claimed`,
      filed: null,
      expected: null,
      difference: null,
      range: { min: 0, max: paid },
      why: `${texts.slice(0, 3).join("; ")}${texts.length > 3 ? `; and ${texts.length - 3} more` : ""}`,
      instruments: [],
    };
    return [found];
  });
}
