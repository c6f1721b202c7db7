import type { Run } from "../protocol.js";

/** What a file says of itself that the reader should know. */
export type Note = "no-day" | "no-country" | "day-first" | "day-either" | "day-mixed" | `unit:${string}` | `encoding:${string}` | `skipped:${number}` | `words:${string}`;

/** Takes the rows of a file one by one. */
export interface Taker {
  /** @param row where 1 is the first after the header */
  readonly line: (row: number, cells: readonly string[]) => void;
  /** A row that cannot be cut into the cells of the header. */
  readonly broken: (row: number, reason: string, given: string) => void;
}
/** A file of lines as rows of text. */
export interface LineSource {
  readonly names: readonly string[];
  readonly notes: readonly Note[];
  /** Reads its rows, from the first. @param most end after so many */
  readonly each: (take: Taker, run: Run, most?: number) => Promise<void>;
}
/** Ends the reading of a file early. */
export class Enough extends Error {}

/** Milliseconds of work after which what came meanwhile is let through. */
const WORK = 40;
/** Tells how far a file is, and breathes when it is time. */
export class Pace {
  private last = performance.now();
  lines = 0;

  /** @param unit what is counted while the file is looked through */
  constructor(
    private readonly run: Run,
    private readonly unit: string,
  ) {}

  /** @param share of the file that was read, from 0 to 1 */
  async step(share: number): Promise<void> {
    if (performance.now() - this.last < WORK) return;
    this.run.progress({ done: this.lines, of: share > 0 ? Math.max(this.lines, Math.round(this.lines / share)) : null, unit: this.unit });
    await this.run.breathe();
    this.last = performance.now();
  }
}
