import type { AnswerOf, Kind, Progress, QuestionOf, Trouble } from "../worker/protocol.js";
import { type Asked, ask, Unanswered } from "./worker.js";

/** Milliseconds after which waiting is said. */
const PATIENCE = 100;

/** The answer to a question that changes: the last answer stays until the next is there, so that nothing jumps. */
export class Answer<K extends Kind> {
  value = $state.raw<AnswerOf<K> | undefined>(undefined);
  trouble = $state.raw<Trouble | undefined>(undefined);
  progress = $state.raw<Progress | undefined>(undefined);
  /** Whether an answer is waited for longer than a moment. */
  slow = $state(false);

  /** @param question read anew whenever something in it changes; undefined where there is nothing to ask */
  constructor(kind: K, question: () => QuestionOf<K> | undefined) {
    let before = "";
    $effect(() => {
      const q = question();
      const text = JSON.stringify(q);
      if (text === before) return;
      before = text ?? "";
      if (q === undefined) {
        this.value = undefined;
        this.trouble = undefined;
        this.slow = false;
        return;
      }
      this.start(kind, q);
    });
    $effect(() => () => this.stop());
  }

  private asked: Asked<AnswerOf<K>> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  private start(kind: K, q: QuestionOf<K>): void {
    this.stop();
    const own = ask(kind, q, (p) => (this.progress = p));
    this.asked = own;
    this.timer = setTimeout(() => (this.slow = true), PATIENCE);
    own.answer
      .then((a) => {
        if (this.asked !== own) return;
        this.value = a;
        this.trouble = undefined;
      })
      .catch((e) => {
        if (this.asked !== own) return;
        this.trouble = e instanceof Unanswered ? e.trouble : { code: "internal", message: String(e), hint: "reload the page", where: "page" };
      })
      .finally(() => {
        if (this.asked !== own) return;
        clearTimeout(this.timer);
        this.slow = false;
        this.progress = undefined;
        this.asked = undefined;
      });
  }

  /** Ends what is under way. */
  stop(): void {
    clearTimeout(this.timer);
    this.asked?.stop();
    this.asked = undefined;
    this.slow = false;
    this.progress = undefined;
  }
}
