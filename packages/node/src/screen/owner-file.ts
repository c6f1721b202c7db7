import type { Interest } from "@truce/engine/controls/screen";
import type { Person, Stake } from "@truce/engine/controls";

/** What a file of owners holds, and what in it could not be used. */
export interface OwnerFile {
  readonly format: "csv" | "bods" | "gleif";
  readonly stakes: readonly Stake[];
  readonly persons: readonly Person[];
  readonly interests: readonly Interest[];
  /** Rows and records that were left out or read with a doubt: file:line, what, what to do. */
  readonly problems: readonly string[];
}
/** Takes in persons and stakes one by one. */
export class OwnerBuilder {
  readonly stakes: Stake[] = [];
  readonly interests: Interest[] = [];
  readonly problems: string[] = [];
  private readonly known = new Map<string, { id: string; names: string[]; country?: string; type?: Person["type"] }>();

  person(id: string, name?: string, country?: string, type?: Person["type"]): void {
    const p = this.known.get(id) ?? { id, names: [] };
    if (name !== undefined && name !== "" && !p.names.includes(name)) p.names.push(name);
    if (country !== undefined && country !== "") p.country = country;
    if (type !== undefined) p.type = type;
    this.known.set(id, p);
  }

  get persons(): Person[] {
    return [...this.known.values()].map((p) => ({ ...p, names: p.names.length === 0 ? [p.id] : p.names }) as Person);
  }

  /** Classes of which more than the whole is held: the file contradicts itself. */
  overfull(): string[] {
    const sums = new Map<string, { sum: number; sources: string[] }>();
    for (const s of this.stakes) {
      if (s.kind === "branch" || s.from !== undefined || s.until !== undefined) continue;
      const key = `${s.owned}\n${s.kind}`;
      const held = sums.get(key) ?? { sum: 0, sources: [] };
      held.sum += s.low;
      held.sources.push(s.source);
      sums.set(key, held);
    }
    return [...sums]
      .filter(([, v]) => v.sum > 1_000_000)
      .map(([key, v]) => `${v.sources.at(-1)}: the stakes in ${key.split("\n")[0]} (${key.split("\n")[1]}) add up to ${v.sum / 10_000} %, more than the whole: correct them`);
  }

  done(format: OwnerFile["format"]): OwnerFile {
    return { format, stakes: this.stakes, persons: this.persons, interests: this.interests, problems: [...this.problems, ...this.overfull()] };
  }
}
