import type { SourceColumn } from "./columns.js";
import { type Encoding } from "./encoding.js";
export type Kind = "csv" | "parquet" | "xlsx" | "jsonl";
/** A file as DuckDB reads it. */
export interface Source {
  readonly file: string;
  readonly kind: Kind;
  /** A table expression of the file's own columns. */
  readonly sql: string;
  /** The same with `truce_row`, where 1 is the first row after the header. Counting the rows of a text is the work of one thread. */
  readonly numbered: string;
  readonly columns: readonly SourceColumn[];
  /**
   * A SELECT of the rows that cannot be cut into cells, as `row`, `field`, `reason` and `given`, once `sql` was read; `truce_row` counts
   * only the others. Undefined where there can be none.
   */
  readonly broken: string | undefined;
  /** How many rows there are, or about how many. */
  readonly about: number;
  readonly notes: readonly string[];
}
/** Runs SQL and gives its rows; what a door passes in so that this file needs no connection of its own. */
export type Query = (sql: string) => Promise<readonly Record<string, unknown>[]>;
/** What the caller knows of a text. */
export interface Told {
  /** Names of columns that `--columns` maps, by which a header is known too. */
  readonly names: readonly string[];
  readonly delimiter?: string | undefined;
  readonly encoding?: Encoding | undefined;
}
/**
 * Opens a file of lines. What DuckDB cannot read as it stands is first written to `scratch` as UTF-8 text: workbooks, other encodings, standard input.
 * @throws InputError for a file that is none, is broken, or is of another kind
 */
export declare function openSource(given: string, scratch: string, query: Query, told?: Told): Promise<Source>;
