export * from "./cliff.js";
export * from "./dates.js";
export * from "./diff.js";
export * from "./lags.js";
export * from "./pending.js";
export * from "./status.js";
export * from "./threats.js";
export * from "./truce.js";
