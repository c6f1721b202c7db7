import { showCode } from "../goods/index.js";
import type { Placed } from "./base.js";
import { LEFT_ZONE } from "./find.js";
import type { Governing } from "./governing.js";
import { type Merged, sameOutcome } from "./merge.js";
import { type Quantity, quantityNotes } from "./ordinary.js";
import type { Side } from "./question.js";
import type { ClaimView } from "./result.js";
import { viewsOf } from "./views.js";

interface Circumstances {
  readonly now: Merged;
  readonly place: Placed;
  readonly side: Side;
  readonly onDay: string;
  readonly governing: Governing;
  /** Duties of which it is unsettled whether goods of a zone still pay them. */
  readonly locks: ReadonlySet<string>;
  readonly claims: readonly ClaimView[];
  readonly idle: readonly string[];
  /** Past the last day to which the regime was checked, and whether something of the line ends or begins there. */
  readonly past: boolean;
  readonly beyond: boolean;
  readonly horizon: string;
  readonly coversTo: string;
  /** Whether the line itself stands in the tariff edition of that day. */
  readonly printed: boolean;
  readonly quantity: readonly Quantity[];
  /** The customs value as given. */
  readonly cents: number;
  readonly program: string | undefined;
  /** The goods come by post. */
  readonly post: boolean;
}

/** Before this day the lists of Section 301 had other vintages than the ones in hand. */
const VINTAGE = "2025-01-01";

/** What the reader of an answer should know beside it. */
export function warningsOf(c: Circumstances): string[] {
  const { base } = c.now;
  const out: string[] = [];
  if (c.governing.by.fact === "entered-bond")
    out.push("the rates are those in force when the in-bond entry was accepted (19 CFR 141.69(b)); goods under a quota or in general order pay those of the entry");
  out.push(...ofZone(c));
  if (c.past && !c.beyond) out.push(`the regime was checked to ${c.horizon}; nothing of this line that was known by then is left open between that day and ${c.onDay}`);
  if (c.beyond) out.push(`past ${c.horizon}, the last day to which the regime was checked, something of this line ends or begins: no single number is known`);
  if (base.why !== undefined) out.push(`ordinary rate: ${base.why}`);
  if (base.inferred) out.push(`the MFN rate is that of 1 January 2019, the last edition in hand; its year is ${c.onDay.slice(0, 4)} here`);
  if (c.coversTo !== "" && c.onDay > c.coversTo && base.rate !== undefined) out.push(`the last tariff edition in hand covers to ${c.coversTo}; the ordinary rate is assumed unchanged since`);
  if (!c.printed && base.rate !== undefined)
    out.push(`the line ${showCode(c.place.leaves[0] as string)} does not stand in the tariff edition of that day: it began or ended otherwise; its eight digits are answered`);
  if (c.side === "us" && c.onDay < VINTAGE && c.now.assessment.findings.some((f) => f.is === "due" && f.measure.startsWith("us/s301/list")))
    out.push("the Section 301 lists and exclusions in hand are those of 2025 and 2026; earlier vintages are not");
  out.push(...quantityNotes(base.rate, c.quantity, c.cents), ...(c.program !== undefined && !c.now.base.special ? [`program: the line has no special rate for ${c.program}, or none is in hand`] : []));
  if (c.post && c.side === "us")
    out.push("mode=post: goods of up to 800 dollars by post come under rules of their own, by the parcel or the item, which are not worked out here; this is the duty of an entry");
  if (c.idle.length > 0) out.push(`${c.idle.join(", ")}: given, but makes no difference to this line`);
  for (const t of new Map((c.now.assessment.tried ?? []).map((x) => [x.exception, x])).values())
    if (t.relieved === false) out.push(`${t.fact}: ${t.heading ?? t.exception} does not relieve: ${t.why}`);
    else if (t.taken !== undefined) out.push(`${t.fact}: ${t.heading ?? t.exception}: ${t.taken}`);
  for (const claim of c.claims) if (claim.is === "refused") out.push(`claim ${claim.heading} is refused: ${claim.why}`);
  return [...out, ...c.place.notes, ...viewsOf(c.now.assessment).warnings];
}

/** What a foreign trade zone changes, and what is not settled of it. */
function ofZone(c: Circumstances): string[] {
  const out: string[] = [];
  const { cites } = c.governing.by;
  if (cites.includes("19 CFR 146.65(a)(2)"))
    out.push(
      "zone-status: goods that duties of Section 301, 232 or 122 reach at admission have to be admitted in privileged foreign status, which fixes their rates (19 CFR 146.65(a)(1)); the answer takes them as not reached then",
    );
  for (const m of c.locks) out.push(`${m}: fixed at admission to the zone, and no longer charged when the goods left it; whether they still pay it is unsettled`);
  return out;
}

/** Facts that the fees of a US entry turn on. */
const OF_FEES = ["entry", "mode", "chapter-98"];

/** Facts without which the answer would be the same. */
export function idleFacts(facts: ReadonlyMap<string, string>, now: Merged, side: Side, judge: (rest: ReadonlyMap<string, string>) => Merged): string[] {
  const out: string[] = [];
  for (const name of facts.keys()) {
    if (name === "program" || name === "claim" || name === LEFT_ZONE || (side === "us" && OF_FEES.includes(name)) || now.assessment.tried?.some((t) => t.fact === name)) continue;
    const rest = new Map([...facts].filter(([k]) => k !== name));
    if (sameOutcome(now, judge(rest))) out.push(name);
  }
  return out;
}
