import { Worker } from "node:worker_threads";
import { InputError } from "@truce/engine/desk";
import { LIMITS, type TableRow } from "@truce/engine/entries";
import type { Told } from "./workbook-worker.js";

/** Memory of the worker in MB; a workbook that needs more ends the worker, not the program. */
const MEMORY = 1_024;

/**
 * Rows of a workbook, sheet after sheet, as a worker of bounded memory reads them. Formulas are not evaluated: what the file last showed is read.
 * @throws InputError for a workbook that is broken, locked or too large
 */
export async function* workbookRows(bytes: Uint8Array, file: string): AsyncGenerator<TableRow> {
  const worker = new Worker(new URL("./workbook-worker.js", import.meta.url), { workerData: bytes, resourceLimits: { maxOldGenerationSizeMb: MEMORY }, stderr: true, stdout: true });
  const inbox: (Told | Error)[] = [];
  let wake = (): void => undefined;
  const put = (told: Told | Error): void => {
    inbox.push(told);
    wake();
  };
  worker.on("message", put).on("error", put);
  try {
    for (;;) {
      if (inbox.length === 0) await new Promise<void>((done) => (wake = done));
      const told = inbox.shift() as Told | Error;
      if (told instanceof Error) {
        const full = (told as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
        throw new InputError(
          full ? "refused-workbook" : "bad-workbook",
          `${file} cannot be read as a workbook: ${full ? "it needs too much memory" : told.message.slice(0, 160)}`,
          "export the report as CSV",
          file,
        );
      }
      if (told.is === "done") return;
      if (told.is === "wrong") throw new InputError(told.code, `${file} cannot be read as a workbook: ${told.message}`, "export the report again as XLSX or CSV", file);
      for (const r of told.rows) {
        if (r.number > LIMITS.rows) throw new InputError("too-long", `${file} has more than ${LIMITS.rows} rows`, "split the file", file);
        yield { number: r.number, sheet: told.sheet, cells: r.cells };
      }
      worker.postMessage("more");
    }
  } finally {
    await worker.terminate();
  }
}
