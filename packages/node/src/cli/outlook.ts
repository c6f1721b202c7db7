import { InputError } from "@truce/engine/desk";
import { outlookView } from "@truce/engine/answers/outlook";
import { factsOf } from "./facts.js";
import { type AheadOptions, lookAhead } from "./look-ahead.js";
import { write } from "./output.js";
import { outlookPage } from "./pages/outlook.js";

/** truce outlook [CODE]… */
export async function outlook(codes: readonly string[], options: AheadOptions & { readonly fact?: string[] }): Promise<void> {
  const facts = factsOf(options.fact);
  const { desks, scenarios, ...q } = await lookAhead(options);
  const view = outlookView(desks, { ...q, codes: codes.map((code) => ({ code, from: options.from, to: options.to, facts })) }, scenarios);
  if (options.svg !== undefined || options.png !== undefined || options.html !== undefined) {
    const { outlookPictures } = await import("@truce/engine/pictures/outlook");
    const { canvas, writeDrawing, writeWhole } = await import("../charts/write.js");
    const drawings = outlookPictures(canvas(), view);
    if (drawings[0] === undefined) throw new InputError("no-picture", "nothing is dated after that day, so there is nothing to draw", "give an earlier --on", "--svg");
    writeDrawing(drawings[0], options, options.portfolio);
    if (options.html !== undefined) writeWhole(options.html, options.portfolio ?? "", (await import("../outlook/report.js")).outlookReport(view, drawings));
  }
  await write(options.json ? `${JSON.stringify(view)}\n` : outlookPage(view));
}
