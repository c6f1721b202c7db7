import { describe, expect, test } from "vitest";
import { type Answer, compare } from "./golden/compare.js";
import { type DutyCase, type Expected, type Given, readCases } from "./golden/read.js";

/** Answers one duty question: the interpreter, the kernel, or a door. A refusal is `{error: {code}}`. */
export type Ask = (given: Given, at: number) => Answer | Promise<Answer>;
export interface Options {
  /** Why a case does not apply to this engine, or undefined where it does. */
  readonly skip?: (c: DutyCase) => string | undefined;
  /** What this engine does not say, by key of an expectation, with the reason; the rest of the case is compared. A key is left out where the reason holds for the case. */
  readonly silent?: Readonly<Record<string, (c: DutyCase) => string | undefined>>;
}
/** What of a case an engine is asked for. */
const asked = (c: DutyCase, options: Options): Expected => Object.fromEntries(Object.entries(c.expect).filter(([key]) => options.silent?.[key]?.(c) === undefined));

/** Every duty case, the same for each engine. */
export const dutyCases: readonly DutyCase[] = readCases().duty;

/**
 * Runs the golden cases against one engine. The title of each test is the case's question.
 * @example describeAnswers("HTTP", (given) => post("/duty", given), { skip: (c) => (c.given.suppose ? "no files over HTTP" : undefined) })
 */
export function describeAnswers(name: string, ask: Ask, options: Options = {}): void {
  const files = new Map<string, { c: DutyCase; index: number }[]>();
  dutyCases.forEach((c, index) => files.set(c.file, [...(files.get(c.file) ?? []), { c, index }]));
  describe(name, () => {
    test("there are cases to ask", () => expect(dutyCases.length).toBeGreaterThan(180));
    for (const [file, cases] of files)
      describe(file, () => {
        for (const { c, index } of cases) {
          const own = asked(c, options);
          const why = options.skip?.(c) ?? (Object.keys(own).length === 0 ? "it asks only for what this engine does not say" : undefined);
          if (why !== undefined) test.skip(`${c.ask} (${why})`, () => undefined);
          else test(c.ask, async () => compare(await ask(c.given, index), own));
        }
      });
  });
}
