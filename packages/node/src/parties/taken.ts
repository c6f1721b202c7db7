import { createHash } from "node:crypto";
import { type ListCode, type ListKind, type Party, countryCode } from "@truce/engine/controls";
import type { CslEntry } from "./csl-fields.js";

/** What a reader took from a file. */
export interface Taken {
  readonly parties: readonly Party[];
  readonly lists: readonly ListCode[];
  /** The day of the content, where the file says it. */
  readonly asOf?: string;
  /** What the copy lacks, and what was done to read it, in words. */
  readonly missing: readonly string[];
  readonly notes: readonly string[];
  /** One notice that adds to a list. */
  readonly notice?: string;
  readonly url?: string;
}

/** Says one thing about a number of entries. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;

/** An id for an entry to which its publisher gives none: the same as long as these words are. */
export const idOf = (code: ListCode, ...words: readonly string[]): string =>
  `${code.toLowerCase()}:${createHash("sha256")
    .update(words.map((w) => w.trim().toLowerCase()).join("\n"))
    .digest("hex")
    .slice(0, 12)}`;

/** Gives ids that stand twice a number; entries that are the same in every part are taken once. */
export function withoutDoubles(parties: readonly Party[]): { parties: Party[]; notes: string[] } {
  const ids = new Map<string, number>();
  const whole = new Set<string>();
  let same = 0;
  const out = parties.flatMap((p): Party[] => {
    const key = JSON.stringify(p);
    if (whole.has(key)) {
      same++;
      return [];
    }
    whole.add(key);
    const again = ids.get(p.id) ?? 0;
    ids.set(p.id, again + 1);
    return [again === 0 ? p : { ...p, id: `${p.id}-${again + 1}` }];
  });
  const twice = [...ids.values()].filter((n) => n > 1).length;
  return {
    parties: out,
    notes: [
      ...(same === 0 ? [] : [`${counted(same, "entry stands twice in every part and is", "entries stand twice in every part and are")} taken once`]),
      ...(twice === 0 ? [] : [`${counted(twice, "id stands", "ids stand")} more than once with different content: each entry is kept, with a number after its id`]),
    ],
  };
}

/** The country of a cell of a list: "Korea, South", "China, People's Republic of", "Burma (Myanmar)". */
export function countryNamed(text: string): string | undefined {
  const word = text.trim();
  if (word === "") return undefined;
  const turned = /^([^,]+), (.+)$/.exec(word);
  return (
    countryCode(word) ??
    (turned === null ? undefined : countryCode(`${turned[2]} ${turned[1]}`)) ??
    countryCode(word.replace(/\s*\(.*\)$/, "")) ??
    (turned === null ? undefined : countryCode(turned[1] as string))
  );
}

/** Sorts entries by whether their list is one that we know. Those of other lists are left out, and that is said. */
export class Sorter {
  private readonly left = new Map<string, number>();
  private readonly codes = new Map<string, ListCode | undefined>();
  constructor(
    private readonly kinds: readonly ListKind[],
    private readonly named: (kinds: readonly ListKind[], text: string) => ListCode | undefined,
  ) {}
  code(source: string): ListCode | undefined {
    if (!this.codes.has(source)) this.codes.set(source, this.named(this.kinds, source));
    const code = this.codes.get(source);
    if (code === undefined) this.left.set(source, (this.left.get(source) ?? 0) + 1);
    return code;
  }
  get missing(): string[] {
    return [...this.left].map(([source, n]) => `${counted(n, "entry", "entries")} of "${source.slice(0, 100)}": no list of that name is known to this version`);
  }
}

/** An entry with nothing in it but what is given. */
export const entryOf = (parts: Pick<CslEntry, "id" | "list" | "name"> & Partial<CslEntry>): CslEntry => ({
  type: "",
  altNames: [],
  addresses: [],
  countries: [],
  programs: [],
  identifiers: [],
  cites: "",
  from: "",
  until: "",
  requirement: "",
  policy: "",
  url: "",
  born: [],
  remarks: "",
  ...parts,
});
