import type { Asked } from "@truce/engine/duty";
import { InputError } from "@truce/engine/desk";
import { factsOf } from "./facts.js";
import type { Common } from "./command.js";
import { usage, write } from "./output.js";
import { dutyPage } from "./pages/duty.js";
import { start } from "./question.js";

interface Options extends Common {
  readonly from?: string;
  readonly to?: string;
  readonly value: string;
  readonly quantity?: string[];
  readonly unit?: string[];
  readonly fact?: string[];
  readonly rounding?: string;
  readonly batch?: string;
  readonly "7501"?: boolean;
  readonly svg?: string;
  readonly png?: string;
}

/** truce duty */
export async function duty(code: string | undefined, options: Options): Promise<void> {
  if (options.batch !== undefined) return (await import("./batch.js")).batch(options.batch, options);
  if (code === undefined) return usage("a duty question needs a tariff code, for example: truce duty 4202.92.31 --from CN", options.json === true);
  const { desks, known, now, supposed } = await start(options);
  const result = desks.duty(asked(code, options), known, now, supposed);
  if (options.svg !== undefined || options.png !== undefined) {
    const { dutyPicture } = await import("@truce/engine/pictures/duty");
    const { canvas, writeDrawing } = await import("../charts/write.js");
    writeDrawing(dutyPicture(canvas(), result, Number(options.value)), options);
  }
  await write(options.json ? `${JSON.stringify(result)}\n` : dutyPage(result));
}

function asked(code: string, o: Options): Asked {
  if ((o.unit?.length ?? 0) > (o.quantity?.length ?? 0))
    throw new InputError("no-quantity", `--unit ${o.unit?.at(-1)} has no --quantity`, "give each unit its quantity: --quantity 120 --unit kg", "--quantity");
  const quantity = (o.quantity ?? []).map((amount, i) => {
    const unit = o.unit?.[i];
    if (unit === undefined) throw new InputError("no-unit", `--quantity ${amount} has no --unit`, "give each quantity its unit: --quantity 120 --unit kg", "--unit");
    return { amount, unit };
  });
  const facts = factsOf(o.fact);
  return {
    code,
    ...(o.from === undefined ? {} : { from: o.from }),
    ...(o.to === undefined ? {} : { to: o.to }),
    ...(o.on === undefined ? {} : { on: o.on }),
    value: o.value,
    ...(o.rounding === undefined ? {} : { rounding: o.rounding }),
    quantity,
    facts,
    ...(o["7501"] === true ? { form: true } : {}),
  };
}
