export { abandon, PricedFile, type PriceOptions, type Progress } from "./run.js";
export { type Scenario, scenariosOf } from "@truce/engine/desk";
export { splitPairs } from "@truce/engine/portfolio";
export { encodingNamed } from "./encoding.js";
