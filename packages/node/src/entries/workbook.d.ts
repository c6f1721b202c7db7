import { type TableRow } from "@truce/engine/entries";
/**
 * Rows of a workbook, sheet after sheet, as a worker of bounded memory reads them. Formulas are not evaluated: what the file last showed is read.
 * @throws InputError for a workbook that is broken, locked or too large
 */
export declare function workbookRows(bytes: Uint8Array, file: string): AsyncGenerator<TableRow>;
