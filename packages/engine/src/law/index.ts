export * from "./contradict.js";
export * from "./error.js";
export { type Entry, fold } from "./fold.js";
export * from "./paint.js";
export * from "./regime.js";
export * from "./types.js";
