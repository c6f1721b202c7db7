/** What is known of a row's place, read or not. */
export interface Place {
  readonly entry: string;
  readonly line: number | undefined;
}

/**
 * Lines of which a row could not be read, by entry: they have not all their numbers, so that what is missing from them says nothing.
 * A row whose entry number cannot be read may belong to the rows beside it: a heading to what follows, the number of the goods to the headings before it.
 */
export class BrokenLines {
  /** Entries of which a row is known to be left out. */
  readonly entries = new Set<string>();
  private readonly lines = new Map<string, Set<number | undefined>>();
  private before: (Place & { readonly heading: boolean }) | undefined;
  private lost: { readonly last: boolean } | undefined;

  /** A row that was read. @param heading whether it is of chapter 98 or 99 */
  good(place: Place, heading: boolean): void {
    const { before, lost } = this;
    if (lost !== undefined) {
      if (before?.heading === true) this.near(before);
      if (lost.last || (before?.entry === place.entry && before.line === place.line)) this.near(place);
      this.lost = undefined;
    }
    this.before = { ...place, heading };
  }

  /** A row of a known entry that was not taken; without a line, no line of the entry can be relied on. */
  mark(place: Place): void {
    this.entries.add(place.entry);
    this.near(place);
  }

  private near({ entry, line }: Place): void {
    const own = this.lines.get(entry) ?? new Set();
    this.lines.set(entry, own.add(line));
  }

  /** A row of which not even the entry is known. */
  orphan(heading: boolean): void {
    this.lost = { last: heading };
  }

  /** @returns the lines by entry; undefined among them stands for all */
  end(): ReadonlyMap<string, ReadonlySet<number | undefined>> {
    if (this.lost !== undefined && this.before?.heading === true) this.near(this.before);
    return this.lines;
  }
}
