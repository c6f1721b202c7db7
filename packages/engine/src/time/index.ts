export * from "./instant.js";
export * from "./interval.js";
export * from "./when.js";
export * from "./zone.js";
