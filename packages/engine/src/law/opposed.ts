import { overlaps } from "../time/index.js";
import { measuresOf, subjectOf } from "./act-text.js";
import { content, span } from "./contradict.js";
import { LawError } from "./error.js";
import type { Entry } from "./fold.js";
import type { Act, MeasureId } from "./types.js";

/** Documents that only suppose. Law, notices and threats of the record are laid on as they were made: each changed the ones before it. */
const SUPPOSES = new Set(["supposed", "proposed"]);
const ENDS = new Set<Act["do"]>(["extend", "end"]);

/**
 * Refuses suppositions that cannot both be: one lets a measure's suspension run out as published (it says so and moves nothing) or end,
 * the other moves that end; two move it to different days; or, announced at the same instant, they lay different terms on one measure at
 * one time. Announced one after the other, the later one in the order given stands, as with law.
 * @throws LawError R25, at the act of the later one, naming the place of the earlier
 */
export function opposed(entries: readonly Entry[], laid: ReadonlySet<string>): void {
  const by = new Map<MeasureId, Entry[]>();
  for (const e of entries) {
    if (!laid.has(e.instrument.id) || !SUPPOSES.has(e.instrument.standing)) continue;
    const about = subjectOf(e.act);
    for (const id of e.act.do === "say" ? (about === undefined ? [] : [about]) : measuresOf(e.act)) {
      const earlier = by.get(id) ?? [];
      for (const o of earlier) {
        const why = o.instrument === e.instrument ? undefined : against(o.act, e.act);
        if (why !== undefined) throw new LawError("R25", e.instrument, e.act, `${e.instrument.id} contradicts ${o.instrument.id} (${o.instrument.file}:${o.act.line}) on ${id}: ${why}`);
      }
      by.set(id, [...earlier, e]);
    }
  }
}

/** Why two acts on one measure cannot both be; undefined where they can. */
function against(a: Act, b: Act): string | undefined {
  const one = (x: Act["do"], y: (d: Act["do"]) => boolean): boolean => (a.do === x && y(b.do)) || (b.do === x && y(a.do));
  if (one("say", (d) => ENDS.has(d))) return "one lets it go on as published, the other moves its end";
  if (one("end", (d) => d === "extend")) return "one ends it, the other prolongs it";
  if (a.do === "extend" && b.do === "extend") return a.until === b.until || (a.of !== undefined && b.of !== undefined && a.of !== b.of) ? undefined : "they move its end to different days";
  if (a.do !== b.do || a.announced !== b.announced) return undefined;
  const [sa, sb] = [span(a), span(b)];
  if (sa === undefined || sb === undefined || !overlaps(sa, sb) || content(a) === content(b)) return undefined;
  return `both ${a.do} it at one time, with different terms`;
}
