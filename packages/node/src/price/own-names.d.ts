/**
 * The names of a file's columns, each once: a name that is empty, stands twice or is used by the program itself gets a mark at its end.
 * @example ownNames(["a", "A", ""]) //=> ["a", "A_2", "column_3"]
 */
export declare function ownNames(given: readonly string[]): string[];
