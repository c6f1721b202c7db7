import type { averageView } from "@truce/engine/answers/average";
import type { Desks } from "@truce/engine/desk";
/** The page docs/averages.md. */
export function printAverages(desks: Desks, view: typeof averageView): string;
