import { type Filter, timeline as timelineOf } from "@truce/engine/law";
import { parseDay, parseOn, WASHINGTON } from "@truce/engine/time";
import { InputError } from "../grounds/open.js";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { timelinePage } from "./pages/timeline.js";
import { start } from "./question.js";

type Options = Common & Filter;

/** truce timeline */
export async function timeline(options: Options): Promise<void> {
  const filter = filterOf(options);
  const { desks, known, now, supposed } = await start(options);
  const on = options.on === undefined ? now : parseOn(options.on, WASHINGTON).at;
  const ask = (rest: typeof supposed) => timelineOf(desks.regimeAt(known, rest), { on, known, horizon: desks.regime.law.horizon }, filter);
  const result = ask(supposed);
  const full = { ...result, warnings: [...result.warnings, ...desks.soon(known), ...desks.idle(known, supposed, ask)] };
  await write(options.json ? `${JSON.stringify(full)}\n` : timelinePage(full, filter));
}

function filterOf(o: Options): Filter {
  const from = o.from === undefined ? {} : { from: parseDay(o.from) };
  const to = o.to === undefined ? {} : { to: parseDay(o.to) };
  if (from.from !== undefined && to.to !== undefined && to.to < from.from)
    throw new InputError("bad-window", `--to ${to.to} lies before --from ${from.from}`, "give the earlier day to --from", "--to");
  const words = <K extends "issuer" | "kind" | "measure" | "about">(key: K) => (o[key] === undefined || o[key]?.trim() === "" ? {} : { [key]: o[key]?.trim() });
  return { ...from, ...to, ...words("issuer"), ...words("kind"), ...words("measure"), ...words("about") };
}
