import { asking } from "@truce/engine/desk";
import { findAnswer, zoneOfSide } from "@truce/engine/answers/find";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { findPage } from "./pages/find.js";
import { desksOf } from "./question.js";

interface Options extends Common {
  readonly side: string;
  readonly limit: string;
}

/** truce find */
export async function find(words: readonly string[], options: Options): Promise<void> {
  const { desks, clocks } = await desksOf(options);
  const result = findAnswer(desks, await asking(desks, clocks, { zone: zoneOfSide(options.side) }), words.join(" "), options.side, options.limit);
  await write(options.json ? `${JSON.stringify(result)}\n` : findPage(result));
}
