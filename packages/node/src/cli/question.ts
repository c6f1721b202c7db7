import type { Instrument } from "@truce/engine/law";
import { type Instant, parseKnown, parseOn, WASHINGTON } from "@truce/engine/time";
import { type Clocks, Desks, nowMinute, suppositions } from "@truce/engine/desk";
import { openRegime } from "../grounds/open.js";
import type { Common } from "./command.js";

/** What every question starts from: the regime, the clocks and what is supposed. */
export interface Start {
  readonly desks: Desks;
  readonly known: Instant;
  readonly now: Instant;
  readonly supposed: readonly Instrument[];
}

/** The regime of a command and the clocks that its flags give. Flags are read first, so that a bad date is said at once. */
export async function desksOf(options: Common): Promise<{ readonly desks: Desks; readonly clocks: Clocks }> {
  if (options.known !== undefined) parseKnown(options.known);
  if (options.on !== undefined) parseOn(options.on, WASHINGTON);
  return { desks: new Desks(await openRegime(options.regime)), clocks: { on: options.on, known: options.known, suppose: options.suppose } };
}

/** Opens the regime and reads the common flags. Flags are read first, so that a bad date is said at once. */
export async function start(options: Common): Promise<Start> {
  const now = nowMinute();
  const known = typeof options.known === "string" ? parseKnown(options.known).at : now;
  const regime = await openRegime(options.regime);
  return { desks: new Desks(regime), known, now, supposed: await suppositions(options.suppose ?? [], regime, known) };
}
