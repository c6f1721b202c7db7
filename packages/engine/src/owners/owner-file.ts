import type { Interest } from "../controls/screen/index.js";
import type { Person, Stake } from "../controls/index.js";
import { InputError } from "../desk/index.js";
import { overfull } from "./overfull.js";

/** What a file of owners holds, and what in it could not be used. */
export interface OwnerFile {
  readonly format: "csv" | "bods" | "gleif";
  readonly stakes: readonly Stake[];
  readonly persons: readonly Person[];
  readonly interests: readonly Interest[];
  /** Rows and records that were left out or read with a doubt: file:line, what, what to do. */
  readonly problems: readonly string[];
}
const MOST_STAKES = 2_000_000;
const MOST_PROBLEMS = 1000;

/** Takes in persons and stakes one by one. */
export class OwnerBuilder {
  readonly stakes: Stake[] = [];
  readonly interests: Interest[] = [];
  private readonly problems: string[] = [];
  private more = 0;
  private readonly known = new Map<string, { id: string; names: string[]; country?: string; type?: Person["type"]; unnamed?: true }>();
  private readonly seen = new Map<string, string>();

  person(id: string, name?: string, country?: string, type?: Person["type"]): void {
    const p = this.known.get(id) ?? { id, names: [] };
    if (name !== undefined && name !== "" && !p.names.includes(name)) p.names.push(name);
    if (country !== undefined && country !== "") p.country = country;
    if (type !== undefined) p.type = type;
    this.known.set(id, p);
  }

  /** Someone of whom the file says that he owns, not who he is. */
  unnamed(id: string): string {
    this.person(id);
    (this.known.get(id) as { unnamed?: true }).unnamed = true;
    return id;
  }

  /** Takes in a stake; one that was said before in the same words counts once. @throws InputError where there are too many */
  stake(s: Stake): void {
    const key = `${s.owner}\n${s.owned}\n${s.kind} ${s.low} ${s.high} ${s.lowOpen} ${s.highOpen} ${s.from} ${s.until}`;
    const before = this.seen.get(key);
    if (before !== undefined) {
      this.problem(`${s.source}: it says the same as ${before}; it is counted once`);
      return;
    }
    if (this.stakes.length >= MOST_STAKES)
      throw new InputError("too-many-stakes", `the file holds more than ${MOST_STAKES.toLocaleString("en")} stakes`, "keep the firms that are asked about and their owners", "--owners");
    this.seen.set(key, s.source);
    this.stakes.push(s);
  }

  problem(text: string): void {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push(text);
    else this.more++;
  }

  get persons(): Person[] {
    return [...this.known.values()].map((p) => ({ ...p, names: p.names.length === 0 ? [p.id] : p.names }) as Person);
  }

  /** Names that differ in case or width alone: two firms here, and perhaps one in truth. */
  private alike(): string[] {
    const first = new Map<string, string>();
    const out: string[] = [];
    for (const id of this.known.keys()) {
      const plain = id.normalize("NFKC").toLowerCase();
      const other = first.get(plain);
      if (other === undefined) first.set(plain, id);
      else if (out.length < 20) out.push(`"${other.slice(0, 80)}" and "${id.slice(0, 80)}" differ in case or width alone and count as two: write them alike if they are one`);
    }
    return out;
  }

  done(format: OwnerFile["format"], name: string): OwnerFile {
    const alike = format === "csv" ? this.alike().map((t) => `${name}: ${t}`) : [];
    const more = this.more === 0 ? [] : [`${name}: ${this.more.toLocaleString("en")} more such rows`];
    return {
      format,
      stakes: this.stakes,
      persons: this.persons,
      interests: this.interests,
      problems: [...this.problems, ...more, ...overfull(this.stakes, (o) => this.known.get(o)?.unnamed === true), ...alike],
    };
  }
}
