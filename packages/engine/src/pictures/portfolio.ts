import type { Frame } from "../charts/frame.js";
import { type MonthPoint, monthSteps } from "../charts/months.js";
import { moverBars } from "../charts/movers.js";
import { type ScenarioBar, scenarioBars } from "../charts/scenarios.js";
import type { Summary } from "../portfolio/index.js";

const cents = (text: string): number => Number(text.replace(".", ""));
const SIDES = { us: "imports to the United States", cn: "imports to China" } as const;

/** What is drawn of a priced file. */
type Priced = Pick<Summary, "scenarios" | "sides" | "movers"> & { readonly tables: Pick<Summary["tables"], "month">; readonly known: string; readonly horizon: string };
/** The charts of a priced file: for each side the scenarios, the months, and the lines that move most. */
export interface Picture {
  readonly name: string;
  readonly title: string;
  /** @param doc what draws: a browser's document or another */
  readonly draw: (doc: Document, width?: number) => Element;
}

/** The charts of a summary, drawn when they are asked for. */
export function portfolioPictures(v: Priced): Picture[] {
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
      .flatMap((r) => r.scenarios.map((x): MonthPoint => ({ month: r.key as string, scenario: nameOf(v, x.scenario), additional: x.open === r.lines ? undefined : cents(x.additional) })));
    const worth = `${unit}, ${s.lines.toLocaleString("en-US")} lines worth ${s.value.replace(/\B(?=(\d{3})+(?=\.))/g, ",")}`;
    const out: Picture[] = [picture(`${s.side}-scenarios`, `What ${SIDES[s.side]} would owe`, worth, note + open, (doc, frame) => scenarioBars(doc, frame, bars))];
    if (new Set(points.map((p) => p.month)).size > 1)
      out.push(picture(`${s.side}-months`, `By month of entry, ${SIDES[s.side]}`, `${unit} of the settled lines of each month`, note, (doc, frame) => monthSteps(doc, frame, points)));
    for (const scenario of v.scenarios.slice(1)) {
      const rows = v.movers.filter((m) => m.side === s.side && m.scenario === scenario.id);
      const bars = rows.map((m) => ({ name: `${m.sku ?? m.ref ?? `row ${m.row}`} · ${m.code}`, change: cents(m.change) }));
      if (rows.length > 0)
        out.push(
          picture(`${s.side}-movers-${scenario.id}`, `Lines that move most: ${nameOf(v, scenario.id)}`, `change of ${unit} against the law as it stands`, note, (doc, frame) =>
            moverBars(doc, frame, bars),
          ),
        );
    }
    return out;
  });
}

const picture = (name: string, title: string, unit: string, note: string, draw: (doc: Document, frame: Frame) => Element): Picture => ({
  name,
  title,
  draw: (doc, width) => draw(doc, { title, unit, note, ...(width === undefined ? {} : { width }) }),
});
const nameOf = (v: Priced, id: string): string => (id === "law" ? "law as it stands" : (v.scenarios.find((s) => s.id === id)?.title ?? id));
