import { basename } from "node:path";
import type { ListCode } from "@truce/engine/controls";
import { InputError, type Lists } from "@truce/engine/desk";
import { checkDrop, compareLists, type ListDiff } from "./compare-lists.js";
import { ListError } from "@truce/engine/owners";
import { keep } from "./list-store.js";
import { readList, type ReadList, type Said } from "./read-list.js";

/** A file that was read and held against the copies in use. */
export interface Compared extends ReadList {
  readonly file: string;
  readonly diff: ListDiff;
  /** The copies in use for its lists. */
  readonly against: readonly { readonly copy: string; readonly asOf: string; readonly lists: readonly ListCode[] }[];
}

/**
 * Reads a file and says what it changes; nothing is kept.
 * @throws InputError with file and line where it is not the whole list that it should be
 */
export function compareFile(path: string, lists: Lists, said: Said): Compared {
  try {
    const read = readList(path, lists.kinds, said);
    const { copy } = read;
    const before = lists.copies.filter((c) => (copy.adds === true ? c.id === copy.id : c.adds !== true && c.lists.some((l) => copy.lists.includes(l))));
    if (copy.adds === true)
      checkNew(
        copy.parties.map((p) => p.listing.notice ?? ""),
        lists,
      );
    const notes = before.filter((c) => c.asOf > copy.asOf).map((c) => `it is older than the copy in use: ${copy.asOf} against ${c.asOf} (${c.id})`);
    return {
      ...read,
      notes: [...read.notes, ...notes],
      file: basename(path),
      diff: compareLists(
        before.flatMap((c) => c.parties),
        copy,
      ),
      against: before.map((c) => ({ copy: c.id, asOf: c.asOf, lists: c.lists.filter((l) => copy.lists.includes(l)) })),
    };
  } catch (e) {
    if (e instanceof ListError) throw new InputError(e.code, `${path.slice(0, 200)}: ${e.message}`, e.hint, e.code === "list-shrank" ? "FILE" : path.slice(0, 200));
    throw e;
  }
}

/** @throws ListError for a notice that the copies in use hold already */
function checkNew(notices: readonly string[], lists: Lists): void {
  const told = lists.copies.find((c) => c.adds !== true && c.parties.some((p) => notices.includes(p.listing.notice ?? "")));
  const which = told?.parties.find((p) => notices.includes(p.listing.notice ?? ""))?.listing.notice;
  if (which !== undefined) throw new ListError("known-notice", `the notice ${which} is in the copy ${told?.id} already`, "leave it out: its status follows the regime");
}

/**
 * Keeps a list that was compared, in the user's folder, in one step.
 * @param acceptDrop take it though a list has lost more than a tenth of its parties
 * @returns where it is kept @throws InputError where a list shrank, or the folder cannot be written
 */
export function keepCompared(c: Compared, dir: string, acceptDrop: boolean, importedAt: string): string {
  if (!acceptDrop) refuseDrop(c);
  return keep(dir, c.copy, { format: c.format, file: c.file, importedAt });
}

/** @throws InputError where a list has lost more than a tenth of its parties */
export function refuseDrop(c: Compared): void {
  try {
    if (c.copy.adds !== true) checkDrop(c.diff);
  } catch (e) {
    if (e instanceof ListError) throw new InputError(e.code, `${c.file}: ${e.message}`, e.hint, c.file);
    throw e;
  }
}
