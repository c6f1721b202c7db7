export { assume } from "@truce/engine/entries";
export type { ReadEntries } from "@truce/engine/entries";
export { readEntries } from "./read.js";
export { type WrittenFile, writeRefundFiles } from "./refund-files.js";
