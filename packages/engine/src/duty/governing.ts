import { fromWall, type Instant, parseDay, toZoned } from "../time/index.js";
import { factInstant, QuestionError, type Side } from "./question.js";
import type { Tried } from "./relief.js";
import type { DecidedBy } from "./result.js";

/** The moment whose law governs an entry, and what chose it. */
export interface Governing {
  readonly at: Instant;
  /** The bare day by which that moment was given, if it was. */
  readonly day: string | undefined;
  readonly by: DecidedBy;
  /** Another fact took the place of the time of entry. */
  readonly moved: boolean;
  /** When goods left the zone to which they had been admitted in privileged foreign status. */
  readonly left?: Instant;
  /** Admission to a zone whose status is not given: the law of that moment governs privileged goods. */
  readonly either?: Instant;
}
interface Moment {
  readonly at: Instant;
  readonly day: string | undefined;
}
/** The moment asked about, as it is shown too. */
interface Asked extends Moment {
  readonly shown?: string;
}
const plain = new WeakMap<Asked, Map<string, Governing>>();
/** The time of entry itself governs: the same for every question of one moment. */
function ofEntry(when: Asked, rule: "us" | "cn" | "other", zone: string): Governing {
  let own = plain.get(when);
  if (own === undefined) plain.set(when, (own = new Map()));
  let g = own.get(rule);
  if (g === undefined) own.set(rule, (g = { at: when.at, day: when.day, moved: false, by: { fact: "on", at: when.shown ?? toZoned(when.at, zone), why: WHY[rule], cites: CITES[rule] } }));
  return g;
}

const WHY = {
  us: "the rates in force at the time of entry for consumption",
  cn: "the rates in force when the import is declared",
  "entered-bond": "the rates in force when the in-bond entry was accepted at the first port",
  withdrawn: "the rates in force when the goods were withdrawn from warehouse for consumption",
  privileged: "the rates in force when the goods were admitted to the zone in privileged foreign status",
  other: "the rates in force at entry from the zone, the goods not being in privileged foreign status",
} as const;
const CITES = {
  us: ["19 CFR 141.68"],
  cn: [],
  "entered-bond": ["19 CFR 141.69(b)"],
  withdrawn: ["19 U.S.C. 1315(a)"],
  privileged: ["19 CFR 146.65(a)(1)"],
  other: ["19 CFR 146.65(a)(2)"],
} as const;

/**
 * The instant whose law governs an entry: its own; the withdrawal from warehouse for consumption (19 U.S.C. 1315(a)); the acceptance of
 * an in-bond entry at the first port (19 CFR 141.69(b), goods under a quota or in general order excepted); or the admission to a
 * foreign trade zone in privileged foreign status (19 CFR 146.65(a)(1)).
 * @throws QuestionError where a fact lies after the entry, or two facts each claim to govern
 */
export function governing(when: Asked, facts: ReadonlyMap<string, string>, side: Side, zone: string): Governing {
  if (side === "cn") return ofEntry(when, "cn", zone);
  if (facts.size === 0) return ofEntry(when, "us", zone);
  const given = (["entered-bond", "withdrawn", "zone-admitted"] as const).filter((f) => facts.has(f));
  const fact = given[0];
  if (fact === undefined) return ofEntry(when, "us", zone);
  if (given.length > 1) throw clash(given[0] as string, given[1] as string);
  const chosen = before(fact, facts.get(fact) as string, when, zone);
  const moved = (rule: keyof typeof WHY): Governing => ({ ...chosen, moved: true, by: { fact, at: toZoned(chosen.at, zone), why: WHY[rule], cites: CITES[rule] } });
  if (fact !== "zone-admitted") return moved(fact);
  const status = facts.get("zone-status");
  if (status === "privileged") return { ...moved("privileged"), left: when.at };
  return status === undefined ? { ...ofEntry(when, "us", zone), either: chosen.at } : ofEntry(when, "other", zone);
}

/** What decided, the rule for goods under way among it, where one relieved the line. */
export function decidedBy(g: Governing, tried: readonly Tried[], zone: string): DecidedBy {
  if (tried.length === 0) return g.by;
  const relieved = tried.filter((t) => t.relieved === true);
  const first = relieved[0];
  if (first?.at === undefined) return g.by;
  const words = [...new Set(relieved.map((t) => (t.heading === undefined ? t.why : `${t.why}: ${t.heading}`)))].join("; ");
  const cites = [...new Set([...relieved.flatMap((t) => (t.heading === undefined ? [] : [`HTS ${t.heading}`])), ...g.by.cites])];
  return g.moved ? { ...g.by, why: `${g.by.why}; ${words}`, cites } : { fact: first.fact, at: toZoned(first.at, zone), why: `${words}; for all else ${g.by.why}`, cites };
}

/** A dated fact, which cannot lie after the entry. A bare day that is the day of the entry is not after it. */
function before(fact: string, value: string, when: Moment, zone: string): Moment {
  const day = value.length === 10 ? parseDay(value) : undefined;
  const at = factInstant(value, zone);
  const end = when.day === undefined ? when.at : fromWall(`${when.day}T23:59`, zone);
  const earliest = day === undefined ? at : fromWall(`${day}T00:00`, zone);
  if (earliest > end) throw late(fact, value);
  return { at: Math.min(at, end) as Instant, day };
}

const HINT: Readonly<Record<string, readonly [string, string]>> = {
  "entered-bond": ["the in-bond entry was accepted", "give the day on which the immediate-transportation entry was accepted"],
  withdrawn: ["the goods were withdrawn from warehouse", "ask for the day of the withdrawal or a later one, or leave --on out"],
  "zone-admitted": ["the goods were admitted to the zone", "give the day of admission, and with --on that of the entry from the zone"],
};
function late(fact: string, value: string): QuestionError {
  const [what, hint] = HINT[fact] as readonly [string, string];
  return new QuestionError("bad-fact", `${what} on ${value}, after the goods were entered`, fact, hint);
}
const clash = (a: string, b: string): QuestionError =>
  new QuestionError(
    "bad-fact",
    `${a} and ${b} are both given, and each would decide which rates apply`,
    b,
    "give the one that governs: a warehouse withdrawal or a zone admission comes after an in-bond movement",
  );
