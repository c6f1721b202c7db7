import { type Interval, OPEN, overlaps } from "../time/index.js";
import { LawError } from "./error.js";
import type { Entry } from "./fold.js";
import type { Act, MeasureId } from "./types.js";

/** The measures on which an act lays terms or a suspension. */
export function touched(act: Act): readonly MeasureId[] {
  if (act.do === "impose" || act.do === "set" || act.do === "except") return [act.measure];
  if (act.do === "suspend" || act.do === "end" || act.do === "void" || act.do === "extend" || act.do === "collect" || act.do === "refund") return act.measures;
  return [];
}

export const span = (act: Act): Interval | undefined => ("from" in act && "until" in act ? { from: act.from, until: act.until } : "from" in act ? { from: act.from, until: OPEN } : undefined);

/** What an act says, without where and when it was said. */
export function content(act: Act): string {
  if (act.do === "impose" || act.do === "except") return JSON.stringify(act.terms);
  if (act.do === "set") return JSON.stringify([act.change, act.add ?? []]);
  if (act.do === "suspend") return JSON.stringify([act.percent ?? "all", act.goods ?? "all", act.until]);
  return "";
}

/**
 * Refuses two live acts of one kind on one measure that overlap and differ: at the same announcement always,
 * and for a second `impose` whenever it comes. An overlay of the user's may impose anew.
 * @throws LawError citing both
 */
export function contradictions(entries: readonly Entry[], laid: ReadonlySet<string>): void {
  const byMeasure = new Map<string, Entry[]>();
  for (const e of entries) {
    if (laid.has(e.instrument.id)) continue;
    for (const id of touched(e.act)) {
      const kind = e.act.do === "except" ? "impose" : e.act.do;
      const key = `${id} ${kind}`;
      const earlier = byMeasure.get(key) ?? [];
      for (const o of earlier) compare(id, o, e);
      byMeasure.set(key, [...earlier, e]);
    }
  }
}

function compare(id: MeasureId, a: Entry, b: Entry): void {
  const kind = b.act.do;
  if (kind !== "impose" && kind !== "except" && kind !== "set" && kind !== "suspend") return;
  const [sa, sb] = [span(a.act), span(b.act)];
  if (sa === undefined || sb === undefined || !overlaps(sa, sb)) return;
  const imposes = kind === "impose" || kind === "except";
  if (!imposes && (a.act.announced !== b.act.announced || content(a.act) === content(b.act))) return;
  const cite = (e: Entry): string => e.instrument.cites[0] ?? e.instrument.id;
  const other = `${a.instrument.file}:${a.act.line} (${cite(a)})`;
  throw imposes
    ? new LawError("R11", b.instrument, b.act, `${id} is imposed a second time by ${cite(b)} while ${other} still stands: say set, suspend, extend, end or void of it`)
    : new LawError("R12", b.instrument, b.act, `${kind} of ${id} by ${cite(b)} contradicts ${other}, announced at the same instant: give one of them an end or another announcement`);
}
