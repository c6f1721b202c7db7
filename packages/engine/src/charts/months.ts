import { fan } from "./fan.js";
import { type Canvas, compact, type Frame } from "./frame.js";

/** Additional duty of the settled lines entered in one month in one scenario, in cents; undefined where none is settled. `month` as YYYY-MM. */
export interface MonthPoint {
  readonly month: string;
  readonly scenario: string;
  readonly additional: number | undefined;
}
/** Up to so many months each has a mark. */
const MARKED = 40;

/** A step series by month for each scenario. */
export const monthSteps = (canvas: Canvas, frame: Frame, points: readonly MonthPoint[]): Element =>
  fan(
    canvas,
    frame,
    [...points].sort((a, b) => (a.month < b.month ? -1 : 1)).map((p) => ({ at: `${p.month}-01T00:00:00Z`, scenario: p.scenario, value: p.additional })),
    { show: compact, marked: new Set(points.map((p) => p.month)).size <= MARKED },
  );
