export * from "./meetings.js";
export * from "./pledges.js";
export * from "./talks.js";
