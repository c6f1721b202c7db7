import { strictest } from "../ownership/index.js";
import type { ListKind, Party, ScreenVerdict } from "../types.js";
import type { ScreenGrounds } from "./grounds.js";
import { strict } from "./strict.js";
import { termsOf } from "./terms.js";
import type { RegimeVerdict, ScreenMatch } from "./types.js";

/** One verdict for each list that names the party, the strictest of its entries. */
export function listVerdicts(grounds: ScreenGrounds, matches: readonly ScreenMatch[]): RegimeVerdict[] {
  const byList = new Map<string, ScreenMatch>();
  for (const m of matches) {
    if (m.verdict === null) continue;
    const held = byList.get(m.list);
    if (held === undefined || strict(m.verdict) < strict(held.verdict as ScreenVerdict)) byList.set(m.list, m);
  }
  // In the order in which regime/parties/lists.yaml names the lists.
  const order = [...grounds.kinds.keys()];
  return [...byList.values()]
    .sort((a, b) => order.indexOf(a.list) - order.indexOf(b.list))
    .map(
      (m): RegimeVerdict => ({
        regime: `list/${m.list}`,
        title: m.listTitle,
        side: (grounds.kinds.get(m.list) as ListKind).side,
        verdict: m.verdict as ScreenVerdict,
        why: listWhy(m),
        section: m.section,
        quote: null,
        means: m.means,
        low: null,
        high: null,
        witness: [],
        deciding: [],
        cautions: [],
        strictest: { requirement: null, exceptions: null, review: null, ...strictest(grounds.input.strictness, [termsOf(grounds, grounds.parties[grounds.resolver.place(m.id) as number] as Party)]) },
        then: m.verdict === "stayed" ? "restricted" : null,
        returns: m.verdict === "stayed" ? m.returns : null,
        stayedBy: m.verdict === "stayed" ? m.instruments : [],
        said: [],
        cites: m.cites,
      }),
    );
}

function listWhy(m: ScreenMatch): string {
  const who = `${m.party} (${m.listTitle}, copy of ${m.asOf}; likeness ${m.score})`;
  if (m.strength === "possible") return `A name alike is listed: ${who}. Compare address, country and numbers before going on.`;
  switch (m.status) {
    case "suspended":
      return `${who} is listed, and the listing is suspended${m.returns === null ? "" : ` until ${m.returns.slice(0, 10)}`}. Then: ${m.means}.`;
    case "not-yet":
      return `${who} will be listed from ${(m.returns ?? "").slice(0, 10)}: ${m.means}.`;
    default:
      return m.verdict === "authorised" ? `${who} is listed, and an authorisation covers it.` : `${who}: ${m.means}.`;
  }
}
