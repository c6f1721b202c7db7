import type { Side } from "@truce/engine/duty";
import { InputError } from "@truce/engine/desk";
import { parseDay, parseOn, WASHINGTON } from "@truce/engine/time";
import type { ExportName } from "../export/run.js";
import type { TextName } from "../export/texts.js";
import type { Common } from "./command.js";
import { write } from "./output.js";
import { start } from "./question.js";

interface Options extends Common {
  readonly output?: string;
  readonly to?: string;
  readonly from?: string;
  readonly until?: string;
}

/** truce export rates|instruments|goods|calendar|feed */
export async function exportCommand(what: string, options: Options): Promise<void> {
  const { TEXTS } = await import("../export/texts.js");
  if ((TEXTS as readonly string[]).includes(what)) return textOf(what as TextName, options);
  const { EXPORTS, exportTable } = await import("../export/run.js");
  if (!(EXPORTS as readonly string[]).includes(what)) throw new InputError("unknown-export", `"${what.slice(0, 40)}" cannot be exported`, `write one of: ${[...EXPORTS, ...TEXTS].join(", ")}`, "WHAT");
  const to = options.to?.toUpperCase();
  if (to !== undefined && to !== "US" && to !== "CN") throw new InputError("bad-country", `"${options.to?.slice(0, 20)}" is no importing country of the regime`, "write US or CN", "--to");
  const sides: readonly Side[] = to === "US" ? ["us"] : to === "CN" ? ["cn"] : ["us", "cn"];
  const { desks, known, supposed } = await start(options);
  const done = await exportTable(what as ExportName, desks, { sides, known, supposed, to: options.output }, options.json && options.output === undefined ? async () => undefined : write);
  if (options.json) await write(`${JSON.stringify(done)}\n`);
  else if (options.output !== undefined) await write(`${done.rows} rows of ${what} as known ${done.known}, regime checked to ${done.horizon}: ${options.output}\n`);
}

async function textOf(what: TextName, options: Options): Promise<void> {
  const { exportText } = await import("../export/texts.js");
  const [from, until] = [options.from === undefined ? undefined : parseDay(options.from), options.until === undefined ? undefined : parseDay(options.until)];
  const { desks, known, now, supposed } = await start(options);
  // Who asks as of an earlier day looks ahead from that day.
  const on = options.on === undefined ? (known < now ? known : now) : parseOn(options.on, WASHINGTON).at;
  const done = await exportText(what, desks, { known, on, supposed, from, until, to: options.output }, options.json && options.output === undefined ? async () => undefined : write);
  if (options.json) await write(`${JSON.stringify(done)}\n`);
  else if (options.output !== undefined) await write(`${done.rows} ${what === "feed" ? "documents" : "dates"} as known ${done.known}, regime checked to ${done.horizon}: ${options.output}\n`);
}
