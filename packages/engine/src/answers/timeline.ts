import { type Filter, type Instrument, timeline } from "../law/index.js";
import { parseDay } from "../time/index.js";
import { type Asking, type Desks, InputError } from "../desk/index.js";

/** Documents in the order in which they were announced. */
export function timelineAnswer(desks: Desks, q: Asking, filter: Filter): ReturnType<typeof timeline> {
  const ask = (rest: readonly Instrument[]): ReturnType<typeof timeline> => timeline(desks.regimeAt(q.known, rest), { on: q.on, known: q.known, horizon: desks.regime.law.horizon }, filter);
  const result = ask(q.supposed);
  return { ...result, warnings: [...result.warnings, ...desks.soon(q.known), ...desks.idle(q.known, q.supposed, ask)] };
}

/** The filter of a timeline, as people write it. @throws WhenError or InputError for days that cannot be */
export function filterOf(o: { readonly [K in keyof Filter]?: string | undefined }): Filter {
  const from = o.from === undefined ? {} : { from: parseDay(o.from) };
  const to = o.to === undefined ? {} : { to: parseDay(o.to) };
  if (from.from !== undefined && to.to !== undefined && to.to < from.from)
    throw new InputError("bad-window", `--to ${to.to} lies before --from ${from.from}`, "give the earlier day to --from", "--to");
  const words = <K extends "issuer" | "kind" | "measure" | "about">(key: K) => (o[key] === undefined || o[key]?.trim() === "" ? {} : { [key]: o[key]?.trim() });
  return { ...from, ...to, ...words("issuer"), ...words("kind"), ...words("measure"), ...words("about") };
}
