export type { FiledEntry, FiledLine, FiledTariff, Liquidation, RowProblem } from "./filed.js";
