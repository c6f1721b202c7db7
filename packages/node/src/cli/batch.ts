import { DutyQuestions, NAMES } from "@truce/engine/answers/duty-question";
import { type ErrorView, errorView } from "@truce/engine/answers/error-view";
import { type Line, linesOf } from "../grounds/lines.js";
import { InputError } from "@truce/engine/desk";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { start } from "./question.js";

const CHUNK = 1 << 16;

/** Answers one JSON question per line, in order. A line that cannot be answered becomes an error line, and the run goes on. */
export async function batch(file: string, options: Common): Promise<void> {
  const begun = await start(options);
  const asked = new DutyQuestions(begun.desks, { known: begun.known, now: begun.now, on: options.on, suppose: options.suppose });
  let questions = 0;
  let out = "";
  let shown = Date.now();
  for await (const line of linesOf(file)) {
    if (line.text === "" && !line.long) continue;
    questions++;
    out += `${JSON.stringify(await answer(line, asked))}\n`;
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

async function answer(line: Line, questions: DutyQuestions): Promise<unknown> {
  let ref: unknown = null;
  let asked: Record<string, unknown> = {};
  try {
    if (line.long) throw new InputError("line-too-long", "the line is longer than 1 MB", "split it", `line ${line.number}`);
    asked = parse(line);
    ref = asked["ref"] ?? null;
    return await questions.answer(asked);
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
