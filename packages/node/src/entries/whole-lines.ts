import type { FiledEntry, FiledLine } from "@truce/engine/entry";
import type { ReadEntries } from "@truce/engine/entries";

/** The entries as far as they could be read. */
export interface Whole {
  readonly entries: readonly FiledEntry[];
  /** Entries left out, and lines left out of others. */
  readonly entriesLeft: number;
  readonly linesLeft: number;
}
const codeOf = (l: FiledLine | undefined): string | undefined => l?.tariffs.findLast((t) => !/^9[89]/.test(t.code))?.code;

/** Headings of the duties on the content of metals, and of the exemptions beside them: their articles may be filed in several lines. */
const BY_PARTS = /^9903(?:0133|0134|0306|78|8[0-5])/;
/** Whether two lines may be parts of one article; `broken` may have lost the number of its goods. */
function mayBeOne(broken: FiledLine, l: FiledLine): boolean {
  const code = codeOf(broken);
  if (broken.origin !== l.origin) return false;
  return code === undefined ? [...broken.tariffs, ...l.tariffs].some((t) => BY_PARTS.test(t.code)) : code === codeOf(l);
}

/**
 * The lines of which all rows could be read. A line beside a broken one with the same number is left out too: they may be parts of one article.
 * Fees are of the whole entry, so that those of an entry in part are not kept.
 */
export function wholeLines(read: Pick<ReadEntries, "entries" | "broken">): Whole {
  let entriesLeft = 0;
  let linesLeft = 0;
  const entries = read.entries.flatMap((e): FiledEntry[] => {
    const broken = read.broken.get(e.number);
    if (broken === undefined) return [e];
    const off = broken.has(undefined) ? new Set(e.lines) : new Set(e.lines.filter((l) => broken.has(l.number)));
    for (const step of [1, -1]) {
      const lines = step === 1 ? e.lines : [...e.lines].reverse();
      lines.forEach((l, i) => {
        const before = lines[i - 1];
        if (before !== undefined && off.has(before) && !off.has(l) && mayBeOne(before, l)) off.add(l);
      });
    }
    const lines = e.lines.filter((l) => !off.has(l));
    if (lines.length === 0) {
      entriesLeft++;
      return [];
    }
    linesLeft += off.size;
    return [{ ...e, lines, fees: [] }];
  });
  return { entries, entriesLeft, linesLeft };
}
