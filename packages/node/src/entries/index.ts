export { type ReadEntries, readEntries } from "./read.js";
