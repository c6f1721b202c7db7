export * from "./grounds.js";
export * from "./match-grounds.js";
export * from "./owners.js";
export * from "./screen.js";
export * from "./types.js";
