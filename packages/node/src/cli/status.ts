import { status as statusOf } from "@truce/engine/outlook";
import { parseOn, WASHINGTON } from "@truce/engine/time";
import { averagesAt } from "../outlook/average-at.js";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { statusPage } from "./pages/status.js";
import { start } from "./question.js";

/** truce status */
export async function status(options: Common): Promise<void> {
  const { desks, known, now, supposed } = await start(options);
  const on = options.on === undefined ? now : parseOn(options.on, WASHINGTON).at;
  const ask = (rest: typeof supposed) => statusOf(desks.regimeAt(known, rest), on, known, desks.regime.law.horizon);
  const result = ask(supposed);
  const full = { ...result, averages: averagesAt(desks, known, on, supposed), warnings: [...result.warnings, ...desks.soon(known), ...desks.idle(known, supposed, ask)] };
  await write(options.json ? `${JSON.stringify(full)}\n` : statusPage(full));
}
