import type { ControlAnswer, ControlBy, ControlQuestion, ControlVerdict } from "./types.js";
import { CONTROL_VERDICTS } from "./types.js";

/** What a screen says of the party that is to receive the goods, as far as controls of goods turn on it. */
export interface Receiver {
  readonly name: string;
  readonly verdict: string;
  readonly why: string;
  /** Listings that have effect on the day, by their list. */
  readonly listed: readonly { readonly list: string; readonly instruments: readonly string[]; readonly cites: readonly string[]; readonly means: string }[];
  /** Held by half or more by a party of the control or the watch list. */
  readonly owned: boolean;
}

/**
 * The fact `end-user` that follows from who receives the goods; undefined where nothing does.
 * @example endUserOf({ listed: [{ list: "CONTROL", … }], … }) //=> "control-list"
 */
export const endUserOf = (r: Receiver): string | undefined =>
  r.listed.some((l) => l.list === "CONTROL") ? "control-list" : r.listed.some((l) => l.list === "WATCH") ? "watch-list" : r.owned ? "owned-by-listed" : undefined;

const BARRED: ControlVerdict = "prohibited";
/**
 * An answer about goods, and about who receives them: China's control list bars its goods with a dual use from the parties on it, its watch list asks for single licences.
 * @param a the answer about the goods, asked with the fact that follows from the party
 */
export function withParty(a: ControlAnswer, q: ControlQuestion, r: Receiver): ControlAnswer & { readonly party: Receiver } {
  const sure = a.items.some((i) => i.sure);
  const by = q.from !== "CN" || a.verdict === "not-covered" ? [] : r.listed.flatMap((l) => (l.list === "CONTROL" || l.list === "WATCH" ? [listBy(l, r.name, sure)] : []));
  if (by.length === 0 || a.verdict === "beyond-horizon") return { ...a, by: [...by, ...a.by], party: r };
  const all = [...by, ...a.by].sort((x, y) => CONTROL_VERDICTS.indexOf(x.verdict) - CONTROL_VERDICTS.indexOf(y.verdict));
  const first = all[0] as ControlBy;
  return { ...a, verdict: first.verdict, why: first.measure.startsWith("list/") ? `${first.why} ${a.why}` : `${a.why} ${by.map((b) => b.why).join(" ")}`, by: all, party: r };
}

function listBy(l: Receiver["listed"][number], name: string, sure: boolean): ControlBy {
  const control = l.list === "CONTROL";
  return {
    measure: `list/${l.list}`,
    verdict: !sure ? "unsettled" : control ? BARRED : "licence-required",
    demand: control ? "prohibited" : "licence",
    items: [],
    what: l.means,
    why: `${name} is on China's ${control ? "control" : "watch"} list: ${l.means}${sure ? "" : ", and whether these goods have a dual use is not known"}.`,
    force: "in-force",
    from: null,
    until: null,
    returns: null,
    instruments: l.instruments,
    cites: l.cites,
    confidence: "confirmed",
    note: null,
  };
}
