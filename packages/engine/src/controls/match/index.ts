export * from "./api.js";
export * from "./ftm.js";
