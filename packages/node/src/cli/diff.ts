import { type Instant, parseKnown, toUtc } from "@truce/engine/time";
import { difference } from "@truce/engine/answers/diff";
import { InputError } from "@truce/engine/desk";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { diffPage } from "./pages/diff.js";
import { start } from "./question.js";

interface Options extends Omit<Common, "known"> {
  readonly known?: string[];
}

/** truce diff: instruments learned between two moments, measures repainted, and answers that changed. */
export async function diff(options: Options): Promise<void> {
  const given = options.known ?? [];
  if (given.length !== 2) throw new InputError("two-moments", `diff compares two moments of knowledge, ${given.length} given`, "write --known A --known B", "--known");
  const [a, b] = given.map((k) => parseKnown(k).at).sort((x, y) => x - y) as [Instant, Instant];
  const { desks, now, supposed } = await start({ ...options, known: toUtc(b) });
  const result = difference(desks, { a, b, now, supposed, ...(options.on === undefined ? {} : { on: options.on }) });
  await write(options.json ? `${JSON.stringify(result)}\n` : diffPage(result));
}
