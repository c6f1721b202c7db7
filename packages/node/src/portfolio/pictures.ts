import { type MonthPoint, monthSteps, moverBars, type ScenarioBar, scenarioBars } from "@truce/engine/charts";
import { canvas } from "../charts/render.js";
import type { PriceView } from "../price/summary-of.js";

const cents = (text: string): number => Number(text.replace(".", ""));
const SIDES = { us: "imports to the United States", cn: "imports to China" } as const;

/** The charts of a priced file: for each side the scenarios, the months, and the lines that move most. */
export interface Picture {
  readonly name: string;
  readonly drawing: Element;
}

/** Draws the charts of a summary. */
export function pictures(v: PriceView): Picture[] {
  const doc = canvas();
  const note = `Duty above the ordinary rate, without fees. Law as known ${v.known}, regime checked to ${v.horizon}.`;
  return v.sides.flatMap((s): Picture[] => {
    const unit = `additional duty, ${s.currency}`;
    const bars = s.scenarios.map(
      (x): ScenarioBar => ({
        name: nameOf(v, x.scenario),
        additional: cents(x.additional),
        openLeast: cents(x.open.additionalMin),
        openMost: x.open.additionalMax === null ? undefined : cents(x.open.additionalMax),
        openLines: x.open.lines,
      }),
    );
    const open = bars.some((b) => b.openLines > 0) ? " With the open lines the sum lies on the dashed line; a triangle means that it has no upper bound." : "";
    const points = v.tables.month
      .filter((r) => r.side === s.side && r.key !== null)
      .flatMap((r) => r.scenarios.map((x): MonthPoint => ({ month: r.key as string, scenario: nameOf(v, x.scenario), additional: cents(x.additional) })));
    const out: Picture[] = [
      {
        name: `${s.side}-scenarios`,
        drawing: scenarioBars(
          doc,
          { title: `What ${SIDES[s.side]} would owe`, unit: `${unit}, ${s.lines.toLocaleString("en-US")} lines worth ${s.value.replace(/\B(?=(\d{3})+(?=\.))/g, ",")}`, note: note + open },
          bars,
        ),
      },
    ];
    if (new Set(points.map((p) => p.month)).size > 1)
      out.push({ name: `${s.side}-months`, drawing: monthSteps(doc, { title: `By month of entry, ${SIDES[s.side]}`, unit: `${unit} of the settled lines of each month`, note }, points) });
    for (const scenario of v.scenarios.slice(1)) {
      const rows = v.movers.filter((m) => m.side === s.side && m.scenario === scenario.id);
      if (rows.length > 0)
        out.push({
          name: `${s.side}-movers-${scenario.id}`,
          drawing: moverBars(
            doc,
            { title: `Lines that move most: ${nameOf(v, scenario.id)}`, unit: `change of ${unit} against the law as it stands`, note },
            rows.map((m) => ({ name: `${m.sku ?? m.ref ?? `row ${m.row}`} · ${m.code}`, change: cents(m.change) })),
          ),
        });
    }
    return out;
  });
}

const nameOf = (v: PriceView, id: string): string => (id === "law" ? "law as it stands" : (v.scenarios.find((s) => s.id === id)?.title ?? id));
