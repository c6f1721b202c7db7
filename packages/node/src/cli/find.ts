import { GoodsSearch } from "@truce/engine/goods/search";
import { BEIJING, dayIn, parseOn, toUtc, toZoned, WASHINGTON } from "@truce/engine/time";
import { InputError } from "../grounds/open.js";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { findPage, type FindResult } from "./pages/find.js";
import { start } from "./question.js";

interface Options extends Common {
  readonly side: string;
  readonly limit: string;
}

/** truce find */
export async function find(words: readonly string[], options: Options): Promise<void> {
  const query = words.join(" ").trim();
  const { side } = options;
  if (side !== "us" && side !== "cn") throw new InputError("bad-side", `there is no side "${side.slice(0, 20)}"`, "write --side us or --side cn", "--side");
  if (!/^[1-9]\d{0,3}$/.test(options.limit)) throw new InputError("bad-limit", `--limit ${options.limit.slice(0, 20)} is not a count`, "write a whole number from 1 to 9999", "--limit");
  if (!/[\p{L}\p{N}]/u.test(query)) throw new InputError("no-words", "there is nothing to look for", 'write words or the beginning of a code: truce find "permanent magnets"', "words");
  const { desks, known, now, supposed } = await start(options);
  const zone = side === "us" ? WASHINGTON : BEIJING;
  const on = options.on === undefined ? now : parseOn(options.on, zone).at;
  const schedule = desks.regime.goods.schedule(side);
  const asked = dayIn(on, zone);
  const day = asked < schedule.info.first ? schedule.info.first : asked;
  const items = new GoodsSearch(schedule).find(query, { limit: Number(options.limit), day });
  const warnings = [
    ...(items.length === 0 ? [`no code of this tariff fits "${query.slice(0, 80)}"; try other words, fewer of them, or the other side's tariff`] : []),
    ...(day === asked ? [] : [`this tariff is in hand from ${day} on; its codes of that day are shown`]),
    ...desks.soon(known),
    ...desks.idle(known, supposed, () => items),
  ];
  const result: FindResult = { on: toZoned(on, zone), known: toUtc(known), horizon: desks.regime.law.horizon, warnings, side, query, items };
  await write(options.json ? `${JSON.stringify(result)}\n` : findPage(result));
}
