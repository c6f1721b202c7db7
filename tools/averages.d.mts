import type { Desks } from "../packages/node/dist/grounds/desk.js";
import type { averageView } from "../packages/node/dist/outlook/averages.js";
/** The page docs/averages.md. */
export function printAverages(desks: Desks, view: typeof averageView): string;
