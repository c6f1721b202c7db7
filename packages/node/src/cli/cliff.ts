import { type Instant, parseDay, parseInstant, toUtc } from "@truce/engine/time";
import { InputError } from "@truce/engine/desk";
import { type AheadOptions, lookAhead } from "./look-ahead.js";
import { write } from "./output.js";
import { cliffAnswer, type CliffView } from "@truce/engine/answers/cliff";
import { cliffPage } from "./pages/cliff.js";

interface Options extends Omit<AheadOptions, "from" | "to"> {
  readonly from?: string;
  readonly to?: string;
  readonly lags?: boolean;
}

/** truce cliff [--from D] [--to D] */
export async function cliff(options: Options): Promise<void> {
  const [from, to] = [options.from === undefined ? undefined : parseDay(options.from), options.to === undefined ? undefined : parseDay(options.to)];
  if (from !== undefined && to !== undefined && to < from) throw new InputError("bad-date", `${to} lies before ${from}`, "give --from the earlier day", "--to");
  const { from: _from, to: _to, ...common } = options;
  // The board begins where it is asked for: before the midnight that comes first.
  const { desks, known, on, scenarios, portfolio } = await lookAhead({
    ...common,
    // One board: what is supposed lies on top together.
    ...(common.suppose === undefined ? {} : { suppose: [common.suppose.join("+")] }),
    ...(common.on === undefined && from !== undefined ? { on: toUtc((parseInstant(`${from}T00:00:00+08:00`) - 1) as Instant) } : {}),
  });
  const view = cliffAnswer(desks, { known, on, from, to, portfolio }, scenarios);
  if (options.svg !== undefined || options.png !== undefined || options.html !== undefined) await pictures(view, options);
  await write(options.json ? `${JSON.stringify(view)}\n` : cliffPage(view, options.lags === true));
}

async function pictures(view: CliffView, options: Options): Promise<void> {
  const { cliffPicture } = await import("@truce/engine/pictures/cliff");
  const { cliffReport } = await import("../outlook/cliff-report.js");
  const { canvas, writeDrawing, writeWhole } = await import("../charts/write.js");
  const drawing = cliffPicture(canvas(), view);
  writeDrawing(drawing, options, options.portfolio);
  if (options.html !== undefined) writeWhole(options.html, options.portfolio ?? "", cliffReport(view, drawing));
}
