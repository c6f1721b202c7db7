export * from "./countries.js";
export * from "./match/index.js";
export * from "./types.js";
