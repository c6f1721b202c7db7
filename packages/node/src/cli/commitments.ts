import { pastHorizon } from "@truce/engine/law";
import { type PledgeState, pledges } from "@truce/engine/talks";
import { dayIn, parseOn, toUtc, toZoned, WASHINGTON } from "@truce/engine/time";
import { InputError } from "../grounds/open.js";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { commitmentsPage, type CommitmentsView } from "./pages/commitments.js";
import { start } from "./question.js";

interface Options extends Common {
  readonly about?: string;
  readonly svg?: string;
  readonly png?: string;
}

/** truce commitments */
export async function commitments(options: Options): Promise<void> {
  const { desks, known, now, supposed } = await start(options);
  const on = options.on === undefined ? (known < now ? known : now) : parseOn(options.on, WASHINGTON).at;
  const { horizon } = desks.regime.law;
  const day = dayIn(on, WASHINGTON);
  const weekly = desks.regime.goods.weekly;
  const words = (options.about ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => w !== "");
  const ask = (rest: typeof supposed): PledgeState[] =>
    pledges(desks.regimeAt(known, rest), weekly, day, horizon).filter((p) => words.every((w) => `${p.id} ${p.product} ${p.unit ?? ""} ${p.period ?? ""} ${p.by ?? ""}`.toLowerCase().includes(w)));
  const list = ask(supposed);
  const view: CommitmentsView = {
    on: toZoned(on, WASHINGTON),
    known: toUtc(known),
    horizon,
    pledges: list,
    warnings: [
      ...(list.length === 0 ? [`no pledge known by then is about ${options.about ?? "anything"}`] : []),
      ...pastHorizon(on, horizon),
      ...desks.soon(known),
      ...desks.idle(known, supposed, ask),
    ],
  };
  if (options.svg !== undefined || options.png !== undefined) {
    const { pledgePicture } = await import("../outlook/pledge-picture.js");
    const { writeDrawing } = await import("../charts/write.js");
    const drawn = pledgePicture(list, weekly, toUtc(known), horizon, day);
    if (drawn === undefined) throw new InputError("no-picture", "no pledge that was found is measured by the week", "try --about soybeans", "--svg");
    writeDrawing(drawn, options);
  }
  await write(options.json ? `${JSON.stringify(view)}\n` : commitmentsPage(view));
}
