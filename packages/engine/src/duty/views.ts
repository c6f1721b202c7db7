import type { Assessment } from "./assess.js";
import type { Finding } from "./find.js";
import type { NotDue } from "./result.js";

/** The parts of an answer that are the same for every question with one assessment. */
export interface Views {
  readonly notDue: readonly NotDue[];
  /** Chapter 99 headings in customs' order, relief headings among them. */
  readonly headings: readonly string[];
  readonly warnings: readonly string[];
}
const made = new WeakMap<Assessment, Views>();

const shown = new WeakMap<Finding, NotDue>();
function notDueOf(f: Finding): NotDue {
  let n = shown.get(f);
  if (n === undefined) shown.set(f, (n = { measure: f.measure, heading: f.heading ?? null, why: f.why, instruments: f.instruments }));
  return n;
}

/** The views of an assessment, made once. */
export function viewsOf(a: Assessment): Views {
  let v = made.get(a);
  if (v === undefined) {
    const headings = a.findings.flatMap((f) =>
      f.is === "due" ? [...(f.yields ?? []).map((y) => y.heading ?? ""), f.reliefHeading ?? "", f.heading ?? ""] : f.is === "not-due" ? [f.reliefHeading ?? ""] : [],
    );
    v = {
      notDue: a.findings.filter((f) => f.is === "not-due").map(notDueOf),
      headings: [...new Set(headings.filter((h) => h !== ""))],
      warnings: a.findings
        .flatMap((f) => (f.doubt === undefined ? [] : [`${f.measure}: ${f.doubt}`]))
        .concat(a.findings.filter((f) => f.is === "due" && f.state?.collected === "unknown").map((f) => `${f.measure} is in force, but whether customs collects it on that day is not known`)),
    };
    made.set(a, v);
  }
  return v;
}
