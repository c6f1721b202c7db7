export { edits, jaroWinkler } from "./similar.js";
export { fold, type Folded, LONGEST, NameError, type Token } from "./fold.js";
export { buildNameIndex, type NameIndex } from "./index-of-names.js";
export { indexBytes, openNameIndex } from "./index-bytes.js";
export * from "./match-names.js";
export { type ManyAnswer, matchMany } from "./match-many.js";
export { bornSpan } from "./born.js";
export type { Reason } from "./score.js";
