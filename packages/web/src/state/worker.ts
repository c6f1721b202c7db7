import type { AnswerOf, FromWorker, Kind, Progress, QuestionOf, Trouble } from "../worker/protocol.js";

/** Thrown where a question was not answered, with what a person can do. */
export class Unanswered extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.message);
  }
}
interface Waiting {
  readonly done: (answer: unknown) => void;
  readonly failed: (e: Unanswered) => void;
  readonly progress: ((p: Progress) => void) | undefined;
}
const waiting = new Map<number, Waiting>();
let last = 0;
let worker: Worker | undefined;

function start(): Worker {
  const made = new Worker(new URL("../worker/worker.ts", import.meta.url), { type: "module" });
  made.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    const w = waiting.get(data.id);
    if (w === undefined) return;
    if ("progress" in data) return w.progress?.(data.progress);
    waiting.delete(data.id);
    if ("answer" in data) w.done(data.answer);
    else w.failed(new Unanswered(data.trouble));
  };
  made.onerror = (e) => {
    const trouble = { code: "no-worker", message: e.message || "the program of this page could not be started", hint: "reload the page", where: "page" };
    for (const w of waiting.values()) w.failed(new Unanswered(trouble));
    waiting.clear();
  };
  return made;
}

/** A question under way: its answer, and how to end it. */
export interface Asked<A> {
  readonly answer: Promise<A>;
  readonly stop: () => void;
}

/** Asks the worker. @param files what is handed over rather than copied */
export function ask<K extends Kind>(kind: K, question: QuestionOf<K>, progress?: (p: Progress) => void, files: Transferable[] = []): Asked<AnswerOf<K>> {
  worker ??= start();
  const own = worker;
  const id = ++last;
  const answer = new Promise<AnswerOf<K>>((done, failed) => waiting.set(id, { done: done as (a: unknown) => void, failed, progress }));
  own.postMessage({ id, kind, question }, files);
  return {
    answer,
    stop: () => {
      if (waiting.delete(id)) own.postMessage({ id, stop: true });
    },
  };
}
