import { type MeasureId, type Regime, type State, stateAt, type Terms, type Timeline } from "../law/index.js";
import type { Instant } from "../time/index.js";
import { claimedIn } from "./claimed.js";
import { holds, type Line, member, type Need, needs, openFact } from "./member.js";
import { MILLION, parsePercent, showPercent } from "./money.js";
import { type Passage, passage } from "./transit.js";

/** A relief whose code or circumstances fit, and that is not assumed. */
export interface Candidate {
  readonly heading: string;
  readonly relieves: string;
  readonly text: string;
  readonly id: string;
  /** `candidate`: its text has to be read against the goods and claimed. `needs-facts`: the facts in `asks` decide. */
  readonly is: "candidate" | "needs-facts";
  readonly asks: readonly string[];
}
/** Relief that any line might have by its use or its metal says nothing of this one; an exclusion, or goods under way, does. */
export const ofThisLine = (c: Pick<Candidate, "is" | "asks">): boolean => c.is === "candidate" || c.asks.some((f) => UNDER_WAY.includes(f));
const UNDER_WAY = ["loaded", "exported", "contract"];
/** A rule for goods under way that was tried with a fact that was given. */
export interface Tried extends Passage {
  readonly heading: string | undefined;
  readonly exception: MeasureId;
  readonly instruments: readonly string[];
}
/** What an exception does to a duty that is otherwise due. */
interface Exception {
  readonly id: MeasureId;
  readonly heading: string | undefined;
  readonly why: string;
  readonly instruments: readonly string[];
  readonly terms: Terms;
}
export type Relief =
  | (Exception & { readonly is: "free" })
  | (Exception & { readonly is: "rate"; readonly percent: number })
  /** `share` still pays, in parts per million. */
  | (Exception & { readonly is: "part"; readonly share: number })
  | (Exception & { readonly is: "asks"; readonly need: Need });

/** Where exceptions are looked for, and what is noted on the way. */
export interface Search {
  readonly regime: Regime;
  readonly line: Line;
  readonly on: Instant;
  readonly origin: string;
  readonly zone: string;
  readonly candidates: Candidate[];
  readonly tried: Tried[];
}
/** The duty for which relief is sought. */
export interface Sought {
  readonly timeline: Timeline;
  readonly heading: string | undefined;
  readonly metal: string | undefined;
  readonly state: State;
  /** Takes what has to be said while a fact is not given. */
  readonly cautions: string[];
}

/** The exception that relieves the line or changes its rate, else the one that would with a fact, else the one that relieves a part of the value. */
export function reliefOf(s: Search, duty: Sought): Relief | undefined {
  let asks: Relief | undefined;
  let part: Relief | undefined;
  for (const e of s.regime.relief.get(duty.timeline.id) ?? []) {
    const found = tryOne(s, duty, e);
    if (found === undefined) continue;
    if (found.is === "asks") asks ??= found;
    else if (found.is === "part") part = joined(part, found, duty.cautions);
    else return found;
  }
  return asks ?? part;
}

/** Of two reliefs for a part of the value, that of chapter 98 holds: no text in hand says how it meets another. */
function joined(a: Relief | undefined, b: Relief, cautions: string[]): Relief {
  if (a === undefined) return b;
  const [first, other] = b.terms.part?.pays === true && a.terms.part?.pays !== true ? [b, a] : [a, b];
  cautions.push(`${other.heading ?? other.id} is left out beside the chapter 98 provision: how the two meet is not in hand`);
  return first;
}

