import { dayIn, toUtc, WASHINGTON } from "@truce/engine/time";
import { asking, InputError } from "@truce/engine/desk";
import { commitmentsAnswer } from "@truce/engine/answers/commitments";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { commitmentsPage } from "./pages/commitments.js";
import { desksOf } from "./question.js";

interface Options extends Common {
  readonly about?: string;
  readonly svg?: string;
  readonly png?: string;
}

/** truce commitments */
export async function commitments(options: Options): Promise<void> {
  const { desks, clocks } = await desksOf(options);
  const q = await asking(desks, clocks, { ahead: true });
  const view = commitmentsAnswer(desks, q, options.about);
  if (options.svg !== undefined || options.png !== undefined) {
    const { pledgePicture } = await import("@truce/engine/pictures/pledge");
    const { canvas, writeDrawing } = await import("../charts/write.js");
    const drawn = pledgePicture(canvas(), view.pledges, desks.regime.goods.weekly, toUtc(q.known), view.horizon, dayIn(q.on, WASHINGTON));
    if (drawn === undefined) throw new InputError("no-picture", "no pledge that was found is measured by the week", "try --about soybeans", "--svg");
    writeDrawing(drawn, options);
  }
  await write(options.json ? `${JSON.stringify(view)}\n` : commitmentsPage(view));
}
