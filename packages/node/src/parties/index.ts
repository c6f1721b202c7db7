import { type CopyInUse, type Lists, listsInUse, type Regime } from "@truce/engine/desk";
import { keptIds, listsFolder, readKept } from "./list-store.js";

export { listsFolder } from "./list-store.js";

/** The lists in use, and the folder of the user's own. */
export interface ListsOfUser extends Lists {
  readonly dir: string;
}

/**
 * The lists of parties in use: those that the regime ships, replaced list by list by what the user imported.
 * @param dir the user's folder (default: TRUCE_LISTS and what follows)
 * @throws InputError for an imported copy that was broken since
 * @example openLists(await openRegime()).copies.map((c) => c.id) //=> ["cn", "us-csl-2022-04"]
 */
export function openLists(regime: Pick<Regime, "law" | "copies">, dir = listsFolder()): ListsOfUser {
  const imported = keptIds(dir).map((id): CopyInUse => {
    const { copy, path, file, importedAt } = readKept(dir, id);
    return { ...copy, origin: "imported", path, file, importedAt };
  });
  return { ...listsInUse(regime.law.lists, regime.copies, imported), dir };
}
