import { parentPort, workerData } from "node:worker_threads";
import { type Amounts, amounts, type Lines, type Tables, totals } from "@truce/engine/book";

/** A thread of the kernel: prices the stretch of lines that it is sent, on memory that it shares with the others. */
const { tables, lines, out } = workerData as { tables: Tables; lines: Lines; out: Amounts | undefined };

parentPort?.on("message", ({ from, to }: { from: number; to: number }) => {
  if (out === undefined) parentPort?.postMessage(totals(tables, lines, from, to));
  else {
    amounts(tables, lines, from, to, out);
    parentPort?.postMessage(to - from);
  }
});
