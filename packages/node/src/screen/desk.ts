import type { Instrument } from "@truce/engine/law";
import { packedIndex, Screen, ScreenGrounds, type ScreenQuery } from "@truce/engine/controls/screen";
import type { Instant } from "@truce/engine/time";
import { type Desks, InputError } from "@truce/engine/desk";
import { openLists } from "../parties/index.js";
import { readOwnList } from "./own-list.js";
import { readOwners } from "./read-owners.js";

/** What a screen reads besides the regime. */
export interface ScreenFiles {
  readonly list?: string;
  readonly onlyList?: boolean;
  readonly owners?: string;
}

/** The lists and stakes of a screen, ready for any moment. @throws InputError where a file cannot be read, or the regime has no lists */
export function screenGrounds(desks: Desks, known: Instant, files: ScreenFiles): { grounds: ScreenGrounds; problems: readonly string[] } {
  const { law } = desks.regime;
  if (files.onlyList === true && files.list === undefined) throw new InputError("no-list", "--only-list needs a list", "name it with --list FILE", "--only-list");
  if (law.ownership === null || law.lists.length === 0)
    throw new InputError("no-lists", "this regime folder has no lists of parties", "add parties/lists.yaml and ownership.yaml, or leave --regime out", "--regime");
  const own = files.list === undefined ? [] : [readOwnList(files.list, law.lists, known)];
  const read = files.owners === undefined ? undefined : readOwners(files.owners, known);
  const copies = files.onlyList === true ? own : [...own, ...openLists(desks.regime).copies];
  const grounds = new ScreenGrounds(
    { copies, kinds: law.lists, rules: law.ownership.rules, strictness: law.ownership.strictness, ...(read === undefined ? {} : { owners: read }) },
    own.length > 0 ? undefined : packedIndex(desks.regime.names, copies),
  );
  return { grounds, problems: read?.problems ?? [] };
}

/** A screen by the law as known, with suppositions on top. */
export const screenOf = (desks: Desks, grounds: ScreenGrounds, known: Instant, supposed: readonly Instrument[], queries: readonly ScreenQuery[]): Screen =>
  new Screen(grounds, desks.regimeAt(known, supposed), queries);
