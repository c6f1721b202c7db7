import { parseOn, WASHINGTON } from "@truce/engine/time";
import { showId } from "../grounds/show-id.js";
import type { Common } from "./main.js";
import { write } from "./output.js";
import { showPage } from "./pages/show.js";
import { start } from "./question.js";

/** truce show */
export async function show(id: string, options: Common): Promise<void> {
  const { desks, known, now, supposed } = await start(options);
  const on = options.on === undefined ? now : parseOn(options.on, WASHINGTON).at;
  const result = showId(desks, id.trim(), { on, known, now, supposed });
  await write(options.json ? `${JSON.stringify(result)}\n` : showPage(result));
}
