import { SCREEN_VERDICTS, type ScreenVerdict } from "../types.js";

/** The place of a verdict, the strictest first. */
export const strict = (v: ScreenVerdict): number => SCREEN_VERDICTS.indexOf(v);
/** The strictest of several; undefined of none. */
export const strictestOf = (all: readonly ScreenVerdict[]): ScreenVerdict | undefined => [...all].sort((a, b) => strict(a) - strict(b))[0];
