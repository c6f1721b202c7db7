import type { ListCode, ListCopy, ListKind } from "../controls/index.js";

/** A copy as it is used: only with the lists for which it is the one in use. */
export interface CopyInUse extends ListCopy {
  readonly origin: "shipped" | "imported";
  /** Where an imported one is kept, from which file and when it came. */
  readonly path?: string;
  readonly file?: string;
  readonly importedAt?: string;
}
/** The copies in use, and which copies gave way to them. */
export interface Lists {
  readonly kinds: readonly ListKind[];
  readonly copies: readonly CopyInUse[];
  /** Lists of a copy for which another is used. */
  readonly replaced: readonly { readonly copy: string; readonly origin: CopyInUse["origin"]; readonly asOf: string; readonly lists: readonly ListCode[]; readonly by: string }[];
  /** Kinds of lists of which there is no copy at all. */
  readonly without: readonly ListCode[];
}

/**
 * The lists of parties in use: those that the regime ships, replaced list by list by what the user imported; of several imported ones the newest counts. Notices that add to a list stand beside it.
 */
export function listsInUse(kinds: readonly ListKind[], copies: readonly ListCopy[], imported: readonly CopyInUse[] = []): Lists {
  const known = new Set(kinds.map((k) => k.code));
  const own = imported
    .map((copy): CopyInUse => ({ ...copy, lists: copy.lists.filter((l) => known.has(l)) }))
    .sort((a, b) => (a.asOf === b.asOf ? ((a.importedAt ?? "") < (b.importedAt ?? "") ? 1 : -1) : a.asOf < b.asOf ? 1 : -1));
  const shipped = copies.map((c): CopyInUse => ({ ...c, origin: "shipped" }));
  const used = new Map<ListCode, string>();
  const replaced: Lists["replaced"][number][] = [];
  const narrowed = [...own, ...shipped].flatMap((c): CopyInUse[] => {
    if (c.adds === true) return [c];
    const first = c.lists.filter((l) => !used.has(l));
    for (const by of new Set(c.lists.filter((l) => used.has(l)).map((l) => used.get(l) as string)))
      replaced.push({ copy: c.id, origin: c.origin, asOf: c.asOf, lists: c.lists.filter((l) => used.get(l) === by && !first.includes(l)), by });
    for (const l of first) used.set(l, c.id);
    return first.length === 0 ? [] : [first.length === c.lists.length ? c : { ...c, lists: first, parties: c.parties.filter((p) => first.includes(p.listing.list)) }];
  });
  return { kinds, copies: withoutTold(narrowed), replaced, without: kinds.map((k) => k.code).filter((c) => !used.has(c)) };
}

/** A notice that the copy in use holds by now is not said twice. */
function withoutTold(copies: readonly CopyInUse[]): CopyInUse[] {
  const told = new Set(copies.filter((c) => c.adds !== true).flatMap((c) => c.parties.flatMap((p) => p.listing.notice ?? [])));
  return copies.flatMap((c): CopyInUse[] => {
    if (c.adds !== true) return [c];
    const parties = c.parties.filter((p) => !told.has(p.listing.notice ?? ""));
    return parties.length === 0 ? [] : [{ ...c, parties }];
  });
}
