import type { Instant } from "../../time/index.js";
import type { Party, Person, Stake } from "../types.js";
import type { NameIndex } from "../names/index-of-names.js";
import { type Folded, fold, NameError } from "../names/fold.js";
import { matchNames, STRONG } from "../names/match-names.js";

/** An interest that is not ownership: a seat on the board, a nominee, control by contract. */
export interface Interest {
  readonly holder: string;
  readonly subject: string;
  readonly type: string;
  /** From when, and the first instant without it. */
  readonly from?: Instant;
  readonly until?: Instant;
  readonly source: string;
}
/** Who owns whom, as the user's file says. */
export interface Owners {
  readonly stakes: readonly Stake[];
  readonly persons: readonly Person[];
  readonly interests: readonly Interest[];
}
/** A listed party that a person of the stakes is taken for. */
export interface Taken {
  readonly party: number;
  readonly score: number;
}

/** A name without its legal form, for asking whether two are the same. Empty for one that cannot be read. */
export function plain(name: string): string {
  try {
    return keyOf(fold(name)) || whole(name);
  } catch (e) {
    if (e instanceof NameError) return "";
    throw e;
  }
}

const keyOf = (f: Folded): string =>
  (f.han ?? f.latin)
    .filter((t) => t.kind !== "form")
    .map((t) => t.text)
    .sort()
    .join(" ");
/** A name of which nothing but legal forms and articles would be left ("Company A"), as it is. */
const whole = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

const LEI = /^[A-Z0-9]{18}\d{2}$/;

/** Finds the listed parties behind the persons of the stakes: by id, by the same name, or by a name that fits strongly. Remembers what it found. */
export class Resolver {
  private readonly byId: ReadonlyMap<string, number>;
  private leis: ReadonlyMap<string, number[]> | undefined;
  private names: Map<string, number[]> | undefined;
  private readonly kept = new Map<string, readonly Taken[]>();

  constructor(
    private readonly parties: readonly Party[],
    private readonly index: NameIndex,
  ) {
    this.byId = new Map(parties.map((p, n) => [p.id, n]));
  }

  /** Parties by their plain names; made when stakes are first looked at. */
  private get byName(): ReadonlyMap<string, readonly number[]> {
    if (this.names !== undefined) return this.names;
    const names = new Map<string, number[]>();
    for (let at = 0; at < this.index.folded.size; at++) {
      const key = keyOf(this.index.folded.at(at));
      const party = this.index.party[at] as number;
      const keys = key === "" ? (this.parties[party] as Party).names.map((n) => whole(n.text)) : [key];
      for (const k of keys) {
        const list = names.get(k);
        if (list === undefined) names.set(k, [party]);
        else if (!list.includes(party)) list.push(party);
      }
    }
    this.names = names;
    return names;
  }

  /** The place of a listed party by its id. */
  place(id: string): number | undefined {
    return this.byId.get(id);
  }

  /** Listed parties of a legal entity identifier. */
  private ofLei(id: string): readonly number[] {
    if (!LEI.test(id)) return [];
    if (this.leis === undefined) {
      const leis = new Map<string, number[]>();
      this.parties.forEach((p, n) => {
        for (const i of p.identifiers) if (LEI.test(i.value)) leis.set(i.value, [...(leis.get(i.value) ?? []), n]);
      });
      this.leis = leis;
    }
    return this.leis.get(id) ?? [];
  }

  /** Listed parties of the same id or name. */
  same(person: Person): readonly Taken[] {
    const byId = this.byId.get(person.id);
    if (byId !== undefined) return [{ party: byId, score: 1 }];
    const found = new Set<number>(this.ofLei(person.id));
    for (const name of person.names) {
      const key = plain(name);
      if (key !== "") for (const n of this.byName.get(key) ?? []) if (fits(this.parties[n] as Party, person)) found.add(n);
    }
    return [...found].map((party) => ({ party, score: 1 }));
  }

  /** Listed parties that a person is taken for, names that only fit strongly among them. */
  taken(person: Person): readonly Taken[] {
    const kept = this.kept.get(person.id);
    if (kept !== undefined) return kept;
    let found = this.same(person);
    if (found.length === 0) {
      const best = new Map<number, number>();
      for (const name of person.names) {
        try {
          const query = { name, ...(person.country === undefined ? {} : { country: person.country }), ...(person.type === undefined ? {} : { type: person.type }) };
          for (const m of matchNames(this.index, query, { limit: 5, threshold: STRONG }).matches) best.set(m.party, Math.max(best.get(m.party) ?? 0, m.score));
        } catch (e) {
          if (!(e instanceof NameError)) throw e;
        }
      }
      found = [...best].map(([party, score]) => ({ party, score }));
    }
    this.kept.set(person.id, found);
    return found;
  }
}

const fits = (p: Party, person: Person): boolean => person.country === undefined || p.countries.length === 0 || p.countries.includes(person.country);
