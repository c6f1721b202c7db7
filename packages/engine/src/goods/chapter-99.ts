/** A heading of chapter 99, as the editions in hand print it. */
export interface Heading {
  readonly heading: string;
  readonly is: "relief" | "duty";
  /** First edition that prints it, and first that does not, as days; undefined where it was there before 2025, or still is. */
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** First day and first day without it, where the heading names them itself. */
  readonly begins: string | undefined;
  readonly ends: string | undefined;
}

/** The headings of chapter 99 that are in hand: whether each relieves or imposes a duty. */
export class Chapter99 {
  private readonly rows: ReadonlyMap<string, Heading>;

  constructor(text: string) {
    const day = (d: string | undefined): string | undefined => (d === "" ? undefined : d);
    const rows = text === "" ? [] : text.split("\n");
    this.rows = new Map(
      rows.map((line) => {
        const [heading = "", is, from, until, begins, ends] = line.split(" ");
        return [heading, { heading, is: is === "r" ? "relief" : "duty", from: day(from), until: day(until), begins: day(begins), ends: day(ends) }];
      }),
    );
  }

  get(heading: string): Heading | undefined {
    return this.rows.get(heading);
  }
  /** Are the headings of its four digits in hand, so that one that is not among them stands in no edition in hand? */
  covers(heading: string): boolean {
    for (const h of this.rows.keys()) if (h.startsWith(heading.slice(0, 4))) return true;
    return false;
  }
}
