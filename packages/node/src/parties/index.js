import { listsInUse } from "@truce/engine/desk";
import { keptIds, listsFolder, readKept } from "./list-store.js";
export { listsFolder } from "./list-store.js";
/**
 * The lists of parties in use: those that the regime ships, replaced list by list by what the user imported.
 * @param dir the user's folder (default: TRUCE_LISTS and what follows)
 * @throws InputError for an imported copy that was broken since
 * @example openLists(await openRegime()).copies.map((c) => c.id) //=> ["cn", "us-csl-2022-04"]
 */
export function openLists(regime, dir = listsFolder()) {
    const imported = keptIds(dir).map((id) => {
        const { copy, path, file, importedAt } = readKept(dir, id);
        return { ...copy, origin: "imported", path, file, importedAt };
    });
    return { ...listsInUse(regime.law.lists, regime.copies, imported), dir };
}
//# sourceMappingURL=index.js.map