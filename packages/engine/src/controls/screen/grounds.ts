import type { Regime } from "../../law/index.js";
import type { Instant } from "../../time/index.js";
import { freshness, type Freshness } from "../freshness.js";
import { listingState, type ListingState } from "../listings.js";
import { buildNameIndex, type NameIndex } from "../names/index-of-names.js";
import { type Listed, ownerGraph, type OwnerGraph, type OwnershipRule, type Reach, reach, type Strictness } from "../ownership/index.js";
import type { ListCode, ListCopy, Listing, ListKind, Party, Person } from "../types.js";
import { type Owners, Resolver } from "./owners.js";

/** What a screen stands on. */
export interface ScreenInput {
  readonly copies: readonly ListCopy[];
  readonly kinds: readonly ListKind[];
  readonly rules: readonly OwnershipRule[];
  readonly strictness: Strictness;
  readonly owners?: Owners;
}

/** The lists made ready for searching, and the stakes: everything of a screen that no clock changes. */
export class ScreenGrounds {
  readonly parties: readonly Party[];
  readonly copyOf: readonly ListCopy[];
  readonly kinds: ReadonlyMap<ListCode, ListKind>;
  readonly index: NameIndex;
  readonly resolver: Resolver;
  readonly persons: ReadonlyMap<string, Person>;

  constructor(
    readonly input: ScreenInput,
    index?: NameIndex,
  ) {
    this.parties = input.copies.flatMap((c) => c.parties);
    this.copyOf = input.copies.flatMap((c) => c.parties.map(() => c));
    this.kinds = new Map(input.kinds.map((k) => [k.code, k]));
    this.index = index ?? buildNameIndex(this.parties);
    this.resolver = new Resolver(this.parties, this.index);
    const known = new Map((input.owners?.persons ?? []).map((p) => [p.id, p]));
    for (const s of input.owners?.stakes ?? []) for (const id of [s.owner, s.owned]) if (!known.has(id)) known.set(id, { id, names: [id] });
    // A person whom the stakes name by the id of a listed party is that party.
    for (const [id, p] of known) {
      const party = this.resolver.place(id);
      if (party !== undefined && (p.names.length === 0 || (p.names.length === 1 && p.names[0] === id))) known.set(id, { ...p, names: (this.parties[party] as Party).names.map((n) => n.text) });
    }
    this.persons = known;
  }
}

/** A screen at one moment, by what was known at one moment. Captures are run once for all who are asked about. */
export class Moment {
  private readonly states = new Map<number, ListingState>();
  private dormantKept: ReadonlyMap<number, readonly { readonly listing: Listing; readonly until?: Instant }[]> = new Map();
  private readonly reached = new Map<string, Reach>();
  private graphKept: OwnerGraph | undefined;
  private listedKept: Listed | undefined;
  readonly lists: readonly Freshness[];

  constructor(
    readonly grounds: ScreenGrounds,
    readonly regime: Regime,
    readonly on: Instant,
    /** Persons whose owners are looked up by names that only fit, as well as by names that are the same. */
    readonly asked: readonly string[],
  ) {
    this.lists = grounds.input.copies.flatMap((c) => freshness(c, grounds.kinds, on, regime.known));
  }

  state(party: number): ListingState {
    let s = this.states.get(party);
    if (s === undefined) {
      const p = this.grounds.parties[party] as Party;
      const kind = this.grounds.kinds.get(p.listing.list);
      const copy = this.grounds.copyOf[party] as ListCopy;
      s = kind === undefined ? { state: "not-known", by: [], cites: [] } : listingState(p.listing, copy, kind, this.regime, this.on);
      this.states.set(party, s);
    }
    return s;
  }

  get graph(): OwnerGraph {
    this.graphKept ??= ownerGraph(this.grounds.input.owners?.stakes ?? [], [...this.grounds.persons.values()], this.on);
    return this.graphKept;
  }

  /** The persons of the stakes whom live listings name. An address that is listed does not pass down (15 CFR 744.11(a)(1), third sentence). */
  get listed(): Listed {
    if (this.listedKept !== undefined) return this.listedKept;
    const { graph, grounds } = this;
    const out = new Map<number, Listing[]>();
    const asleep = new Map<number, { listing: Listing; until?: Instant }[]>();
    const upward = above(graph, this.asked);
    graph.ids.forEach((id, n) => {
      const person = grounds.persons.get(id) as Person;
      // Who is not named cannot be looked up.
      if (person.unnamed === true) return;
      const taken = upward.has(n) ? grounds.resolver.taken(person) : grounds.resolver.same(person);
      const suspended = taken.flatMap((t) => {
        const p = grounds.parties[t.party] as Party;
        const s = this.state(t.party);
        return s.state === "suspended" && p.type !== "address" ? [{ listing: p.listing, ...(s.effective === undefined ? {} : { until: s.effective }) }] : [];
      });
      if (suspended.length > 0) asleep.set(n, suspended);
      const live = taken.filter((t) => this.state(t.party).state === "active" && (grounds.parties[t.party] as Party).type !== "address").map((t) => (grounds.parties[t.party] as Party).listing);
      if (live.length > 0) out.set(n, live);
    });
    this.listedKept = out;
    this.dormantKept = asleep;
    return out;
  }

  /** The persons of the stakes whose listings are suspended, each with the instant when it is back. */
  get dormant(): ReadonlyMap<number, readonly { readonly listing: Listing; readonly until?: Instant }[]> {
    void this.listed;
    return this.dormantKept;
  }

  reach(rule: OwnershipRule): Reach {
    let r = this.reached.get(rule.id);
    if (r === undefined) {
      r = reach(rule, this.graph, this.listed);
      this.reached.set(rule.id, r);
    }
    return r;
  }
}

/** Everyone who owns a part of the persons asked about, and of their owners in turn. */
function above(g: OwnerGraph, asked: readonly string[]): Set<number> {
  const work = asked.flatMap((id) => g.place.get(id) ?? []);
  const seen = new Set(work);
  for (let x = work.pop(); x !== undefined; x = work.pop())
    for (let i = g.intoStart[x] as number; i < (g.intoStart[x + 1] as number); i++) {
      const o = g.owner[g.into[i] as number] as number;
      if (!seen.has(o)) {
        seen.add(o);
        work.push(o);
      }
    }
  return seen;
}
