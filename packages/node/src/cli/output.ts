import { ControlError } from "@truce/engine/controls";
import { CodeError } from "@truce/engine/goods";
import { LawError } from "@truce/engine/law";
import { MoneyError, QuestionError } from "@truce/engine/duty";
import { WhenError } from "@truce/engine/time";
import { InputError } from "../grounds/open.js";
import { MachineError } from "../price/trouble.js";

/** What went wrong, in the form that other programs rely on. */
export interface ErrorView {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly where: string;
}

/** The error view of anything thrown; undefined for a fault of ours. */
export function errorView(e: unknown): ErrorView | undefined {
  if (e instanceof QuestionError) return { code: e.code, message: e.message, hint: e.hint, where: e.field };
  if (e instanceof ControlError) return { code: e.code, message: e.message, hint: e.hint, where: e.field };
  if (e instanceof InputError) return { code: e.code, message: e.message, hint: e.hint, where: e.where };
  if (e instanceof WhenError)
    return { code: "bad-date", message: e.message, hint: /write/.test(e.message) ? "" : "write YYYY-MM-DD, or an instant with its offset", where: String(e.text).slice(0, 60) };
  if (e instanceof MoneyError) return { code: "bad-amount", message: e.message, hint: "amounts are decimal, in the currency of the importing side", where: "value" };
  if (e instanceof CodeError) return { code: "bad-code", message: e.message, hint: "truce find WORDS looks codes up by words", where: "code" };
  if (e instanceof LawError) return { code: "contradiction", message: e.message, hint: "a supposition contradicts another: drop one of them", where: "--suppose" };
  return undefined;
}

/** Parts of a question that are flags of the command line. */
const FLAGS = ["value", "quantity", "unit", "from", "to", "rounding"];

/** The flag of an error whose words do not name it. */
const flagOf = (e: ErrorView): string => (FLAGS.includes(e.where) && !`${e.message} ${e.hint}`.includes(`--${e.where}`) ? `--${e.where}: ` : "");

/** A machine that failed, which is nobody's fault here. */
const machineView = (e: unknown): ErrorView | undefined => (e instanceof MachineError ? { code: "machine", message: e.message, hint: "", where: "" } : undefined);

/** Ends the program on an error: 1 where the input is wrong, 3 where we are. */
export function fail(e: unknown, json: boolean): never {
  const view = errorView(e);
  const shown = view ?? machineView(e) ?? { code: "internal", message: (e as Error).message ?? String(e), hint: "this is a fault of truce: please report it with the command", where: "" };
  if (json) process.stderr.write(`${JSON.stringify({ error: shown })}\n`);
  else process.stderr.write(`truce: ${flagOf(shown)}${shown.message}${shown.hint === "" ? "" : `; ${shown.hint}`}\n`);
  if (view === undefined && process.env["TRUCE_DEBUG"] !== undefined) process.stderr.write(`${(e as Error).stack}\n`);
  process.exit(view === undefined ? 3 : 1);
}

/** Ends the program on a command line that is not whole. */
export function usage(message: string, json: boolean): never {
  process.stderr.write(json ? `${JSON.stringify({ error: { code: "usage", message, hint: "truce --help shows the commands", where: "command line" } })}\n` : `error: ${message}\n`);
  process.exit(2);
}

/** Writes one line to stdout and waits where the reader is slow. A reader that went away ends the program in peace. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise<void>((done) => void process.stdout.once("drain", done));
}
process.stdout.on("error", (e: NodeJS.ErrnoException) => process.exit(e.code === "EPIPE" ? 0 : 3));
