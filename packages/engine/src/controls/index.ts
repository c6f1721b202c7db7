export * from "./countries.js";
export * from "./freshness.js";
export * from "./listings.js";
export * from "./match/index.js";
export * from "./ownership/index.js";
export * from "./said.js";
export * from "./standing.js";
export * from "./types.js";
