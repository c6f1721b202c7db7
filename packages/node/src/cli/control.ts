import { type ControlAnswer, type ControlQuestion, countryCode, endUserOf, withParty } from "@truce/engine/controls";
import { BEIJING, type Instant, parseKnown, parseOn } from "@truce/engine/time";
import { ControlDesk } from "../grounds/controls.js";
import { InputError, suppositions } from "../grounds/open.js";
import { linesOf } from "../grounds/lines.js";
import { factsOf } from "./facts.js";
import type { Common } from "./command.js";
import { errorView, usage, write } from "./output.js";
import { controlPage } from "./pages/control.js";
import { start, type Start } from "./question.js";

interface Options extends Common {
  readonly from: string;
  readonly to: string;
  readonly fact?: string[];
  readonly batch?: string;
  readonly party?: string;
  readonly list?: string;
  readonly owners?: string;
}
const FIELDS = new Set(["goods", "code", "item", "from", "to", "on", "known", "facts", "suppose", "ref"]);
const CHUNK = 1 << 16;

/** truce control */
export async function control(goods: string | undefined, o: Options): Promise<void> {
  if (o.batch !== undefined) return batch(o.batch, o);
  if (goods === undefined) return usage("a control question needs goods, for example: truce control dysprosium --from CN --to US", o.json === true);
  const begun = await start(o);
  const on = o.on === undefined ? begun.now : parseOn(o.on, BEIJING).at;
  const q = { goods, from: country("--from", o.from), to: country("--to", o.to), facts: factsOf(o.fact) };
  const desk = new ControlDesk(begun.desks);
  const answer = o.party === undefined ? desk.answer(q, on, begun.known, begun.supposed) : await toParty(o, begun, desk, q, on);
  await write(o.json ? `${JSON.stringify(answer)}\n` : controlPage(answer));
}

/** The goods and who receives them, together. */
async function toParty(o: Options, begun: Start, desk: ControlDesk, q: ControlQuestion, on: Instant): Promise<ControlAnswer> {
  const { screenGrounds, screenOf } = await import("../screen/desk.js");
  const { receiverOf } = await import("../screen/receiver.js");
  const { grounds } = screenGrounds(begun.desks, begun.known, { ...(o.list === undefined ? {} : { list: o.list }), ...(o.owners === undefined ? {} : { owners: o.owners }) });
  const query = { name: o.party as string };
  const receiver = receiverOf(screenOf(begun.desks, grounds, begun.known, begun.supposed, [query]).answer(query, on, { horizon: begun.desks.regime.law.horizon, ahead: false }));
  const user = endUserOf(receiver);
  const asked = user === undefined || q.facts["end-user"] !== undefined ? q : { ...q, facts: { ...q.facts, "end-user": user } };
  return withParty(desk.answer(asked, on, begun.known, begun.supposed), asked, receiver);
}

function country(where: string, text: string): string {
  const code = countryCode(text);
  if (code === undefined) throw new InputError("bad-country", `"${text.slice(0, 40)}" names no country`, "use a two-letter code such as CN", where);
  return code;
}

/** Answers one JSON question per line, in order. A line that cannot be answered becomes an error line, and the run goes on. */
async function batch(file: string, o: Options): Promise<void> {
  const begun = await start(o);
  const desk = new ControlDesk(begun.desks);
  let [out, asked] = ["", 0];
  for await (const line of linesOf(file)) {
    if (line.text === "" && !line.long) continue;
    asked++;
    let ref: unknown = null;
    try {
      if (line.long) throw new InputError("line-too-long", "the line is longer than 1 MB", "split it", `line ${line.number}`);
      const raw = parse(line.text, line.number);
      ref = raw["ref"] ?? null;
      out += `${JSON.stringify(await one(raw, desk, begun, o))}\n`;
    } catch (e) {
      const view = errorView(e);
      if (view === undefined) throw e;
      out += `${JSON.stringify({ ref, error: { ...view, where: view.where.startsWith("line") ? view.where : `line ${line.number}, ${view.where.replace(/^--/, "")}` } })}\n`;
    }
    if (out.length > CHUNK) {
      await write(out);
      out = "";
    }
  }
  await write(out);
  if (asked === 0)
    throw new InputError(
      "empty-batch",
      `${file === "-" ? "standard input" : file} holds no question`,
      'write one JSON object per line, such as {"code":"2805301910","from":"CN","to":"US"}',
      "--batch",
    );
}

function parse(text: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new InputError("bad-json", `line ${number} is not a JSON object`, "write one JSON object per line", `line ${number}`);
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== null));
}

async function one(raw: Record<string, unknown>, desk: ControlDesk, begun: Start, o: Options): Promise<unknown> {
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
  const at: Instant = known === undefined ? begun.known : parseKnown(known).at;
  const on = word("on") ?? o.on;
  const names = raw["suppose"];
  if (names !== undefined && !Array.isArray(names)) throw new InputError("bad-suppose", "suppose is a list of ids", 'such as ["truce-lapses"]', "suppose");
  const supposed = names === undefined ? begun.supposed : await suppositions(names.map(String), begun.desks.regime, at);
  const q: ControlQuestion = { ...(raw["ref"] === undefined ? {} : { ref: raw["ref"] }), goods, from: country("from", word("from") ?? o.from), to: country("to", word("to") ?? o.to), facts: given };
  return desk.answer(q, on === undefined ? begun.now : parseOn(on, BEIJING).at, at, supposed);
}
