export * from "./ahead.js";
export * from "./book.js";
export type * from "./cell.js";
export * from "./price-cell.js";
export * from "./panel.js";
export * from "./kernel.js";
export * from "./tables.js";
export * from "./breakdown.js";
