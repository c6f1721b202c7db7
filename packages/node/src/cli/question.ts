import type { Instrument } from "@truce/engine/law";
import { type Instant, parseKnown } from "@truce/engine/time";
import { Desks } from "../grounds/desk.js";
import { openRegime, suppositions } from "../grounds/open.js";
import type { Common } from "./command.js";

/** What every question starts from: the regime, the clocks and what is supposed. */
export interface Start {
  readonly desks: Desks;
  readonly known: Instant;
  readonly now: Instant;
  readonly supposed: readonly Instrument[];
}

export const nowMinute = (): Instant => Math.floor(Date.now() / 60_000) as Instant;

/** Opens the regime and reads the common flags. Flags are read first, so that a bad date is said at once. */
export async function start(options: Common): Promise<Start> {
  const now = nowMinute();
  const known = typeof options.known === "string" ? parseKnown(options.known).at : now;
  const regime = await openRegime(options.regime);
  return { desks: new Desks(regime), known, now, supposed: await suppositions(options.suppose ?? [], regime, known) };
}
