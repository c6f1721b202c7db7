import { type Instant, toUtc } from "../time/index.js";
import { goodsText, points } from "./act-text.js";
import { utcOrNull } from "./item.js";
import type { State, Timeline } from "./paint.js";
import { stateAt } from "./regime.js";

/** One stretch of a measure's life, as it is shown. */
export interface StateView {
  readonly from: string | null;
  readonly until: string | null;
  readonly standing: State["standing"];
  /** Points that it asks for, less those that are suspended; null where the rate stands in a list or there is none. */
  readonly percent: string | null;
  readonly suspendedPercent: string | null;
  readonly owed: State["owed"];
  readonly collected: State["collected"];
  readonly refundable: State["refundable"];
  readonly route?: readonly string[];
  readonly heading?: string;
  readonly origin?: "any" | readonly string[];
  readonly goods?: string;
  readonly what?: string;
  readonly instruments: readonly string[];
  readonly text: string;
}

/** Points of a state that are suspended for all goods, in part. */
const held = (s: State): number => s.suspensions.reduce((n, x) => n + (x.goods === undefined ? (x.percent ?? 0) : 0), 0);

/**
 * How a measure stands, in words.
 * @example stateText(regime.at("cn/general", on)) //=> "10 % (24 of 34 points suspended)"
 */
export function stateText(s: State | undefined): string {
  if (s === undefined || s.standing === "none") return "not in force";
  const percent = s.terms?.percent;
  const owed = s.owed === "no" ? ", not owed" : s.owed === "contested" ? ", contested" : "";
  const charged = s.standing === "in-force" && s.collected !== "yes" ? (s.collected === "no" ? ", no longer charged" : ", not known whether charged") : "";
  const part = s.suspensions.some((x) => x.goods !== undefined) ? ", suspended for some goods" : "";
  switch (s.standing) {
    case "in-force":
      if (percent === undefined) return `in force${part}${owed}${charged}`;
      return `${points(percent - held(s))} %${held(s) > 0 ? ` (${points(held(s))} of ${points(percent)} points suspended)` : ""}${part}${owed}${charged}`;
    case "suspended":
      return `suspended${percent === undefined ? "" : ` (${points(percent)} %)`}${owed}`;
    case "ended":
      return `ended${owed}`;
    default:
      return s.standing satisfies never;
  }
}

export function stateView(s: State): StateView {
  const percent = s.terms?.percent;
  const whole = s.standing === "suspended";
  return {
    from: utcOrNull(s.from),
    until: utcOrNull(s.until),
    standing: s.standing,
    percent: percent === undefined || s.standing === "none" || s.standing === "ended" ? null : points(whole ? percent : percent - held(s)),
    suspendedPercent: percent === undefined ? null : whole ? points(percent) : held(s) > 0 ? points(held(s)) : null,
    owed: s.owed,
    collected: s.collected,
    refundable: s.refundable,
    ...(s.route.length === 0 ? {} : { route: s.route }),
    ...(s.terms?.heading === undefined ? {} : { heading: s.terms.heading }),
    ...(s.terms === undefined ? {} : { origin: s.terms.origin }),
    ...(s.terms === undefined || s.terms.goods === "all" ? {} : { goods: goodsText(s.terms.goods) }),
    ...(s.terms?.what === undefined ? {} : { what: s.terms.what }),
    instruments: s.by,
    text: stateText(s),
  };
}

/** The states of a measure from its first day on; neighbours that look alike are one. */
export function statesOf(t: Timeline): StateView[] {
  const out: StateView[] = [];
  for (const s of t.states) {
    if (s.standing === "none" && out.length === 0) continue;
    const view = stateView(s);
    const last = out.at(-1);
    const bare = (v: StateView): string => (v.standing === "ended" ? `ended ${v.text} ${v.collected} ${v.refundable}` : JSON.stringify({ ...v, from: null, until: null }));
    if (last !== undefined && bare(last) === bare(view)) out[out.length - 1] = { ...last, until: view.until };
    else out.push(view);
  }
  return out;
}

/** How a measure stood just before an instant, and from it on. */
export interface Effect {
  readonly measure: string;
  readonly at: string;
  readonly before: string;
  readonly after: string;
}
export function effectAt(t: Timeline, at: Instant, before?: string): Effect {
  return { measure: t.id, at: toUtc(at), before: before ?? stateText(stateAt(t, (at - 1) as Instant)), after: stateText(stateAt(t, at)) };
}
