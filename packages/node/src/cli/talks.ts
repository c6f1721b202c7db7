import { asking } from "@truce/engine/desk";
import { talksAnswer } from "@truce/engine/answers/talks";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { talksPage } from "./pages/talks.js";
import { desksOf } from "./question.js";

/** truce talks */
export async function talks(options: Common & { readonly from?: string; readonly to?: string }): Promise<void> {
  const { desks, clocks } = await desksOf(options);
  const view = talksAnswer(desks, await asking(desks, clocks), options);
  await write(options.json ? `${JSON.stringify(view)}\n` : talksPage(view));
}
