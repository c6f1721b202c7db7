import type { Assessment } from "./assess.js";
import type { Finding } from "./find.js";

const replaces = (findings: readonly Finding[]): boolean => findings.some((f) => f.is === "due" && f.kind === "replaces-base");

/**
 * Whether a duty takes the place of the ordinary rate under every answer to what is missing; undefined where that turns on a fact, or on a rate not in hand.
 * @example replacedIn([[{ is: "due", kind: "adds" }]], false) //=> false
 */
export function replacedIn(answers: readonly (readonly Finding[])[], open: boolean): boolean | undefined {
  const some = answers.some(replaces);
  return open || (some && !answers.every(replaces)) ? undefined : some;
}

/** The same for every line that a code may be; undefined where they differ. */
export function replacesBase(each: readonly Assessment[]): boolean | undefined {
  const first = each[0]?.replaced;
  return each.every((a) => a.replaced === first) ? first : undefined;
}
