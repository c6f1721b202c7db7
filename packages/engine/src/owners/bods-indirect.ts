import type { Stake } from "../controls/index.js";
import type { OwnerBuilder } from "./owner-file.js";

/** A shareholding that is held through others, as a statement says it. */
export interface Claim {
  readonly stake: Stake;
  /** Records of which it is said to be made up. */
  readonly parts: readonly string[];
}

/**
 * Indirect shareholdings: where the file holds the stakes through which they are held, they follow from those and are no stakes of their own.
 * Where parts are missing they are, of at least the share that is claimed; the most is open, since a firm that is caught counts with its whole stake.
 * @param there ids of all records that are there
 */
export function indirect(claims: readonly Claim[], there: ReadonlySet<string>, out: OwnerBuilder): void {
  if (claims.length === 0) return;
  const direct = [...out.stakes];
  const from = group(direct, (s) => s.owner);
  const into = group(direct, (s) => s.owned);
  for (const { stake, parts } of claims) {
    const { owner, owned, source } = stake;
    const who = `an indirect shareholding of ${owner.slice(0, 60)} in ${owned.slice(0, 60)}`;
    const missing = parts.find((p) => !there.has(p));
    const above = reachable(owner, from);
    const last = (into.get(owned) ?? []).filter((s) => s.owner !== owner && above.has(s.owner));
    const most = last.reduce((sum, s) => sum + s.high, 0);
    if (missing === undefined && last.length > 0 && most >= stake.low) {
      out.problem(`${source}: ${who} is no stake of its own: it follows from the direct ones${implied(stake, last, from)}`);
      continue;
    }
    const why =
      missing === undefined
        ? last.length === 0
          ? "the file holds no stakes through which it is held"
          : "the stakes through which it is held come to less"
        : `its part ${missing.slice(0, 60)} is not there`;
    out.problem(`${source}: ${who} counts as a stake, since ${why}`);
    out.stake({ ...stake, kind: "indirect", high: 1_000_000 });
  }
}

/** What an indirect share through one known stake says of the unknown one above it: an inference, told and never counted. */
function implied(claim: Stake, last: readonly Stake[], from: ReadonlyMap<string, readonly Stake[]>): string {
  const through = last[0];
  if (last.length !== 1 || through === undefined || through.low !== through.high || through.low === 0) return "";
  const above = (from.get(claim.owner) ?? []).filter((s) => s.owned === through.owner);
  if (above.length !== 1 || above[0]?.low !== 0) return "";
  const share = Math.floor((claim.low / through.low) * 1_000_000);
  return share > 1_000_000
    ? ""
    : `; ${claim.low / 10_000} % through ${through.low / 10_000} % would be at least ${share / 10_000} % of ${through.owner.slice(0, 60)}, which is inferred and not counted`;
}

function reachable(owner: string, from: ReadonlyMap<string, readonly Stake[]>): Set<string> {
  const seen = new Set([owner]);
  for (const o of seen) for (const s of from.get(o) ?? []) seen.add(s.owned);
  return seen;
}
function group(stakes: readonly Stake[], key: (s: Stake) => string): Map<string, Stake[]> {
  const out = new Map<string, Stake[]>();
  for (const s of stakes) {
    const held = out.get(key(s));
    if (held === undefined) out.set(key(s), [s]);
    else held.push(s);
  }
  return out;
}
