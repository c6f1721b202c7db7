import type { Drawback, MeasureId, Regime } from "../law/index.js";

/** Whether a duty can be drawn back on export, and by which text. */
export interface DrawbackView {
  readonly drawback: Drawback["eligible"];
  readonly drawbackBecause: string;
}
/** The name under which instruments speak of ordinary duty. */
export const ORDINARY = "us/ordinary";
const SILENT: DrawbackView = { drawback: "unknown", drawbackBecause: "no text in hand that was known by then says whether it can be drawn back" };

const made = new WeakMap<Drawback, DrawbackView>();

/**
 * Whether a duty can be drawn back on export (19 U.S.C. 1313), by the last text on it that was known.
 * @example drawbackOf(regime, "us/fentanyl/cn").drawback //=> "no"
 */
export function drawbackOf(regime: Regime, measure: MeasureId): DrawbackView {
  const d = regime.drawback.get(measure);
  if (d === undefined) return SILENT;
  let view = made.get(d);
  if (view === undefined) made.set(d, (view = { drawback: d.eligible, drawbackBecause: d.because }));
  return view;
}
