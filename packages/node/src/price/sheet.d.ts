import type { Source, Told } from "./source.js";
/**
 * A workbook's first sheet with a header, read in a worker of bounded memory that counts what it unpacks, and written to `to` as CSV.
 * @throws InputError for a workbook that is broken, locked or too large, or without a table
 */
export declare function sheetToCsv(file: string, to: string, given: string, told: Told): Promise<Source>;
