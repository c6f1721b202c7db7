import type { CliffView } from "../answers/cliff.js";
import { type Canvas, deadlines } from "../charts/index.js";

/** Rows of the picture. */
const MOST = 60;
/** What the marks of the calendar mean. */
export const SHAPES = "Circle: duty; square: control; diamond: fee; triangle: exclusion; star: meeting; cross: proceedings, rules and statements. Filled: published; hollow: only planned or said.";
export const DAYS = "day of each change in the territory of the measure";

/** The board as a calendar. */
export const cliffPicture = (canvas: Canvas, v: CliffView, width?: number): Element =>
  deadlines(
    canvas,
    {
      title: "What ends and what begins",
      unit: DAYS,
      note: `${SHAPES} Law as known ${v.known}, as published; regime checked to ${v.horizon}. Source: Truce, from the instruments cited.`,
      ...(width === undefined ? {} : { width }),
    },
    v.dates.slice(0, MOST).map((r) => ({ at: r.at, day: r.day, text: `${r.measure}: ${r.change}`, kind: r.kind, standing: r.standing })),
  );
