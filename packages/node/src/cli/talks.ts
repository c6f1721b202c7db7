import { pastHorizon } from "@truce/engine/law";
import { talks as talksOf } from "@truce/engine/talks";
import { parseDay, parseOn, toUtc, toZoned, WASHINGTON } from "@truce/engine/time";
import { InputError } from "../grounds/open.js";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { talksPage, type TalksView } from "./pages/talks.js";
import { start } from "./question.js";

interface Options extends Common {
  readonly from?: string;
  readonly to?: string;
}

/** truce talks */
export async function talks(options: Options): Promise<void> {
  const [from, to] = [options.from === undefined ? undefined : parseDay(options.from), options.to === undefined ? undefined : parseDay(options.to)];
  if (from !== undefined && to !== undefined && to < from) throw new InputError("bad-date", `${to} lies before ${from}`, "give --from the earlier day", "--to");
  const { desks, known, now, supposed } = await start(options);
  const on = options.on === undefined ? now : parseOn(options.on, WASHINGTON).at;
  const { horizon } = desks.regime.law;
  const ask = (rest: typeof supposed) => talksOf(desks.regimeAt(known, rest)).filter((m) => (from === undefined || (m.days.at(-1) ?? "") >= from) && (to === undefined || (m.days[0] ?? "") <= to));
  const view: TalksView = {
    on: toZoned(on, WASHINGTON),
    known: toUtc(known),
    horizon,
    meetings: ask(supposed),
    warnings: [...pastHorizon(on, horizon), ...desks.soon(known), ...desks.idle(known, supposed, ask)],
  };
  await write(options.json ? `${JSON.stringify(view)}\n` : talksPage(view));
}
