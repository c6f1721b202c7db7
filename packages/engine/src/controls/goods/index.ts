export * from "./answer.js";
export * from "./items.js";
export * from "./party.js";
export * from "./types.js";
