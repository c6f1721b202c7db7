import { parseKnown, parseOn, WASHINGTON } from "@truce/engine/time";
import { Desks, InputError, nowMinute } from "@truce/engine/desk";
import { openRegime } from "../grounds/open.js";
import { type AheadOptions, readOptions } from "./look-ahead.js";
import { write } from "./output.js";
import { watchPage } from "./pages/watch.js";

interface Options extends AheadOptions {
  readonly since?: string;
}

/** truce watch FILE --since WHEN */
export async function watch(file: string, options: Options): Promise<void> {
  if (options.since === undefined) throw new InputError("no-since", "since when is not said", "write --since YYYY-MM-DD: the day of the knowledge to compare with", "--since");
  if (options.suppose !== undefined)
    throw new InputError("bad-option", "watch compares two states of the law, without suppositions", "truce outlook --portfolio FILE --suppose ID does that", "--suppose");
  const now = nowMinute();
  const since = parseKnown(options.since).at;
  const known = typeof options.known === "string" ? parseKnown(options.known).at : now;
  if (since >= known) throw new InputError("bad-date", `--since ${options.since} does not lie before what is known`, "give an earlier --since, or a later --known", "--since");
  const on = options.on === undefined ? (known < now ? known : now) : parseOn(options.on, WASHINGTON).at;
  const desks = new Desks(await openRegime(options.regime));
  const { readPortfolio } = await import("../outlook/holdings.js");
  const { watchColumns, watchView } = await import("../outlook/watch.js");
  const portfolio = await readPortfolio(file, desks, await readOptions(options, known, on), watchColumns(since, known), on);
  const view = watchView(portfolio, desks, { since, known, on });
  await write(options.json ? `${JSON.stringify(view)}\n` : watchPage(view));
}
