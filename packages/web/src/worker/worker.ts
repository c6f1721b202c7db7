import { errorView } from "@truce/engine/answers/error-view";
import { MODULES } from "./answers.js";
import { PageDesk } from "./desk.js";
import type { FromWorker, Run, ToWorker, Trouble } from "./protocol.js";

/* Answers what the page asks, in the order in which it is asked. A question that nobody waits for any more is ended at its next breath. */

class Stopped extends Error {}
const stopped = new Set<number>();
const running = new Set<number>();
const tell = (m: FromWorker): void => postMessage(m);

let desk: Promise<PageDesk> | undefined;
const open = (): Promise<PageDesk> => {
  desk ??= PageDesk.open().catch((e) => {
    desk = undefined;
    throw e;
  });
  return desk;
};

function runOf(id: number): Run {
  const check = (): void => {
    if (stopped.has(id)) throw new Stopped();
  };
  return {
    progress: (progress) => tell({ id, progress }),
    check,
    breathe: () => new Promise((go, end) => setTimeout(() => (stopped.has(id) ? end(new Stopped()) : go()), 0)),
  };
}

function troubleOf(e: unknown): Trouble {
  const known = errorView(e);
  return known ?? { code: "internal", message: e instanceof Error ? e.message : String(e), hint: "reload the page; if it comes again, it is a mistake of ours", where: "page" };
}

self.onmessage = async ({ data }: MessageEvent<ToWorker>) => {
  if ("stop" in data) {
    if (running.has(data.id)) stopped.add(data.id);
    return;
  }
  const { id, kind, question } = data;
  running.add(id);
  try {
    const module = (await MODULES[kind]()) as { answer: (d: PageDesk, q: unknown, run: Run) => Promise<unknown> };
    const answer = await module.answer(await open(), question, runOf(id));
    if (!stopped.has(id)) tell({ id, answer });
  } catch (e) {
    if (!(e instanceof Stopped)) tell({ id, trouble: troubleOf(e) });
  } finally {
    running.delete(id);
    stopped.delete(id);
  }
};
