import type { Query, Source } from "./source.js";
/**
 * JSON lines: one object a line, with the parts of a question and any others. A line that is no object is broken.
 * @throws InputError for a part that holds for a whole run, and where there are too many names
 */
export declare function jsonLines(file: string, given: string, query: Query, notes: readonly string[]): Promise<Source>;
