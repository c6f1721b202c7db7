import type { Kind } from "./source.js";
/** A service that failed, or a disk that is full: the program ends with 3. */
export declare class MachineError extends Error {}
/** What DuckDB's complaint means for the one who gave the file; anything else is passed on. @param reading the kind of file that was being read */
export declare function explain(e: unknown, file: string, out: string | undefined, reading?: Kind): unknown;
