import { type Found, GoodsSearch } from "../goods/search.js";
import { BEIJING, dayIn, toUtc, toZoned, WASHINGTON } from "../time/index.js";
import { type Asking, type Desks, InputError } from "../desk/index.js";

/** Codes that words lead to. */
export interface FindResult {
  readonly on: string;
  readonly known: string;
  readonly horizon: string;
  readonly warnings: readonly string[];
  readonly side: "us" | "cn";
  readonly query: string;
  readonly items: readonly Found[];
}
const searches = new WeakMap<object, GoodsSearch>();

/** The zone of a side, in which a bare day means noon. */
export const zoneOfSide = (side: string): string => (side === "cn" ? BEIJING : WASHINGTON);

/** Codes of a side's tariff by words, or by the beginning of a code. @throws InputError for a question without words, side or count */
export function findAnswer(desks: Desks, q: Asking, words: string, side: string, limit: string): FindResult {
  const query = words.trim();
  if (side !== "us" && side !== "cn") throw new InputError("bad-side", `there is no side "${side.slice(0, 20)}"`, "write --side us or --side cn", "--side");
  if (!/^[1-9]\d{0,3}$/.test(limit)) throw new InputError("bad-limit", `--limit ${limit.slice(0, 20)} is not a count`, "write a whole number from 1 to 9999", "--limit");
  if (!/[\p{L}\p{N}]/u.test(query)) throw new InputError("no-words", "there is nothing to look for", 'write words or the beginning of a code: truce find "permanent magnets"', "words");
  const zone = zoneOfSide(side);
  const schedule = desks.regime.goods.schedule(side);
  const asked = dayIn(q.on, zone);
  const day = asked < schedule.info.first ? schedule.info.first : asked;
  let search = searches.get(schedule);
  if (search === undefined) {
    search = new GoodsSearch(schedule);
    searches.set(schedule, search);
  }
  const items = search.find(query, { limit: Number(limit), day });
  const warnings = [
    ...(items.length === 0 ? [`no code of this tariff fits "${query.slice(0, 80)}"; try other words, fewer of them, or the other side's tariff`] : []),
    ...(day === asked ? [] : [`this tariff is in hand from ${day} on; its codes of that day are shown`]),
    ...desks.soon(q.known),
    ...desks.idle(q.known, q.supposed, () => items),
  ];
  return { on: toZoned(q.on, zone), known: toUtc(q.known), horizon: desks.regime.law.horizon, warnings, side, query, items };
}
