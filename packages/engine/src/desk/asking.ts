import type { Instrument } from "../law/index.js";
import { type Instant, parseKnown, parseOn, WASHINGTON } from "../time/index.js";
import type { Desks } from "./desks.js";
import { suppositions } from "./suppositions.js";

/** The clocks of a question, and what is laid on top. */
export interface Asking {
  readonly on: Instant;
  readonly known: Instant;
  readonly now: Instant;
  readonly supposed: readonly Instrument[];
}
/** The clocks and suppositions of a question, as people write them. */
export interface Clocks {
  readonly on?: string | undefined;
  readonly known?: string | undefined;
  readonly suppose?: readonly string[] | undefined;
}
export const nowMinute = (): Instant => Math.floor(Date.now() / 60_000) as Instant;

/**
 * Reads the clocks of a question. Both default to now; who looks `ahead` from an earlier knowledge looks from there.
 * @param zone where a bare day means noon
 * @throws WhenError for a date that does not exist, InputError for a supposition that names nothing
 */
export async function asking(desks: Desks, c: Clocks, o: { readonly zone?: string; readonly ahead?: boolean; readonly now?: Instant } = {}): Promise<Asking> {
  const now = o.now ?? nowMinute();
  const known = c.known === undefined ? now : parseKnown(c.known).at;
  const on = c.on === undefined ? (o.ahead === true && known < now ? known : now) : parseOn(c.on, o.zone ?? WASHINGTON).at;
  return { on, known, now, supposed: await suppositions(c.suppose ?? [], desks.regime, known) };
}
