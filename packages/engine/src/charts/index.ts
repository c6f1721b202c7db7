export { type Canvas, compact, type Frame } from "./frame.js";
export * from "./deadlines.js";
export * from "./fan.js";
export * from "./months.js";
export * from "./movers.js";
export * from "./pledge.js";
export * from "./scenarios.js";
export * from "./steps.js";
export * from "./waterfall.js";
