import type { Filter } from "@truce/engine/law";
import { asking } from "@truce/engine/desk";
import { filterOf, timelineAnswer } from "@truce/engine/answers/timeline";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { timelinePage } from "./pages/timeline.js";
import { desksOf } from "./question.js";

/** truce timeline */
export async function timeline(options: Common & Filter): Promise<void> {
  const filter = filterOf(options);
  const { desks, clocks } = await desksOf(options);
  const result = timelineAnswer(desks, await asking(desks, clocks), filter);
  await write(options.json ? `${JSON.stringify(result)}\n` : timelinePage(result, filter));
}