function tryOne(s: Search, duty: Sought, e: Timeline): Relief | undefined {
  const state = stateAt(e, s.on);
  const { terms } = state;
  if (terms === undefined || state.standing !== "in-force") return undefined;
  if (terms.origin !== "any" && !terms.origin.includes(s.origin)) return undefined;
  if (terms.relieves !== undefined && (duty.heading === undefined || !terms.relieves.includes(duty.heading))) return undefined;
  if (terms.metal !== undefined && !terms.metal.includes(duty.metal ?? "")) return undefined;
  const ok = terms.when === undefined ? true : holds(terms.when, s.line);
  if (ok === false) return undefined;
  const goods = member(e.id, terms, s.line, terms.heading);
  if (goods.is === "out") return undefined;
  const row = goods.is === "in" ? goods.row : undefined;
  const heading = row?.heading ?? terms.heading;
  const offer = (is: Candidate["is"], asks: readonly string[], text: string, own = heading, id: string = e.id): undefined =>
    void s.candidates.push({ heading: own ?? "", relieves: duty.heading ?? duty.timeline.id, text, id, is, asks });
  if (row?.relieves !== undefined) {
    if (duty.heading === undefined || !row.relieves.includes(duty.heading)) return undefined;
    if (!row.whole && !claimedIn(s.line.facts).includes(heading ?? "")) return offer("candidate", ["claim"], row.text ?? "", heading, row.id ?? "");
  }
  const base = { id: e.id, heading, terms, instruments: [...new Set([...duty.state.by, ...state.by])] };
  if (ok === undefined && terms.claim) {
    const fact = openFact(terms.when as NonNullable<Terms["when"]>, s.line);
    if (terms.caution !== undefined) duty.cautions.push(terms.caution);
    else if (s.line.goods.facts.get(fact)?.kind !== "provision") offer("needs-facts", terms.transit === undefined ? [fact] : [fact, terms.transit.test ?? "loaded"], terms.what ?? e.id);
    return undefined;
  }
  if (goods.is === "needs") {
    const { need } = goods;
    const own = need.row?.heading ?? heading;
    if (need.fact === "claim") return offer("candidate", ["claim"], need.row?.text ?? `goods of this line that meet the description of ${own ?? e.id}`, own, need.row?.id ?? e.id);
    if (need.fact === "use") offer("needs-facts", [need.fact], need.row?.text ?? terms.what ?? e.id, own, need.row?.id ?? e.id);
    return { ...base, is: "asks", why: need.why, need };
  }
  if (ok === undefined) {
    const n = needs(openFact(terms.when as NonNullable<Terms["when"]>, s.line), s.line, terms.when?.is ?? [], terms.what ?? heading ?? e.id);
    return n.is === "needs" ? { ...base, is: "asks", why: n.need.why, need: n.need } : undefined;
  }
  if (terms.transit !== undefined) {
    const p = passage(terms.transit, s.on, s.line.facts, s.zone);
    if (p.at !== undefined) s.tried.push({ ...p, heading, exception: e.id, instruments: state.by });
    if (p.relieved === undefined) return offer("needs-facts", terms.transit.join === "and" && !s.line.facts.has("mode") ? [p.fact, "mode"] : [p.fact], terms.what ?? e.id);
    if (!p.relieved) return undefined;
  }
  const what = `${heading === undefined ? "" : `${heading}: `}${row?.text ?? terms.what ?? "relieved"}`;
  if (terms.part !== undefined) {
    const given = s.line.facts.get(terms.part.fact);
    if (given === undefined && terms.part.pays) {
      const n = needs(terms.part.fact, s.line, [], terms.what ?? what);
      return n.is === "needs" ? { ...base, is: "asks", why: n.need.why, need: n.need } : undefined;
    }
    if (given === undefined) return offer("needs-facts", [terms.part.fact], terms.what ?? e.id);
    const value = parsePercent(given) ?? 0;
    const free = terms.part.pays ? MILLION - value : value;
    if (free < terms.part.least) return undefined;
    if (free < MILLION)
      return {
        ...base,
        is: "part",
        share: MILLION - free,
        why: `${terms.part.pays ? `${what}: ${showPercent(MILLION - free)} % of the value pays` : `${heading ?? ""}: ${showPercent(free)} % of the value is relieved`}`,
      };
  } else if (terms.claim && terms.when === undefined && terms.transit === undefined && (heading === undefined || !claimedIn(s.line.facts).includes(heading)))
    return heading === undefined ? undefined : offer("candidate", ["claim"], terms.what ?? e.id);
  return terms.percent === undefined ? { ...base, is: "free", why: what } : { ...base, is: "rate", percent: terms.percent, why: what };
}
