import { showCode } from "../goods/index.js";
import { contains, dayIn, type Instant, toZoned } from "../time/index.js";
import { type Regime, stateAt, type Timeline } from "../law/index.js";
import type { Assessment } from "./assess.js";
import { citeOf } from "./cites.js";
import type { Finding } from "./find.js";
import { holds, type Line, member, openFact } from "./member.js";
import type { Merged } from "./merge.js";
import { WEIGHT_HEADINGS } from "./metal.js";
import { parsePercent, showPercent } from "./money.js";
import { filedUnder } from "./reliefs.js";
import type { ClaimView } from "./result.js";
import { passage } from "./transit.js";

/** What a claim is judged by: the law, the line and what was found of it. */
export interface Claimed {
  readonly regime: Regime;
  readonly line: Omit<Line, "code">;
  readonly leaves: readonly string[];
  readonly now: Merged;
  readonly at: Instant;
  readonly origin: string;
  readonly zone: string;
  readonly knownDay: string;
}
/** A reason against a claim, and how far the claim came before it failed: of several the furthest is told. */
interface Reason {
  readonly stage: number;
  readonly why: string;
  readonly instruments: readonly string[];
}

/**
 * What becomes of each heading that a question claims: granted with the text that it fits, or refused with the reason.
 * A claim that is refused changes no number: what relieves is decided where the duties are judged.
 */
export function claimViews(headings: readonly string[], c: Claimed): ClaimView[] {
  return headings.map((heading) => {
    const views = c.leaves.map((code, i) => oneLine(heading, code, c.now.each[i] ?? c.now.assessment, c));
    const first = views[0] as ClaimView;
    if (views.every((v) => v.is === first.is)) return first;
    return refused(heading, { stage: 9, why: "it fits some of the lines under this code and not others: give a longer code", instruments: [] });
  });
}

function oneLine(heading: string, code: string, a: Assessment, c: Claimed): ClaimView {
  const acted = a.findings.filter((f) => f.is !== "needs" && (f.reliefHeading === heading || (f.relieved !== undefined && f.heading === heading && f.is === "due")));
  if (acted.length > 0) return granted(heading, acted, c);
  const waits = a.findings.find((f) => f.is === "needs" && f.reliefHeading === heading);
  if (waits?.need !== undefined) return refused(heading, { stage: 9, why: `it needs the fact ${waits.need.fact}: ${waits.need.why}`, instruments: waits.instruments });
  return refused(heading, against(heading, code, a, c));
}

function granted(heading: string, acted: readonly Finding[], c: Claimed): ClaimView {
  const first = acted[0] as Finding;
  const relieves = acted.map((f) => f.measure);
  const text = first.why.startsWith(`${heading}: `) ? first.why.slice(heading.length + 2) : first.why;
  const back = acted.flatMap((f) => reachesBack(f, c));
  return {
    heading,
    is: "granted",
    relieves,
    why: [`relieves ${relieves.join(", ")}${first.is === "due" ? " in part" : ""}`, ...new Set(back)].join("; "),
    text,
    instruments: [...new Set(acted.flatMap((f) => f.instruments))],
  };
}
const refused = (heading: string, r: Reason): ClaimView => ({ heading, is: "refused", relieves: [], why: r.why, text: null, instruments: r.instruments });

/** Relief that was announced only after the moment for which it is claimed. */
function reachesBack(f: Finding, c: Claimed): string[] {
  const t = f.relieved === undefined ? undefined : c.regime.timelines.get(f.relieved);
  if (t === undefined) return [];
  const told = (announced: Instant, id: string): string => `it reaches back: announced on ${dayIn(announced, c.zone)} (${citeOf(c.regime, id)})`;
  return t.layers.flatMap((l) => {
    if (!contains(l, c.at)) return [];
    const moved = (l.ends ?? []).filter((e) => e.until <= c.at).flatMap((e) => c.regime.entries[e.seq] ?? []);
    const late = moved.at(-1);
    if (late !== undefined && late.act.announced > c.at) return [told(late.act.announced, late.instrument.id)];
    if (l.act.announced <= c.at) return [];
    const added = l.act.do === "set" ? (l.act.add ?? []) : undefined;
    const names = added === undefined || c.leaves.some((code) => added.some((s) => s.list !== undefined && !s.out && c.line.goods.rowsFor(s.list, code).length > 0));
    return names ? [told(l.act.announced, l.instrument.id)] : [];
  });
}

