export * from "./bytes.js";
export * from "./code.js";
export * from "./goods.js";
export * from "./list.js";
export * from "./pack.js";
export * from "./rate.js";
export * from "./schedule.js";
