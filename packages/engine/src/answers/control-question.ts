import { type ControlAnswer, type ControlQuestion, countryCode } from "../controls/index.js";
import type { Instrument } from "../law/index.js";
import { BEIJING, type Instant, parseKnown, parseOn } from "../time/index.js";
import { type ControlDesk, InputError, suppositions } from "../desk/index.js";

const FIELDS = new Set(["goods", "code", "item", "from", "to", "on", "known", "facts", "suppose", "ref"]);
/** What a question takes where it does not say it. */
export interface ControlDefaults {
  readonly known: Instant;
  readonly now: Instant;
  readonly on?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly supposed: readonly Instrument[];
}

/** A country as people write it, as its code. @throws InputError for a word that names none */
export function country(where: string, text: string): string {
  const code = countryCode(text);
  if (code === undefined) throw new InputError("bad-country", `"${text.slice(0, 40)}" names no country`, "use a two-letter code such as CN", where);
  return code;
}

/** Answers a control question as programs write it: `{"goods"|"code"|"item","from","to","on","known","facts","suppose","ref"}`. @throws InputError or ControlError */
export async function controlQuestion(raw: Record<string, unknown>, desk: ControlDesk, d: ControlDefaults): Promise<ControlAnswer> {
  const extra = Object.keys(raw).find((k) => !FIELDS.has(k));
  if (extra !== undefined) throw new InputError("unknown-field", `there is no field "${extra.slice(0, 40)}" in a question`, `fields are ${[...FIELDS].join(", ")}`, extra.slice(0, 40));
  const word = (key: string): string | undefined => {
    const v = raw[key];
    if (v === undefined || typeof v === "string") return v;
    throw new InputError("bad-field", `"${key}" is not text`, `write "${key}" in quotes`, key);
  };
  const goods = word("goods") ?? word("code") ?? word("item");
  if (goods === undefined) throw new InputError("no-goods", "a question needs goods, a code or an item, as text", 'for example {"code":"2805301910"}', "goods");
  const facts = raw["facts"] ?? {};
  if (typeof facts !== "object" || Array.isArray(facts)) throw new InputError("bad-facts", "facts are an object of names and values", 'such as {"end-use":"military"}', "facts");
  const given = Object.fromEntries(Object.entries(facts as Record<string, unknown>).map(([k, v]) => [k, String(v)]));
  const known = word("known");
  const at: Instant = known === undefined ? d.known : parseKnown(known).at;
  const on = word("on") ?? d.on;
  const names = raw["suppose"];
  if (names !== undefined && !Array.isArray(names)) throw new InputError("bad-suppose", "suppose is a list of ids", 'such as ["truce-lapses"]', "suppose");
  const supposed = names === undefined ? d.supposed : await suppositions(names.map(String), desk.desks.regime, at);
  const q: ControlQuestion = {
    ...(raw["ref"] === undefined ? {} : { ref: raw["ref"] }),
    goods,
    from: country("from", word("from") ?? d.from ?? "CN"),
    to: country("to", word("to") ?? d.to ?? "US"),
    facts: given,
  };
  return desk.answer(q, on === undefined ? d.now : parseOn(on, BEIJING).at, at, supposed);
}
