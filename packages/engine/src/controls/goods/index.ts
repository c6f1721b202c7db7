export * from "./answer.js";
export * from "./items.js";
export * from "./types.js";
