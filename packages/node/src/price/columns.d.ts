import type { Fact } from "@truce/engine/goods";
import { type Field } from "./column-names.js";
/** A column as the file gives it: its name and DuckDB's type. */
export interface SourceColumn {
  readonly name: string;
  readonly type: string;
}
/** Which column holds what. */
export interface Mapping {
  readonly fields: ReadonlyMap<Field, SourceColumn>;
  /** Columns of facts by the name of the fact. */
  readonly facts: ReadonlyMap<string, SourceColumn>;
}
/**
 * Splits what `--columns` was given at its commas; one within quotes belongs to a name.
 * @example splitPairs('code=HTS,value="Value, USD"') //=> ["code=HTS", "value=Value, USD"]
 */
export declare const splitPairs: (given: string) => string[];
/** How many things a row would name as a header, the code and the value counted most. @param told names that `--columns` maps */
export declare function worthOfHeader(cells: readonly string[], told: readonly string[]): number;
/**
 * What the columns of a file hold, by their names or as `--columns` says.
 * @param told pairs such as `code=HTS`; a fact is named as `fact:steel=Steel share` or `steel=Steel share`
 * @throws InputError where a pair names no column or nothing that a column can hold, or the code or the value is not found
 */
export declare function mapColumns(columns: readonly SourceColumn[], facts: Iterable<Fact>, told: readonly string[]): Mapping;
