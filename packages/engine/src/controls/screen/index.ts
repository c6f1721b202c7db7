export * from "./grounds.js";
export * from "./match-grounds.js";
export * from "./owners.js";
export * from "./packed-index.js";
export * from "./screen.js";
export * from "./types.js";
