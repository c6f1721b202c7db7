import { asking } from "@truce/engine/desk";
import { statusAnswer } from "@truce/engine/answers/status";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { statusPage } from "./pages/status.js";
import { desksOf } from "./question.js";

/** truce status */
export async function status(options: Common): Promise<void> {
  const { desks, clocks } = await desksOf(options);
  const result = statusAnswer(desks, await asking(desks, clocks));
  await write(options.json ? `${JSON.stringify(result)}\n` : statusPage(result));
}
