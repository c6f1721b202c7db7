import { type ControlAnswer, type ControlQuestion, endUserOf, withParty } from "@truce/engine/controls";
import { BEIJING, type Instant, parseOn } from "@truce/engine/time";
import { controlQuestion, country } from "@truce/engine/answers/control-question";
import { ControlDesk, InputError } from "@truce/engine/desk";
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
  const { receiverOf } = await import("@truce/engine/owners");
  const { grounds } = screenGrounds(begun.desks, begun.known, { ...(o.list === undefined ? {} : { list: o.list }), ...(o.owners === undefined ? {} : { owners: o.owners }) });
  const query = { name: o.party as string };
  const receiver = receiverOf(screenOf(begun.desks, grounds, begun.known, begun.supposed, [query]).answer(query, on, { horizon: begun.desks.regime.law.horizon, ahead: false }));
  const user = endUserOf(receiver);
  const asked = user === undefined || q.facts["end-user"] !== undefined ? q : { ...q, facts: { ...q.facts, "end-user": user } };
  return withParty(desk.answer(asked, on, begun.known, begun.supposed), asked, receiver);
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
      out += `${JSON.stringify(await controlQuestion(raw, desk, { ...begun, on: o.on, from: o.from, to: o.to }))}\n`;
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
