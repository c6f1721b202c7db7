import type { ListCode, ListCopy, Party } from "@truce/engine/controls";
import { ListError } from "@truce/engine/owners";

/** A party of a difference, in short. */
export interface Shown {
  readonly id: string;
  readonly list: ListCode;
  readonly name: string;
}
/** A party whose names differ. */
export interface Renamed extends Shown {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}
/** What one copy has that another has not. */
export interface ListDiff {
  readonly before: Readonly<Record<ListCode, number>>;
  readonly after: Readonly<Record<ListCode, number>>;
  readonly added: readonly Shown[];
  readonly removed: readonly Shown[];
  readonly renamed: readonly Renamed[];
}
/** A list may lose this share of its parties before someone has to look. */
const MOST_LOST = 0.1;

const shown = (p: Party): Shown => ({ id: p.id, list: p.listing.list, name: p.names[0]?.text ?? "" });
const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
const byId = (p: Party): string => `${p.listing.list}\n${p.id}`;
const byName = (p: Party): string => `${p.listing.list}\n${plain(p.names[0]?.text ?? "")}`;
const counts = (parties: readonly Party[], lists: readonly ListCode[]): Record<ListCode, number> => {
  const out: Record<ListCode, number> = Object.fromEntries(lists.map((l) => [l, 0]));
  for (const p of parties) out[p.listing.list] = (out[p.listing.list] ?? 0) + 1;
  return out;
};

/**
 * The difference between the parties in use and those of a new copy, for the lists that the new copy holds.
 * A party is the same by its id, else by its first name: the ids of the Consolidated Screening List change with the entry.
 */
export function compareLists(inUse: readonly Party[], copy: ListCopy): ListDiff {
  const held = new Set(copy.lists);
  const before = inUse.filter((p) => held.has(p.listing.list));
  const pairs: [Party, Party][] = [];
  const rest = match(before, copy.parties, byId, pairs);
  const left = match(rest.before, rest.after, byName, pairs);
  const renamed = pairs.flatMap(([a, b]): Renamed[] => {
    const [old, now] = [a, b].map((p) => new Map(p.names.map((n) => [plain(n.text), n.text]))) as [Map<string, string>, Map<string, string>];
    const gained = [...now].filter(([k]) => !old.has(k)).map(([, t]) => t);
    const lost = [...old].filter(([k]) => !now.has(k)).map(([, t]) => t);
    return gained.length + lost.length === 0 ? [] : [{ ...shown(b), gained, lost }];
  });
  return { before: counts(before, copy.lists), after: counts(copy.parties, copy.lists), added: left.after.map(shown), removed: left.before.map(shown), renamed };
}

/** Pairs parties by a key, each once; gives what is left of both. */
function match(before: readonly Party[], after: readonly Party[], key: (p: Party) => string, pairs: [Party, Party][]): { before: Party[]; after: Party[] } {
  const waiting = new Map<string, Party[]>();
  for (const p of before) waiting.set(key(p), [...(waiting.get(key(p)) ?? []), p]);
  const rest: Party[] = [];
  for (const p of after) {
    const found = waiting.get(key(p))?.shift();
    if (found === undefined) rest.push(p);
    else pairs.push([found, p]);
  }
  return { before: [...waiting.values()].flat(), after: rest };
}

/**
 * Refuses a copy in which a list has lost more than a tenth of its parties against the copy in use: most often the file is not whole.
 * @throws ListError that names the lists
 */
export function checkDrop(diff: ListDiff): void {
  const lost = Object.entries(diff.before).filter(([list, n]) => (diff.after[list] ?? 0) < n * (1 - MOST_LOST));
  if (lost.length === 0) return;
  const said = lost.map(([list, n]) => `${list} from ${n.toLocaleString("en-US")} to ${(diff.after[list] ?? 0).toLocaleString("en-US")}`).join(", ");
  throw new ListError("list-shrank", `more than a tenth of the parties is gone: ${said}`, "load the file again; if the list did shrink so, add --accept-drop");
}
