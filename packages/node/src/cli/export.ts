import type { Side } from "@truce/engine/duty";
import { InputError } from "../grounds/open.js";
import type { ExportName } from "../export/run.js";
import type { Common } from "./main.js";
import { write } from "./output.js";
import { start } from "./question.js";

interface Options extends Common {
  readonly output?: string;
  readonly to?: string;
}

/** truce export rates|instruments|goods */
export async function exportCommand(what: string, options: Options): Promise<void> {
  const { EXPORTS, exportTable } = await import("../export/run.js");
  if (!(EXPORTS as readonly string[]).includes(what)) throw new InputError("unknown-export", `"${what.slice(0, 40)}" cannot be exported`, `write one of: ${EXPORTS.join(", ")}`, "WHAT");
  const to = options.to?.toUpperCase();
  if (to !== undefined && to !== "US" && to !== "CN") throw new InputError("bad-country", `"${options.to?.slice(0, 20)}" is no importing country of the regime`, "write US or CN", "--to");
  const sides: readonly Side[] = to === "US" ? ["us"] : to === "CN" ? ["cn"] : ["us", "cn"];
  const { desks, known, supposed } = await start(options);
  const done = await exportTable(what as ExportName, desks, { sides, known, supposed, to: options.output }, options.json && options.output === undefined ? async () => undefined : write);
  if (options.json) await write(`${JSON.stringify(done)}\n`);
  else if (options.output !== undefined) await write(`${done.rows} rows of ${what} as known ${done.known}, regime checked to ${done.horizon}: ${options.output}\n`);
}
