import type { ListCopy } from "@truce/engine/controls";
/** What stands beside the parties of a kept copy. */
export interface KeptAbout {
  readonly id: string;
  readonly format: string;
  /** The name of the file that was imported, and its moment. */
  readonly file: string;
  readonly importedAt: string;
}
export interface Kept extends KeptAbout {
  readonly copy: ListCopy;
  readonly path: string;
}
/**
 * Where a user's lists are kept: TRUCE_LISTS, else $XDG_DATA_HOME/truce/lists, else ~/.local/share/truce/lists.
 * @example listsFolder({ XDG_DATA_HOME: "/data" }) //=> "/data/truce/lists"
 */
export declare function listsFolder(env?: Readonly<Record<string, string | undefined>>): string;
/**
 * Keeps a copy: written beside, put in place in one step, the one before kept as ID.previous.json. Where anything fails the old copy stays as it was.
 * @throws InputError where the folder cannot be written, MachineError where the disk is full
 */
export declare function keep(dir: string, copy: ListCopy, about: Omit<KeptAbout, "id">): string;
/** The ids of the copies that are kept, in the order of the alphabet. */
export declare function keptIds(dir: string): string[];
/** Reads a kept copy. @throws InputError for one that was changed or broken since */
export declare function readKept(dir: string, id: string): Kept;
/** Takes a kept copy away, with the one before it. @throws InputError for an id that is not kept */
export declare function forget(dir: string, id: string): void;
