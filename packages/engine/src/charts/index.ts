export { type Canvas, compact, type Frame } from "./frame.js";
export * from "./months.js";
export * from "./movers.js";
export * from "./scenarios.js";
