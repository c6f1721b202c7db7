import { parentPort, workerData } from "node:worker_threads";
import { type CellValue, streamXlsxRows } from "hucre/xlsx";
import { LIMITS } from "@truce/engine/entries";
import { checkArchive, ZipError } from "./zip.js";

/** What the worker tells: rows in batches, then that it is done or what is wrong. */
export type Told =
  | { readonly is: "rows"; readonly sheet: number; readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[] }
  | { readonly is: "done" }
  | { readonly is: "wrong"; readonly code: string; readonly message: string };

const BATCH = 500;
const SHEETS = 20;
const port = parentPort;
if (port === null) throw new Error("this file runs as a worker");
const tell = (told: Told): void => port.postMessage(told);
/** Waits until the reader asks for more, so that rows do not pile up between the two. */
const asked = (): Promise<void> => new Promise((done) => void port.once("message", () => done()));

class TooMuch extends Error {}

function text(value: CellValue): string {
  if (value === null) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  if (typeof value === "number") return String(Number(value.toPrecision(15)));
  const plain = String(value);
  if (plain.length > LIMITS.cell) throw new TooMuch(`a cell holds more than ${LIMITS.cell} characters`);
  return plain;
}

async function sheet(bytes: Uint8Array, n: number): Promise<boolean> {
  let batch: { number: number; cells: string[] }[] = [];
  const send = async (): Promise<void> => {
    tell({ is: "rows", sheet: n, rows: batch });
    batch = [];
    await asked();
  };
  const rows = streamXlsxRows(bytes, { sheet: n });
  for (;;) {
    let next: Awaited<ReturnType<typeof rows.next>>;
    try {
      next = await rows.next();
    } catch (e) {
      if (n > 0 && /sheet/i.test((e as Error).message)) return false;
      throw e;
    }
    if (next.done === true) break;
    if (next.value.values.length > LIMITS.columns) throw new TooMuch(`row ${next.value.index + 1} has more than ${LIMITS.columns} columns`);
    batch.push({ number: next.value.index + 1, cells: next.value.values.map(text) });
    if (batch.length === BATCH) await send();
  }
  if (batch.length > 0) await send();
  return true;
}

try {
  const bytes = workerData as Uint8Array;
  checkArchive(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), LIMITS.unpacked);
  for (let n = 0; n < SHEETS; n++) if (!(await sheet(bytes, n))) break;
  tell({ is: "done" });
} catch (e) {
  const zip = e instanceof ZipError;
  tell({ is: "wrong", code: zip || e instanceof TooMuch ? "refused-workbook" : "bad-workbook", message: zip || e instanceof TooMuch ? e.message : (e as Error).message.slice(0, 160) });
}
port.close();
