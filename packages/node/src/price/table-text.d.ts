import type { Source, Told } from "./source.js";
/**
 * A text of cells between delimiters, in UTF-8. Its header is the row of its beginning that names most of what is looked for, and its
 * delimiter the one by which that row does.
 * @throws InputError where it has too many columns
 */
export declare function table(file: string, given: string, told: Told, notes: readonly string[]): Source;
/** What DuckDB kept of rows that it could not cut. @param before lines up to the header */
export declare const brokenSql: (before: number) => string;
