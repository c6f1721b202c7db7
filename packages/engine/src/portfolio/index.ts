export * from "./books.js";
export * from "./code-numbers.js";
export * from "./holdings.js";
export * from "./money.js";
export * from "./sums.js";
export * from "./tally.js";