/** The reason for which a claim came furthest. */
function against(heading: string, code: string, a: Assessment, c: Claimed): Reason {
  const filed = filedUnder(c.regime, c.line.goods, heading);
  const reasons = [...filed.exceptions.map((e) => exceptionReason(heading, e, code, a, c)), ...displaced(heading, a, c)];
  const best = reasons.reduce<Reason | undefined>((b, r) => (b === undefined || r.stage > b.stage ? r : b), undefined);
  if (best !== undefined) return best;
  const weight = a.findings.find((f) => f.need?.fact === "metal-weight");
  if (WEIGHT_HEADINGS.includes(heading))
    return {
      stage: 1,
      why: weight === undefined ? "no duty on metals that turns on their weight is set aside for this line on that day" : "it needs the fact metal-weight",
      instruments: weight?.instruments ?? [],
    };
  if (filed.above.length > 0) return { stage: 1, why: `it is filed where ${filed.above.join(", ")} would replace an ordinary rate that is not lower: not so here`, instruments: [] };
  const printed = c.line.goods.chapter99.get(heading);
  const out = (why: string): Reason => ({ stage: 0, why, instruments: [] });
  if (filed.duties.length > 0) return out(`it is not a relief heading: it imposes ${filed.duties.join(", ")}`);
  const later = printed?.from !== undefined && printed.from > c.knownDay;
  if (printed === undefined || later) {
    if (!later && !c.line.goods.chapter99.covers(heading)) return out(`headings of ${heading.slice(0, 4)} are not in hand, and no instrument known by ${c.knownDay} names this one`);
    return out(`there is no heading ${heading} in the editions of chapter 99 in hand, as far as known by ${c.knownDay}, nor in an instrument known by then`);
  }
  if (printed.is === "duty") return out("it is not a relief heading: it imposes a duty");
  if (printed.ends !== undefined && printed.ends <= c.line.day) return out(`it lapsed: by its text the last day was the one before ${printed.ends}`);
  if (printed.begins !== undefined && printed.begins > c.line.day) return out(`it begins on ${printed.begins} by its text`);
  if (printed.until !== undefined && printed.until <= c.line.day && printed.until <= c.knownDay) return out(`it is printed no more since the edition of ${printed.until}`);
  return out("chapter 99 prints it, but what it relieves is not in hand for goods of China");
}

