import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project, from dist/pack. */
export const root = dirname(dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url))))));
