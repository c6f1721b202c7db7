import { type Asked, inDigits } from "@truce/engine/duty";
import type { Instrument } from "@truce/engine/law";
import { parseKnown } from "@truce/engine/time";
import { InputError, suppositions } from "../grounds/open.js";
import { type Line, linesOf } from "../grounds/lines.js";
import type { Common } from "./command.js";
import { type ErrorView, errorView, write } from "./output.js";
import { type Start, start } from "./question.js";

const NAMES = new Set(["code", "from", "to", "on", "known", "value", "quantity", "facts", "rounding", "suppose", "form", "ref"]);
/** The error where a part that is text is none. */
const NOT_TEXT: Readonly<Record<string, string>> = { on: "bad-date", known: "bad-date", rounding: "bad-rounding" };
const CHUNK = 1 << 16;

/** Answers one JSON question per line, in order. A line that cannot be answered becomes an error line, and the run goes on. */
export async function batch(file: string, options: Common): Promise<void> {
  const begun = await start(options);
  const supposed = new Map<string, Promise<Instrument[]>>();
  let questions = 0;
  let out = "";
  let shown = Date.now();
  for await (const line of linesOf(file)) {
    if (line.text === "" && !line.long) continue;
    questions++;
    out += `${JSON.stringify(await answer(line, begun, options, supposed))}\n`;
    if (out.length > CHUNK) {
      await write(out);
      out = "";
    }
    if (!options.quiet && process.stderr.isTTY && Date.now() - shown > 500) {
      process.stderr.write(`\r${questions} lines`);
      shown = Date.now();
    }
  }
  await write(out);
  if (questions === 0)
    throw new InputError("empty-batch", `${file === "-" ? "standard input" : file} holds no question`, 'write one JSON object per line, such as {"code":"4202.92.31","from":"CN"}', "--batch");
}

async function answer(line: Line, begun: Start, options: Common, supposed: Map<string, Promise<Instrument[]>>): Promise<unknown> {
  let ref: unknown = null;
  let asked: Record<string, unknown> = {};
  try {
    if (line.long) throw new InputError("line-too-long", "the line is longer than 1 MB", "split it", `line ${line.number}`);
    const q = parse(line);
    asked = q;
    ref = q["ref"] ?? null;
    const extra = Object.keys(q).find((k) => !NAMES.has(k));
    if (extra !== undefined) throw new InputError("unknown-field", `there is no field "${extra.slice(0, 40)}" in a question`, `fields are ${[...NAMES].join(", ")}`, extra.slice(0, 40));
    if (typeof q["code"] !== "string") throw new InputError("no-code", "a question needs a code, as text", 'for example {"code":"4202.92.31"}', "code");
    const read = checked(q);
    const known = read.known === undefined ? begun.known : parseKnown(read.known).at;
    const names = Array.isArray(q["suppose"]) ? q["suppose"].map(String) : (options.suppose ?? []);
    const key = `${known} ${names.join("\n")}`;
    if (supposed.size > 1000) supposed.clear();
    if (!supposed.has(key)) {
      const reading = suppositions(names, begun.desks.regime, known);
      reading.catch(() => undefined);
      supposed.set(key, reading);
    }
    const question: Asked = { code: q["code"], ...(options.on === undefined ? {} : { on: options.on }), ...read.asked };
    const result = begun.desks.duty(question, known, begun.now, await (supposed.get(key) as Promise<Instrument[]>));
    return q["ref"] === undefined ? result : { ref, ...result };
  } catch (e) {
    const view = errorView(e);
    return { ref, error: placed(view, line, asked) ?? { code: "internal", message: (e as Error).message, hint: "this is a fault of truce: please report the line", where: `line ${line.number}` } };
  }
}

/** An error with its place: the line, and the part of the question where there is one. */
function placed(view: ErrorView | undefined, line: Line, q: Record<string, unknown>): ErrorView | undefined {
  if (view === undefined) return undefined;
  const at = `line ${line.number}`;
  const field = view.code === "bad-date" ? dateOf(view.where, q) : view.where.replace(/^--/, "");
  return { ...view, where: field === at ? at : `${at}, ${field}` };
}

/** Which part of the question holds a date that cannot be read. */
const dateOf = (where: string, q: Record<string, unknown>): string =>
  NAMES.has(where) ? where : (["on", "known"].find((k) => typeof q[k] === "string" && (q[k] as string).startsWith(where)) ?? "on");

function parse(line: Line): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    throw new InputError("bad-json", `line ${line.number} is not JSON`, "write one JSON object per line", `line ${line.number}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new InputError("bad-json", `line ${line.number} is not a JSON object`, "write one JSON object per line", `line ${line.number}`);
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== null));
}

/** The parts of a question, each of its kind. A part that is null counts as left out. */
function checked(q: Record<string, unknown>): { asked: Partial<Asked>; known: string | undefined } {
  const bad = (where: string, code: string, message: string, hint: string): never => {
    throw new InputError(code, message, hint, where);
  };
  const word = (key: string): Record<string, string> => {
    const v = q[key];
    if (v === undefined) return {};
    return typeof v === "string" ? { [key]: v } : bad(key, NOT_TEXT[key] ?? "bad-country", `"${key}" is not text`, `write "${key}" in quotes`);
  };
  const amount = (v: unknown, field: string, code: string): string =>
    typeof v === "string" || typeof v === "number" ? inDigits(v) : bad(field, code, `the ${field} is not a number`, "write digits, as a number or as text");
  const { facts, quantity, suppose, form } = q;
  if (form !== undefined && typeof form !== "boolean") bad("form", "bad-form", '"form" is neither true nor false', 'write "form":true for the lines of the entry summary');
  if (suppose !== undefined && !Array.isArray(suppose)) bad("suppose", "bad-suppose", "suppose is a list of ids", 'such as ["us/threat-2025-10-10-100pct"]');
  if (facts !== undefined && (typeof facts !== "object" || Array.isArray(facts))) bad("facts", "bad-facts", "facts are an object of names and values", 'such as {"steel":"40"}');
  if (quantity !== undefined && !Array.isArray(quantity)) bad("quantity", "bad-quantity", "quantity is a list", 'such as [{"amount":"120","unit":"kg"}]');
  const given = Object.entries((facts ?? {}) as Record<string, unknown>).filter(([, v]) => v !== null);
  for (const [name, v] of given)
    if (typeof v !== "string" && typeof v !== "number") bad(name.slice(0, 40), "bad-fact", `the fact ${name.slice(0, 40)} is neither text nor a number`, 'such as {"steel":"40"}');
  const asked = {
    ...word("from"),
    ...word("to"),
    ...word("on"),
    ...(form === true ? { form } : {}),
    ...word("rounding"),
    ...(facts === undefined ? {} : { facts: Object.fromEntries(given.map(([k, v]) => [k, String(v)])) }),
    ...(quantity === undefined
      ? {}
      : {
          quantity: (quantity as Record<string, unknown>[]).map((x) => ({
            amount: amount(x?.["amount"], "quantity", "bad-quantity"),
            unit: typeof x?.["unit"] === "string" ? x["unit"] : bad("unit", "bad-quantity", "a quantity has a unit, as text", "write the unit that the tariff prints, such as kg"),
          })),
        }),
    ...(q["value"] === undefined ? {} : { value: amount(q["value"], "value", "bad-amount") }),
  };
  return { asked, known: word("known")["known"] };
}
