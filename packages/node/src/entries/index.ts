export { assume } from "./assume.js";
export { type ReadEntries, readEntries } from "./read.js";
export { type WrittenFile, writeRefundFiles } from "./refund-files.js";
