import { filterOf, timelineAnswer } from "@truce/engine/answers/timeline";
import { asking, type Clocks } from "@truce/engine/desk";
import type { TimelineResult } from "@truce/engine/law";
import type { PageDesk } from "../desk.js";

export interface TimelineAsked extends Clocks {
  readonly from?: string;
  readonly to?: string;
  readonly issuer?: string;
  readonly kind?: string;
  readonly measure?: string;
  readonly about?: string;
}
export interface TimelinePage extends TimelineResult {
  readonly version: string;
  /** What can be chosen among, over all that is known. */
  readonly issuers: readonly string[];
  readonly kinds: readonly string[];
}

/** Documents in the order in which they were announced, as known. */
export async function answer(desk: PageDesk, q: TimelineAsked): Promise<TimelinePage> {
  const a = await asking(desk.desks, { on: q.on, known: q.known, suppose: q.suppose });
  const { from, to, issuer, kind, measure, about } = q;
  const result = timelineAnswer(desk.desks, a, filterOf({ from, to, issuer, kind, measure, about }));
  const known = desk.desks.regimeAt(a.known, a.supposed).instruments;
  const sorted = (all: readonly string[]): string[] => [...new Set(all)].sort();
  return { ...result, version: desk.version, issuers: sorted(known.map((i) => i.issuer)), kinds: sorted(known.map((i) => i.kind)) };
}
