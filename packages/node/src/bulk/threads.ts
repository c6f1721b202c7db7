import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { addTotals, type Amounts, type Lines, type Tables, type Totals } from "@truce/engine/book";

/** Columns for so many lines, in memory that threads share. */
export function sharedLines(count: number): Lines {
  const memory = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);
  return { place: new Int32Array(memory(4 * count)), origin: new Uint8Array(memory(count)), minute: new Int32Array(memory(4 * count)), cents: new Float64Array(memory(8 * count)) };
}

/** Room for the components of so many lines, `most` for each, in memory that threads share. */
export const sharedAmounts = (count: number, most: number): Amounts => ({
  cell: new Int32Array(new SharedArrayBuffer(4 * count)),
  base: new Float64Array(new SharedArrayBuffer(8 * count)),
  amounts: new Float64Array(new SharedArrayBuffer(8 * count * most)),
});

/** The kernel on several threads over the same lines. Threads are started once; `close` ends them. */
export class KernelThreads {
  private constructor(
    private readonly workers: readonly Worker[],
    private readonly count: number,
  ) {}

  /**
   * Starts the threads. With `out` they write every component there, without it they add up.
   * @param threads as many as the machine has cores where it is left out
   */
  static async open(tables: Tables, lines: Lines, out?: Amounts, threads = availableParallelism()): Promise<KernelThreads> {
    const workers = Array.from({ length: threads }, () => new Worker(new URL("./kernel-worker.js", import.meta.url), { workerData: { tables, lines, out } }));
    await Promise.all(workers.map((w) => new Promise<void>((done, failed) => void w.once("online", () => done()).once("error", failed))));
    return new KernelThreads(workers, lines.cents.length);
  }

  /** What all lines owe together. */
  async totals(): Promise<Totals> {
    return (await this.each<Totals>()).reduce(addTotals);
  }

  /** Writes the components of all lines. */
  async amounts(): Promise<void> {
    await this.each<number>();
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((w) => w.terminate()));
  }

  private each<T>(): Promise<T[]> {
    const share = Math.ceil(this.count / this.workers.length);
    return Promise.all(
      this.workers.map(
        (w, i) =>
          new Promise<T>((done, failed) => {
            const stop = (e: Error): void => failed(e);
            w.once("error", stop);
            w.once("message", (answer: T) => {
              w.off("error", stop);
              done(answer);
            });
            w.postMessage({ from: Math.min(this.count, i * share), to: Math.min(this.count, (i + 1) * share) });
          }),
      ),
    );
  }
}
