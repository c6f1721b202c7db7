import type { Layer, Regime } from "../law/index.js";
import type { Instant } from "../time/index.js";
import type { Assessment } from "./assess.js";
import type { Finding } from "./find.js";
import type { Merged } from "./merge.js";

const mark = (f: Finding): string => `${f.is} ${f.percent} ${f.share} ${f.heading ?? ""} ${f.state?.collected ?? ""} ${f.need?.fact ?? ""} ${f.is === "needs" ? held(f) : ""}`;
/** What a measure demands that waits for a fact: its rate may change while the fact is still missing. */
const held = (f: Finding): string => JSON.stringify([f.state?.terms?.percent, f.state?.terms?.goods, f.state?.suspensions.map((s) => s.percent)]);

const marks = new WeakMap<Assessment, Map<string, string>>();
function marksOf(a: Assessment): Map<string, string> {
  let m = marks.get(a);
  if (m === undefined) marks.set(a, (m = new Map(a.findings.map((f) => [f.measure, mark(f)]))));
  return m;
}

/** The measures that an instant changes for a line. A measure that is not due before and after has not changed. */
export function changed(before: Assessment, after: Assessment): string[] {
  const old = marksOf(before);
  const out: string[] = [];
  for (const [id, is] of marksOf(after)) if (differ(old.get(id), is)) out.push(id);
  return out;
}
const differ = (was = "not-due", is: string): boolean => was !== is && !(was.startsWith("not-due") && is.startsWith("not-due"));

/** Whether a measure says something else of a line than before. */
export const saysOther = (before: Finding | undefined, after: Finding | undefined): boolean => after !== undefined && before !== after && differ(before && mark(before), mark(after));

/** The same for a code that may be several lines: what changes for any of them. */
export function changedOf(before: Merged, after: Merged): string[] {
  const out = new Set<string>();
  after.each.forEach((a, i) => {
    const was = before.each[i];
    if (was !== undefined && was !== a) for (const id of changed(was, a)) out.add(id);
  });
  return [...out];
}

/** The documents by which an instant changes those measures: whose act begins there, or ends there (then the last to have moved that end). */
export function because(regime: Regime, measures: readonly string[], at: Instant): string[] {
  const out = new Set<string>();
  const look = (layers: readonly Layer[]): void => {
    for (const l of layers) {
      if (l.from === at) out.add(l.instrument.id);
      else if (l.until === at) out.add(l.by.at(-1) as string);
    }
  };
  for (const id of measures) {
    look(regime.timelines.get(id)?.layers ?? []);
    for (const e of regime.relief.get(id) ?? []) look(e.layers);
  }
  if (out.size === 0) for (const id of measures) for (const i of regime.at(id, at)?.by ?? []) out.add(i);
  return [...out];
}

/** Whether a suspension, an exception or the measure itself ends or begins there, in words for a branch. */
export function happening(regime: Regime, measures: readonly string[], at: Instant): string {
  for (const id of measures) {
    for (const l of regime.timelines.get(id)?.layers ?? []) {
      if (l.until === at && l.act.do === "suspend") return "the suspension lapsed";
      if (l.until === at && l.act.do === "impose") return "the duty ended as published";
      if (l.from === at && (l.act.do === "impose" || l.act.do === "set")) return "it began as published";
    }
    for (const e of regime.relief.get(id) ?? []) for (const l of e.layers) if (l.until === at) return "the exclusion lapsed";
  }
  return "what is published took effect";
}
