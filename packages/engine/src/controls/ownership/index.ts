export * from "./capture.js";
export * from "./cautions.js";
export * from "./deciding.js";
export * from "./graph.js";
export * from "./judge.js";
export * from "./rules.js";
export * from "./strictest.js";
export * from "./witness.js";
