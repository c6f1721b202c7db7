import { errorView, type ErrorView } from "@truce/engine/answers/error-view";
import { MachineError } from "../price/trouble.js";

export { errorView, type ErrorView };

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
