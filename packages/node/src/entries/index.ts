export { assume } from "@truce/engine/entries";
export { type ReadEntries, readEntries } from "./read.js";
export { type WrittenFile, writeRefundFiles } from "./refund-files.js";