function exceptionReason(heading: string, e: Timeline, code: string, a: Assessment, c: Claimed): Reason {
  const state = stateAt(e, c.at);
  const reason = (stage: number, why: string): Reason => ({ stage, why, instruments: state.by });
  const shown = (at: Instant): string => toZoned(at, c.zone).slice(0, 16);
  const { terms } = state;
  if (terms === undefined || state.standing !== "in-force") {
    const begins = e.layers.map((l) => l.from).find((from) => from > c.at);
    return reason(1, state.standing !== "ended" && begins !== undefined ? `it begins on ${shown(begins)}` : `it lapsed on ${shown(state.from)}`);
  }
  if (terms.origin !== "any" && !terms.origin.includes(c.origin)) return reason(2, `it relieves goods of ${terms.origin.join(", ")} only`);
  const line: Line = { ...c.line, code };
  const goods = member(e.id, terms, line, terms.heading);
  if (goods.is === "out" || (goods.is === "in" && goods.row?.heading !== undefined && goods.row.heading !== heading))
    return reason(3, `it does not fit ${showCode(code)}: ${codesOf(heading, e, code, c)}`);
  if (terms.when !== undefined && holds(terms.when, line) === false) return reason(4, `${terms.when.fact} is given as ${line.facts.get(terms.when.fact)}, and it wants ${terms.when.is.join(" or ")}`);
  const relieved = a.findings.filter((f) => e.of.includes(f.measure));
  const open = relieved.filter((f) => f.is !== "not-due");
  const row = goods.is === "in" ? goods.row : undefined;
  if (open.length === 0) {
    const f = relieved.find((x) => x.why !== "the line is not among its goods") ?? relieved[0];
    return reason(4, f === undefined ? `${e.of.join(", ")}, which it relieves, was not known` : `${f.measure}, which it relieves, is not due on that day: ${f.why}`);
  }
  if (row?.relieves !== undefined && !open.some((f) => f.heading !== undefined && row.relieves?.includes(f.heading)))
    return reason(5, `it relieves ${row.relieves.join(", ")} only, and this line pays ${open.map((f) => f.heading ?? f.measure).join(", ")}`);
  if (terms.relieves !== undefined && !open.some((f) => f.heading !== undefined && terms.relieves?.includes(f.heading)))
    return reason(5, `it is for goods under ${terms.relieves.join(", ")}, and this line pays ${open.map((f) => f.heading ?? f.measure).join(", ")}`);
  if (goods.is === "needs") return reason(6, `it needs the fact ${goods.need.fact}: ${goods.need.why}`);
  if (terms.when !== undefined) {
    const ok = holds(terms.when, line);
    if (ok === undefined) return reason(6, `it needs the fact ${openFact(terms.when, line)}: ${terms.what ?? terms.when.is.join(" or ")}`);
  }
  if (terms.transit !== undefined) {
    const p = passage(terms.transit, c.at, line.facts, c.zone);
    if (p.relieved !== true) return reason(7, p.relieved === undefined ? `it needs the fact ${p.fact}: ${p.why}` : p.why);
  }
  if (terms.part !== undefined) {
    const given = line.facts.get(terms.part.fact);
    if (given === undefined) return reason(8, `it needs the fact ${terms.part.fact}`);
    if ((parsePercent(given) ?? 0) < terms.part.least) return reason(8, `${terms.part.fact} is ${given} %, and it wants at least ${showPercent(terms.part.least)} %`);
  }
  return reason(8, `${open.map((f) => f.measure).join(", ")} stays due: another rule comes first`);
}

const SHOWN = 5;
/** The codes that a relief has, those nearest to the one asked about first. */
function codesOf(heading: string, e: Timeline, code: string, c: Claimed): string {
  const steps = e.layers.flatMap(({ act }) => (act.do === "except" ? (typeof act.terms.goods === "object" ? act.terms.goods.steps : []) : act.do === "set" ? (act.add ?? []) : []));
  const codes = [
    ...new Set(
      steps.flatMap((s) =>
        s.out ? [] : s.list === undefined ? (s.reach ?? []) : c.line.goods.list(s.list).headings().length > 0 ? c.line.goods.list(s.list).codes(heading) : c.line.goods.list(s.list).codes(),
      ),
    ),
  ];
  const shared = (other: string): number => {
    let n = 0;
    while (n < code.length && other[n] === code[n]) n++;
    return n;
  };
  const near = codes.sort((x, y) => shared(y) - shared(x) || (x < y ? -1 : 1)).slice(0, SHOWN);
  return `it has ${codes.length} ${codes.length === 1 ? "code" : "codes"}, ${codes.length > SHOWN ? "the nearest " : ""}${near.map(showCode).join(", ")}`;
}

/** Headings that say that one duty gives way to another. */
function displaced(heading: string, a: Assessment, c: Claimed): Reason[] {
  return filedUnder(c.regime, c.line.goods, heading).displacements.map((d): Reason => {
    const instruments = [d.instrument];
    if (d.act.from > c.at) return { stage: 1, why: `it begins on ${toZoned(d.act.from, c.zone).slice(0, 16)}`, instruments };
    const taken = a.findings.filter((f) => d.act.measures.includes(f.measure) && f.is !== "not-due");
    const waits = a.findings.find((f) => d.act.byMeasures.includes(f.measure) && f.need !== undefined)?.need;
    if (waits !== undefined) return { stage: 6, why: `it needs the fact ${waits.fact}: ${waits.why}`, instruments };
    const measures = d.act.measures.join(", ");
    if (taken.length === 0) return { stage: 4, why: `${measures}, which it relieves, ${d.act.measures.length > 1 ? "are" : "is"} not due on that day`, instruments };
    return { stage: 5, why: `no duty that takes the place of ${measures} is due on this line (${d.act.byMeasures.join(", ")})`, instruments };
  });
}
