import { type Lists, type Regime } from "@truce/engine/desk";
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
export declare function openLists(regime: Pick<Regime, "law" | "copies">, dir?: string): ListsOfUser;
