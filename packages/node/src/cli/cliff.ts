import { cliff as cliffOf, lags } from "@truce/engine/outlook";
import { type Instant, parseDay, parseInstant, toUtc } from "@truce/engine/time";
import { InputError } from "../grounds/open.js";
import { type AheadOptions, lookAhead } from "./look-ahead.js";
import { write } from "./output.js";
import type { CliffView } from "../outlook/cliff-view.js";
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
  const last = scenarios.at(-1) ?? scenarios[0];
  const regime = desks.regimeAt(known, last?.supposed ?? []);
  const within = (day: string): boolean => (from === undefined || day >= from) && (to === undefined || day <= to);
  const money =
    portfolio === undefined || last === undefined ? [] : (await import("../outlook/money.js")).moneyAhead(portfolio, desks, known, on, [scenarios[0] as typeof last, ...scenarios.slice(1)]);
  const rows = cliffOf(regime, on)
    .filter((r) => within(r.day))
    .map((r) => ({
      ...r,
      effect:
        portfolio === undefined
          ? null
          : money.flatMap((s) =>
              (s.scenarios.at(-1)?.steps ?? [])
                .filter((x) => x.at === r.at)
                .flatMap((x) => x.byMeasure.filter((m) => m.measure === r.measure).map((m) => ({ side: s.side, currency: s.currency, change: m.change }))),
            ),
    }));
  const { horizon } = desks.regime.law;
  const view: CliffView = {
    on: toUtc(on),
    known: toUtc(known),
    horizon,
    supposed: last?.supposed.map((s) => s.id) ?? [],
    dates: rows,
    portfolio:
      portfolio === undefined
        ? null
        : {
            file: portfolio.file,
            rows: portfolio.rows,
            rejected: portfolio.rejected,
            sides: money.map((s) => ({ side: s.side, currency: s.currency, lines: s.lines, value: s.value, steps: s.scenarios.at(-1)?.steps ?? [] })),
          },
    lags: lags(regime),
    warnings: [
      ...(rows.some((r) => r.day > horizon) ? [`the regime was checked to ${horizon}: later dates are as published by then, and whether they came so is not in this answer`] : []),
      ...desks.soon(known),
      ...desks.idle(known, last?.supposed ?? [], (rest) => cliffOf(desks.regimeAt(known, rest), on)),
    ],
  };
  if (options.svg !== undefined || options.png !== undefined || options.html !== undefined) await pictures(view, options);
  await write(options.json ? `${JSON.stringify(view)}\n` : cliffPage(view, options.lags === true));
}

async function pictures(view: CliffView, options: Options): Promise<void> {
  const { cliffPicture, cliffReport } = await import("../outlook/cliff-report.js");
  const { writeDrawing, writeWhole } = await import("../charts/write.js");
  const drawing = cliffPicture(view);
  writeDrawing(drawing, options, options.portfolio);
  if (options.html !== undefined) writeWhole(options.html, options.portfolio ?? "", cliffReport(view, drawing));
}
