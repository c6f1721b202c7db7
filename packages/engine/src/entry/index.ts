export type { FiledEntry, FiledLine, FiledTariff, Liquidation, RowProblem } from "./filed.js";
export { checkDigit, entryNumber, type EntryNumberFault } from "./number.js";
