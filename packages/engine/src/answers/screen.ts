import type { Screen, ScreenAnswer, ScreenOptions, ScreenQuery } from "../controls/screen/index.js";
import type { Instant } from "../time/index.js";
import type { Desks } from "../desk/index.js";

/** At most so many problems of a file of owners are said with each answer. */
const SAID = 5;

/** What is wrong in a file of owners, as warnings. */
export const problemsSaid = (problems: readonly string[]): string[] =>
  problems.length === 0 ? [] : [...problems.slice(0, SAID).map((p) => `owners: ${p}`), ...(problems.length > SAID ? [`owners: ${problems.length - SAID} more rows have something wrong`] : [])];

/** One party screened, with the warnings that belong to the question rather than to the law. @throws NameError for a name that cannot be compared */
export function screenAnswer(desks: Desks, screen: Screen, q: ScreenQuery, on: Instant, o: ScreenOptions, problems: readonly string[]): ScreenAnswer {
  const a = screen.answer(q, on, o);
  const more = [...problemsSaid(problems), ...desks.soon(screen.regime.known)];
  return more.length === 0 ? a : { ...a, warnings: [...a.warnings, ...more] };
}
